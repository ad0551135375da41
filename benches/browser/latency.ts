/** From a keystroke to the frame that shows its letter, with the extension and without, in turns. */
import { setTimeout } from "node:timers/promises";
import type { KeyInput, Page } from "puppeteer-core";
import { type Browser, marks, waitFor } from "../../tests/browser/harness/index.ts";
import { type Editor, openEditor, press } from "../../tests/editors/drive.ts";
import { draft } from "./typing.ts";

/** Milliseconds of each keystroke; the two of a pair were pressed one after the other. */
export interface Pairs {
  readonly without: readonly number[];
  readonly withIt: readonly number[];
}

declare global {
  interface Window {
    /** Milliseconds from the last key to the end of the frame that shows what it did, once that is drawn. */
    shownAfter?: Promise<number>;
  }
}

const KEYS: readonly KeyInput[] = ["a", "e", "Backspace", " "];
const PRACTICE = 6;
const FRAME_MS = 17;

/** Presses so many keys at the end of a draft that holds a mark, in turns. */
export async function latency(
  { extended, plain }: { extended: Browser; plain: Browser },
  editor: Editor,
  text: string,
  keystrokes: number,
): Promise<Pairs> {
  const pages = [await openTimed(plain, editor, text), await openTimed(extended, editor, text)] as const;
  await waitFor(
    "the mark",
    () => marks(extended, pages[1]),
    (seen) => seen.length > 0,
  );
  const times: [number[], number[]] = [[], []];
  for (let at = 0; at < PRACTICE + keystrokes; at++) {
    // Whoever goes first has the processor to itself a little longer.
    for (const side of at % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      await setTimeout(at % FRAME_MS);
      times[side].push(await pressed(pages[side], KEYS[at % KEYS.length] as KeyInput));
    }
  }
  await Promise.all([plain.closePages(), extended.closePages()]);
  return { without: times[0].slice(PRACTICE), withIt: times[1].slice(PRACTICE) };
}

async function openTimed(browser: Browser, editor: Editor, text: string): Promise<Page> {
  const page = await openEditor(browser, editor);
  await page.evaluate((words) => window.fixture?.write(words), draft(text));
  await press(page, "Control+End");
  await page.keyboard.press(" ");
  await page.evaluate(timeKeys);
  return page;
}

async function pressed(page: Page, key: KeyInput): Promise<number> {
  await page.keyboard.press(key);
  return page.evaluate(() => window.shownAfter ?? Number.NaN);
}

/** Runs in the page. The event's own time is when the browser heard of the key, before any script. */
function timeKeys(): void {
  const { port1: afterFrame, port2: endOfFrame } = new MessageChannel();
  let shown = (_at: number) => {};
  afterFrame.onmessage = () => shown(performance.now());
  const listen = ({ timeStamp }: KeyboardEvent) => {
    window.shownAfter = new Promise((resolve) => {
      shown = (at) => resolve(at - timeStamp);
    });
    requestAnimationFrame(() => endOfFrame.postMessage(null));
  };
  addEventListener("keydown", listen, { capture: true, passive: true });
}
