/** However many things of ours stand by a composer, its place is watched once, and no more when it is left. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { openEditor } from "../editors/drive.ts";
import { BROWSERS, ExtensionCopy, marks, openBrowser, waitFor } from "./harness/index.ts";
import { pillSays } from "./panel/pill.ts";

/** The content script runs as a function of observers that are counted; the page asks for those at work by an event. */
const BEFORE = `{
  const atWork = new Set();
  const Counted = new Proxy(globalThis.IntersectionObserver, { construct: (target, all) => {
    const observer = new target(...all);
    const disconnect = observer.disconnect.bind(observer);
    observer.disconnect = () => { atWork.delete(observer); disconnect(); };
    atWork.add(observer);
    return observer;
  } });
  document.addEventListener("count", () => (document.documentElement.dataset.observers = String(atWork.size)));
  ((IntersectionObserver) => {`;
const AFTER = `})(Counted);
}`;

const observers = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    document.dispatchEvent(new Event("count"));
    return document.documentElement.dataset.observers;
  });

for (const name of BROWSERS) {
  test(`one watch is kept over a marked text area, and none when it is left (${name})`, async () => {
    await ExtensionCopy.with(name, async (copy) => {
      await copy.wrap("content.js", BEFORE, AFTER);
      const browser = await openBrowser(name, { extension: copy.folder });
      try {
        const page = await openEditor(browser, "textarea");
        await page.keyboard.type("NHS 943 476 5919 ");
        const isMarked = (seen: readonly unknown[]) => seen.length > 0;
        await waitFor("the mark", () => marks(browser, page), isMarked);
        await pillSays(browser, page, "Serious 1");
        assert.equal(await observers(page), "1", "with the lines and the pill");
        await page.$eval("textarea", (field) => field.blur());
        await waitFor(
          "the watch to end",
          () => observers(page),
          (count) => count === "0",
        );
      } finally {
        await browser.close();
      }
    });
  });
}
