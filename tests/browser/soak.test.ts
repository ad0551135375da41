/** Nothing is left of a composer that was closed; `make soak` does the same for ten minutes. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { BROWSERS, ExtensionCopy, openBrowser } from "./harness/index.ts";
import { soak } from "./soak/soak.ts";

const COMPOSERS = 24;
/** Browsers hold on to the last ones for a while, by the history of edits or the selection; a leak holds on to all. */
const LAST_ONES = 3;
const MOST_GROWN = 1_000_000;

for (const name of BROWSERS) {
  describe(`${COMPOSERS} composers opened and closed (${name})`, () => {
    test("leave nothing behind", async () => {
      const browser = await openBrowser(name);
      try {
        const { kept, grown, elements } = await soak(browser, { composers: COMPOSERS });
        assert.equal(elements, 0);
        assert.ok(kept <= LAST_ONES, `${kept} composers are still in memory`);
        // Firefox does not tell how large a page's heap is.
        assert.equal(grown === null, name === "firefox");
        assert.ok((grown ?? 0) < MOST_GROWN, `the heap grew by ${grown} bytes`);
      } finally {
        await browser.close();
      }
    });
  });
}

test("a copy that keeps composers is caught", async () => {
  await ExtensionCopy.with("chrome", async (copy) => {
    await copy.append(
      "content.js",
      `const held = []; addEventListener("focusin", ({ target }) => held.push(target), true);`,
    );
    const browser = await openBrowser("chrome", { extension: copy.folder });
    try {
      const { kept } = await soak(browser, { composers: COMPOSERS });
      assert.ok(kept > LAST_ONES, `${kept} composers are kept`);
    } finally {
      await browser.close();
    }
  });
});
