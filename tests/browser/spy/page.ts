/**
 * A page that looks for extensions by every means that a page has. It loads before any content script, keeps the
 * originals of what it replaces, and tells what it sees as sentences, so that two visits can be compared.
 */
import { calledSince, unheard, watchCalls } from "./calls.ts";
import { eventsSince, watchEvents } from "./events.ts";
import { look } from "./look.ts";
import { originals } from "./originals.ts";

/** What the test calls as `window.spy`. Everything else that a page could see is compared. */
export interface Spy {
  /** All that there is to see now, and all that has happened since it was last asked, each fact once and in order. */
  report(): string[];
  /** The names of the highlights that hold something, and whether there is an element beside `head` and `body`. */
  signs(): { highlights: string[]; elements: number; focused: string };
  /** Waits for so long that whatever the extension does about the last key is done. */
  quiet(): Promise<void>;
  /** Asks for two addresses so many times: how often the first answer took longer, and whatever came of it. */
  race(own: string, other: string, pairs: number): Promise<{ slower: number; outcomes: string[] }>;
}

declare global {
  interface Window {
    spy: Spy;
  }
}

/** Longer than the extension waits for the keys to rest, and scans. */
const QUIET_MS = 400;
const { highlights } = CSS;

// A page may have constructed sheets of its own.
const own = new CSSStyleSheet();
own.replaceSync("textarea { resize: none }");
document.adoptedStyleSheets.push(own);

watchEvents();
watchCalls();

async function timed(address: string): Promise<{ took: number; outcome: string }> {
  const from = originals.now();
  const outcome = await originals.fetch(address).then(
    ({ status }) => `answered ${status}`,
    (error: unknown) => String(error),
  );
  return { took: originals.now() - from, outcome };
}

window.spy = {
  report: () => unheard(() => [...new Set([...look(), ...eventsSince(), ...calledSince()])].sort()),
  signs: () =>
    unheard(() => ({
      highlights: [...highlights].filter(([, { size }]) => size > 0).map(([name]) => name),
      elements: document.documentElement.childElementCount - 2,
      focused: document.activeElement?.id ?? "",
    })),
  quiet: () =>
    new Promise((resolve) => {
      const from = originals.now();
      const wait = () => (originals.now() - from > QUIET_MS ? resolve() : originals.requestAnimationFrame(wait));
      wait();
    }),
  race: async (first, second, pairs) => {
    let slower = 0;
    const outcomes = new Set<string>();
    for (let pair = 0; pair < pairs; pair++) {
      // Whoever goes first may pay for both.
      const [one, other] =
        pair % 2 === 0
          ? [await timed(first), await timed(second)]
          : await timed(second).then(async (later) => [await timed(first), later] as const);
      if (one.took > other.took) slower++;
      outcomes.add(one.outcome).add(other.outcome);
    }
    return { slower, outcomes: [...outcomes].sort() };
  },
};
