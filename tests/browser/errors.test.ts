/** The harness hears of errors wherever the extension runs; a test that sees none may rely on it. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { BROWSERS, ExtensionCopy, openBrowser, waitFor } from "./harness/index.ts";

for (const name of BROWSERS) {
  describe(`an error of the extension is heard (${name})`, () => {
    for (const [script, where] of [
      ["background.js", "its background"],
      ["content.js", "a page"],
    ] as const) {
      test(`in ${where}`, async () => {
        await ExtensionCopy.with(name, async (copy) => {
          await copy.append(script, `setTimeout(() => { throw new Error("on purpose"); });`);
          const browser = await openBrowser(name, { extension: copy.folder });
          try {
            await browser.newPage("https://x.com/fixture/textarea");
            const errors = await waitFor(
              "the error",
              () => browser.errors(),
              (seen) => seen.length > 0,
            );
            assert.match(errors.join("\n"), /on purpose/);
          } finally {
            await browser.close();
          }
        });
      });
    }
  });
}
