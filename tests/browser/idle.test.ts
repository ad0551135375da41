/** While nothing happens nothing is done; `make soak` looks for a whole minute. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { BROWSERS, ExtensionCopy, openBrowser } from "./harness/index.ts";
import { countIn, idle } from "./soak/idle.ts";

/** Longer than any timer of the content script. */
const REST_MS = 3_000;

for (const name of BROWSERS) {
  test(`a marked draft is left alone without a timer, a frame or a message (${name})`, async () => {
    await ExtensionCopy.with(name, async (copy) => {
      await countIn(copy);
      const browser = await openBrowser(name, { extension: copy.folder });
      try {
        for (const composer of ["textarea", "contenteditable"] as const) {
          const { resting, woken } = await idle(browser, composer, REST_MS);
          assert.deepEqual(resting, { timers: 0, frames: 0, messages: 0 }, composer);
          // The next key has it read, scanned and painted, so what is counted can be counted.
          assert.ok(woken.timers > 0 && woken.frames > 0 && woken.messages > 0, JSON.stringify(woken));
        }
      } finally {
        await browser.close();
      }
    });
  });
}
