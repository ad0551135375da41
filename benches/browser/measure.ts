/** What a person waits for, in the browser that they use, with the extension that ships. */
import { TYPING_MS } from "../../extension/content/checks.ts";
import { type BrowserName, openBrowser } from "../../tests/browser/harness/index.ts";
import { EDITORS, type Editor } from "../../tests/editors/drive.ts";
import { answers, loads, restarts } from "./first.ts";
import { latency, type Pairs } from "./latency.ts";
import { typing } from "./typing.ts";

const KEYSTROKES = 30;
const PAIRS = 40;
const STARTS = 10;
/** How long the drafts are that are written in each editor. */
const LENGTHS = [280, 3_000];
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
  /** From a keystroke to the frame that shows it, with the extension and without. */
  readonly latency: readonly ({ readonly editor: Editor; readonly length: number } & Pairs)[];
  /** From a page being there to its first mark. */
  readonly loads: { readonly running: readonly number[]; readonly stopped: readonly number[] };
  /** From a keystroke to its mark, the background stopped. */
  readonly restarts: readonly number[];
  /** From a question to the background's answer. */
  readonly answers: { readonly running: readonly number[]; readonly stopped: readonly number[] };
}

/** Measures in one browser; `textOf` gives ordinary text of a length. */
export async function measure(name: BrowserName, textOf: (length: number) => string): Promise<Waits> {
  const browser = await openBrowser(name, { fineClock: true });
  const plain = await openBrowser(name, { extension: null, fineClock: true });
  try {
    // Such as "Chrome/156.0.8078.79".
    const [, version] = (await (await browser.newPage()).browser().version()).split("/");
    const post = textOf(POST);
    const typed = [];
    const paired = [];
    for (const editor of EDITORS) {
      for (const length of LENGTHS) {
        const text = textOf(length);
        typed.push({ editor, length, times: await typing(browser, editor, text, KEYSTROKES) });
        paired.push({ editor, length, ...(await latency({ extended: browser, plain }, editor, text, PAIRS)) });
      }
    }
    return {
      browser: `${NAMES[name]} ${version}`,
      typing: typed,
      latency: paired,
      loads: { running: await loads(browser, post, STARTS, false), stopped: await loads(browser, post, STARTS, true) },
      restarts: await restarts(browser, post, STARTS),
      answers: {
        running: await answers(browser, post, STARTS, false),
        stopped: await answers(browser, post, STARTS, true),
      },
    };
  } finally {
    await Promise.all([browser.close(), plain.close()]);
  }
}
