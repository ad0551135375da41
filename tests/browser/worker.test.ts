/** The background is stopped whenever the browser likes: that costs a pause, and nothing else. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { openEditor } from "../editors/drive.ts";
import { cardHasFocus, cardOpens, hover, markOn } from "./card/seen.ts";
import { type Browser, inEachBrowser, marks, waitFor } from "./harness/index.ts";

const NUMBER = "943 476 5919";
const POSTCODE = "LN1 3AB";

const marked = (browser: Browser, page: Page, words: readonly string[]) =>
  waitFor(
    `marks on ${JSON.stringify(words)}`,
    async () => (await marks(browser, page)).map(({ text }) => text),
    (seen) => JSON.stringify(seen) === JSON.stringify(words),
  );

inEachBrowser("the background", (browser) => {
  test("is stopped in the middle of a sentence, and the rest is marked all the same", async () => {
    const page = await openEditor(browser(), "textarea");
    await page.keyboard.type(`NHS ${NUMBER}`);
    await marked(browser(), page, [NUMBER]);
    await browser().stopWorker();
    await page.keyboard.type(`, ${POSTCODE}`);
    await marked(browser(), page, [NUMBER, POSTCODE]);
  });

  test("is stopped while it is asked, and the answer comes all the same", async () => {
    const page = await openEditor(browser(), "textarea");
    await page.keyboard.type("NHS 943");
    await waitFor("the background to run", () => browser().workerRunning());
    // By the time that it is gone the text has been sent to it, or is about to be.
    await Promise.all([page.keyboard.type(` 476 5919, ${POSTCODE}`), browser().stopWorker()]);
    await marked(browser(), page, [NUMBER, POSTCODE]);
    assert.equal(await page.$eval("textarea", ({ value }) => value), `NHS ${NUMBER}, ${POSTCODE}`);
  });

  test("is stopped again and again while someone goes on writing", async () => {
    const page = await openEditor(browser(), "contenteditable");
    const written = ["NHS", NUMBER, "at", POSTCODE, "rang", "07700 900123"];
    const found: string[] = [];
    for (const [at, part] of written.entries()) {
      await page.keyboard.type(`${at > 0 ? " " : ""}${part}`);
      if (at % 2 === 0) continue;
      found.push(part);
      await marked(browser(), page, found);
      await browser().stopWorker();
    }
    const text = await page.$eval("[contenteditable]", (editor) => editor.textContent?.replace(/\u00a0/g, " "));
    assert.equal(text, written.join(" "));
  });

  test("is started by the hovered mark that it has to explain", async () => {
    const page = await openEditor(browser(), "contenteditable");
    await page.keyboard.type(`NHS ${NUMBER}`);
    const mark = await markOn(browser(), page, NUMBER);
    await browser().stopWorker();
    await hover(page, mark);
    await cardOpens(browser(), page, "NHS number");
  });

  test("is started by the keys that go to the next finding", async () => {
    const page = await openEditor(browser(), "contenteditable");
    await page.keyboard.type(`NHS ${NUMBER}`);
    await markOn(browser(), page, NUMBER);
    await browser().stopWorker();
    await browser().pressCommand(page, "next-finding");
    assert.equal((await cardHasFocus(browser(), page)).title, "NHS number");
  });

  test("stays stopped while nobody writes", async () => {
    const page = await openEditor(browser(), "contenteditable");
    await page.keyboard.type(`NHS ${NUMBER}`);
    const mark = await markOn(browser(), page, NUMBER);
    await browser().stopWorker();
    // Everything that goes on without it: moving about, scrolling, leaving and looking at the marks.
    await page.mouse.move(mark.rect.x + mark.rect.width + 60, mark.rect.y + 90, { steps: 5 });
    await page.keyboard.press("ArrowLeft");
    await page.evaluate(() => scrollBy(0, 10));
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    assert.equal(await browser().workerRunning(), false);
    await marked(browser(), page, [NUMBER]);
  });

  test("leaves no error behind", async () => {
    assert.deepEqual(await browser().errors(), []);
  });
});
