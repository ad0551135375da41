/** What is written behind the marks of a field leaves Firefox's copy of it as it is, and the frame of its letter alone. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { KeyInput, Page } from "puppeteer-core";
import { FIELDS, marked, openEditor, press } from "../editors/drive.ts";
import { type Browser, openBrowser } from "./harness/index.ts";

const DRAFT = "We were told NHS 943 476 5919 by phone";

declare global {
  interface Window {
    /** How often the copy was written in until the frame after the last key was drawn. */
    writtenInFrame?: Promise<number>;
  }
}

/** Runs in the page; `roots` are the closed ones, in one of which the copy stands. */
function countWrites(roots: readonly ShadowRoot[]): void {
  let written = 0;
  const counted = new MutationObserver((records) => (written += records.length));
  for (const copy of roots.flatMap((root) => [...root.querySelectorAll(".mirror")])) {
    counted.observe(copy, { subtree: true, childList: true, characterData: true });
  }
  const { port1: afterFrame, port2: endOfFrame } = new MessageChannel();
  let drawn = (_written: number) => {};
  afterFrame.onmessage = () => drawn(written);
  addEventListener(
    "keydown",
    () => {
      written = 0;
      window.writtenInFrame = new Promise((resolve) => (drawn = resolve));
      requestAnimationFrame(() => endOfFrame.postMessage(null));
    },
    { capture: true },
  );
}

async function writesAfter(page: Page, key: KeyInput): Promise<number> {
  await page.keyboard.press(key);
  return page.evaluate(() => window.writtenInFrame ?? Number.NaN);
}

describe("the copy over a field of Firefox", () => {
  let browser: Browser;
  before(async () => {
    browser = await openBrowser("firefox");
  });
  after(() => browser?.close());

  for (const field of FIELDS) {
    test(`is written in for what touches a mark, and for nothing behind it: ${field}`, async () => {
      const page = await openEditor(browser, field);
      await page.keyboard.type(DRAFT);
      await marked(browser, page, field, ["943 476 5919"], DRAFT);
      await browser.inClosedRoots(page, countWrites, null);
      for (const key of ["e", "Backspace", " ", "a"] as const) assert.equal(await writesAfter(page, key), 0, key);
      await press(page, "Control+Home");
      assert.notEqual(await writesAfter(page, "x"), 0, "in front of the mark");
      await browser.closePages();
    });
  }
});
