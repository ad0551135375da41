/** Pages that are made in ways of their own: their composers are found and marked as any other. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Frame, Page } from "puppeteer-core";
import { richSpots } from "../editors/drive.ts";
import { type Browser, inEachBrowser, marks, waitFor } from "./harness/index.ts";
import { pillSays } from "./panel/pill.ts";

const NUMBER = "943 476 5919";
const DRAFT = `about NHS ${NUMBER} again`;

async function open(browser: Browser, body: string): Promise<Page> {
  const head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Write</title>';
  browser.server.serve("/odd", { body: `${head}${body}</html>`, csp: null });
  const page = await browser.newPage("https://x.com/odd");
  await page.bringToFront();
  return page;
}

const numberMarked = (browser: Browser, page: Page) =>
  waitFor(
    "the number's mark",
    () => marks(browser, page),
    (seen) => seen.length === 1 && seen[0]?.text === NUMBER,
  );

const numberMarkedIn = (frame: Frame) =>
  waitFor(
    "the number's mark in the frame",
    () => richSpots(frame),
    ([spot, ...others]) => spot?.text === NUMBER && others.length === 0,
  );

/** The frame's own document, once a content script that comes to an idle page has had its turn there. */
async function idleFrame(page: Page): Promise<Frame> {
  const frame = await waitFor("the frame", () => page.frames().find((one) => one.parentFrame() !== null));
  await waitFor("the frame to rest", () => frame?.evaluate(() => document.readyState === "complete"));
  await frame?.evaluate(() => new Promise((done) => requestIdleCallback(done)));
  return frame as Frame;
}

async function writeInFrame(page: Page): Promise<void> {
  const box = await (await page.$("iframe"))?.boundingBox();
  if (!box) throw new Error("there is no frame");
  await page.mouse.click(box.x + 40, box.y + 18);
  await page.keyboard.type(DRAFT);
}

/** A focus in a composer of this page's, before the page is written anew, shows that Forepost was at work in it. */
async function atWork(browser: Browser, page: Page): Promise<void> {
  await page.focus("textarea");
  await page.keyboard.type(DRAFT);
  await numberMarked(browser, page);
}

inEachBrowser("a composer is marked", (browser) => {
  test("in a page that a script has written anew", async () => {
    const page = await open(browser(), '<textarea aria-label="Post"></textarea>');
    await atWork(browser(), page);
    await page.evaluate(() => {
      document.open();
      document.write('<!doctype html><title>Anew</title><div id="rich" contenteditable="true"></div>');
      document.close();
    });
    await page.focus("#rich");
    await page.keyboard.type(DRAFT);
    await numberMarked(browser(), page);
  });

  test("in a frame that an editor writes once it is needed", async () => {
    const page = await open(browser(), '<iframe title="Post" width="500" height="200"></iframe>');
    const frame = await idleFrame(page);
    await page.$eval("iframe", ({ contentDocument: inner }) => {
      inner?.open();
      inner?.write("<!doctype html><title>Post</title><body contenteditable='true'>");
      inner?.close();
    });
    await writeInFrame(page);
    await numberMarkedIn(frame);
  });

  test("in a frame whose document is edited as a whole", async () => {
    const page = await open(browser(), '<iframe title="Post" width="500" height="200"></iframe>');
    const frame = await idleFrame(page);
    await frame.evaluate(() => {
      document.designMode = "on";
    });
    await writeInFrame(page);
    await numberMarkedIn(frame);
  });

  test("in a frame that is kept in a sandbox", async () => {
    const inner = "<!doctype html><title>Post</title><body contenteditable='true'>";
    const frame = `<iframe title="Post" width="500" height="200" sandbox="allow-scripts" srcdoc="${inner}"></iframe>`;
    const page = await open(browser(), frame);
    const inside = await idleFrame(page);
    await writeInFrame(page);
    await numberMarkedIn(inside);
  });

  for (const composer of ['<textarea id="composer"></textarea>', '<div id="composer" contenteditable="true"></div>']) {
    test(`in a page that keeps the focus to itself: ${composer}`, async () => {
      const script = `for (const type of ["focus", "focusin", "blur", "focusout"])
        window.addEventListener(type, (event) => event.stopPropagation(), true);`;
      const page = await open(browser(), `<script>${script}</script>${composer}`);
      await page.focus("#composer");
      await page.keyboard.type(DRAFT);
      await numberMarked(browser(), page);
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await waitFor(
        "no mark to be left",
        () => marks(browser(), page),
        (seen) => seen.length === 0,
      );
    });
  }

  test("that is a dialog itself, with nothing put into what is written", async () => {
    const page = await open(
      browser(),
      '<div id="composer" role="dialog" aria-label="Post" contenteditable="true"></div>',
    );
    await page.focus("#composer");
    await page.keyboard.type(DRAFT);
    await numberMarked(browser(), page);
    await pillSays(browser(), page, "Serious 1");
    assert.equal(await page.$eval("#composer", ({ innerHTML }) => innerHTML), DRAFT);
  });

  for (const composer of ['<textarea id="composer"></textarea>', '<div id="composer" contenteditable="true"></div>']) {
    test(`that the page moves elsewhere, once it has the focus again: ${composer}`, async () => {
      const page = await open(browser(), `<main>${composer}</main><section id="elsewhere"></section>`);
      await page.focus("#composer");
      await page.keyboard.type(DRAFT);
      await numberMarked(browser(), page);
      await page.$eval("#composer", (moved) => document.getElementById("elsewhere")?.append(moved));
      await page.focus("#composer");
      await numberMarked(browser(), page);
    });
  }
});
