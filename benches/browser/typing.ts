/** From a keystroke to the mark that it brings, in a composer that already holds a draft. */
import { setTimeout } from "node:timers/promises";
import type { KeyInput, Page } from "puppeteer-core";
import { type Browser, marks, waitFor } from "../../tests/browser/harness/index.ts";
import { type Editor, openEditor, press } from "../../tests/editors/drive.ts";
import { installProbe } from "./probe.ts";

/** Its last digit makes it a number, and taking that away unmakes it. */
const NUMBER = "943 476 5919";
const LAST = NUMBER.slice(-1) as KeyInput;
const ENDING = ` NHS ${NUMBER}`;
/** Keystrokes before the first that counts. */
const PRACTICE = 5;
/** Whole milliseconds that the phases of a frame begin at. */
const FRAME_MS = 17;

/** The text, ending in the number; no longer than it was. */
export const draft = (text: string) => text.slice(0, -ENDING.length) + ENDING;

/** A page on which such a draft stands with its marks, the caret at its end and the probe at work. */
export async function openDraft(browser: Browser, editor: Editor, text: string): Promise<Page> {
  const page = await openEditor(browser, editor);
  await page.evaluate((words) => window.fixture?.write(words), draft(text).slice(0, -LAST.length));
  // A key brings the caret into view, as the page's own writing does not.
  await press(page, "Control+End");
  await page.keyboard.press(LAST);
  await seesMark(browser, page, true);
  await browser.inClosedRoots(page, installProbe, null);
  // What the probe counts must come and go with what a person sees, or its times are of something else.
  const count = await unmark(page);
  await seesMark(browser, page, false);
  await mark(page, count);
  await seesMark(browser, page, true);
  return page;
}

const seesMark = (browser: Browser, page: Page, wanted: boolean) =>
  waitFor(
    `${wanted ? "a" : "no"} mark on ${NUMBER}`,
    () => marks(browser, page),
    (all) => all.some(({ text }) => text === NUMBER) === wanted,
  );

/** How many marks the last frame drew. */
export const counted = (page: Page) => page.evaluate(() => window.watchedMarks?.count() ?? -1);

/** Takes the number's last digit away; answers how many marks there were before. */
export async function unmark(page: Page): Promise<number> {
  const before = await waitFor(
    "marks",
    () => counted(page),
    (count) => count > 0,
  );
  await page.keyboard.press("Backspace");
  await waitFor(
    "the mark to go",
    () => counted(page),
    (count) => count < before,
  );
  return before;
}

/** Types the last digit again; answers milliseconds from the key to the end of the frame with so many marks. */
export async function mark(page: Page, count: number): Promise<number> {
  await page.keyboard.press(LAST);
  return page.evaluate((wanted) => window.watchedMarks?.drawn(wanted) ?? Number.NaN, count);
}

/** Milliseconds of each of so many keystrokes. */
export async function typing(browser: Browser, editor: Editor, text: string, keystrokes: number): Promise<number[]> {
  const page = await openDraft(browser, editor, text);
  const times: number[] = [];
  for (let i = 0; i < PRACTICE + keystrokes; i++) {
    const count = await unmark(page);
    // The probe answers from within a frame; people press keys at any time between two.
    await setTimeout(i % FRAME_MS);
    times.push(await mark(page, count));
  }
  await browser.closePages();
  return times.slice(PRACTICE);
}
