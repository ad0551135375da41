/** What a person waits for, in the browser that they use, with the extension that ships. */
import { TYPING_MS } from "../../extension/content/session.ts";
import { type BrowserName, openBrowser } from "../../tests/browser/harness/index.ts";
import type { Editor } from "../../tests/editors/drive.ts";
import { answers, loads, restarts } from "./first.ts";
import { typing } from "./typing.ts";

const KEYSTROKES = 60;
const STARTS = 10;
/** Where drafts are written, and how long they are. */
const DRAFTS: readonly (readonly [Editor, number])[] = [
  ["textarea", 280],
  ["textarea", 3_000],
  ["contenteditable", 280],
  ["contenteditable", 3_000],
  ["lexical", 280],
];
const POST = 280;
const NAMES: Readonly<Record<BrowserName, string>> = { chrome: "Chromium", firefox: "Firefox" };

/** How long the keys rest before the text is scanned; no speed can shorten that. */
export const DEBOUNCE_MS = TYPING_MS;

/** All times are milliseconds, one for each time that it was measured. */
export interface Waits {
  /** Name and version. */
  readonly browser: string;
  /** From a keystroke to its mark. */
  readonly typing: readonly { readonly editor: Editor; readonly length: number; readonly times: readonly number[] }[];
  /** From a page being there to its first mark. */
  readonly loads: { readonly running: readonly number[]; readonly stopped: readonly number[] };
  /** From a keystroke to its mark, the background stopped. */
  readonly restarts: readonly number[];
  /** From a question to the background's answer. */
  readonly answers: { readonly running: readonly number[]; readonly stopped: readonly number[] };
}

/** Measures in one browser; `textOf` gives ordinary text of a length. */
export async function measure(name: BrowserName, textOf: (length: number) => string): Promise<Waits> {
  const browser = await openBrowser(name);
  try {
    // Such as "Chrome/156.0.8078.79".
    const [, version] = (await (await browser.newPage()).browser().version()).split("/");
    const post = textOf(POST);
    const typed = [];
    for (const [editor, length] of DRAFTS) {
      typed.push({ editor, length, times: await typing(browser, editor, textOf(length), KEYSTROKES) });
    }
    return {
      browser: `${NAMES[name]} ${version}`,
      typing: typed,
      loads: { running: await loads(browser, post, STARTS, false), stopped: await loads(browser, post, STARTS, true) },
      restarts: await restarts(browser, post, STARTS),
      answers: {
        running: await answers(browser, post, STARTS, false),
        stopped: await answers(browser, post, STARTS, true),
      },
    };
  } finally {
    await browser.close();
  }
}
