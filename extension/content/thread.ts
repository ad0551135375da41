import { type Composer, composerAt } from "./composer.ts";
import { type Reading, read } from "./read.ts";
import { addressOf, knownComposer } from "./site.ts";

/** Between two posts of a thread stands a blank line: what belongs to one sentence does not reach into the next post. */
const BETWEEN = "\n\n";

/** What one composer says, and where that starts in the text of all. */
export interface Part extends Reading {
  readonly composer: Composer;
  readonly start: number;
}

/** What the composers that are posted together say as one text. */
export interface ThreadReading {
  readonly text: string;
  readonly parts: readonly Part[];
}

export const NOTHING_READ: ThreadReading = { text: "", parts: [] };

/**
 * The composer in focus, with those that are posted together with it: details that tell nothing by themselves may add up
 * over several posts. Nearly every composer is by itself.
 */
export class Thread {
  readonly #composer: Composer;
  readonly #selector: string | undefined;
  readonly #root: Element | null;

  constructor(composer: Composer) {
    const known = knownComposer(composer.element, addressOf(composer.element.ownerDocument));
    this.#composer = composer;
    this.#selector = known?.row.thread;
    this.#root = this.#selector === undefined ? null : (known?.root ?? null);
  }

  /** The element that stays the same whichever of its composers has the focus. */
  get element(): HTMLElement {
    return this.#root instanceof HTMLElement ? this.#root : this.#composer.element;
  }

  read(): ThreadReading {
    const parts: Part[] = [];
    let text = "";
    for (const composer of this.#members()) {
      const reading = read(composer);
      if (text !== "" && reading.text !== "") text += BETWEEN;
      parts.push({ ...reading, composer, start: text.length });
      text += reading.text;
    }
    return { text, parts };
  }

  /** Tells when the text of a composer without the focus changed, or when there are more or fewer of them. */
  watch(changed: (records?: readonly MutationRecord[]) => void, signal: AbortSignal): void {
    const root = this.#root;
    if (!root) return;
    // Much of what a site changes in there is none of the thread's, such as a time line below it.
    const content = new MutationObserver((records) => {
      const mine = records.filter((record) => this.#isOfMine(record));
      if (mine.length > 0) changed(mine);
    });
    content.observe(root, { subtree: true, childList: true, characterData: true });
    signal.addEventListener("abort", () => content.disconnect());
    root.addEventListener("input", () => changed(), { passive: true, signal });
  }

  #isOfMine({ target, addedNodes, removedNodes }: MutationRecord): boolean {
    const selector = this.#selector ?? "";
    const element = target instanceof Element ? target : target.parentElement;
    if (element?.closest(selector)) return true;
    return [...addedNodes, ...removedNodes].some(
      (node) => node instanceof Element && (node.matches(selector) || node.querySelector(selector) !== null),
    );
  }

  /** In the order of the page. The one in focus is always among them. */
  #members(): readonly Composer[] {
    const inRoot = this.#selector === undefined ? [] : [...(this.#root?.querySelectorAll(this.#selector) ?? [])];
    const members = inRoot.flatMap((element) => {
      const composer = composerAt(element);
      return composer?.element === element ? [composer] : [];
    });
    return members.some(({ element }) => element === this.#composer.element) ? members : [this.#composer];
  }
}

/** The stretch of each composer's own text that a stretch of the whole takes in. */
export function stretchesOf({ parts }: ThreadReading, start: number, end: number) {
  return parts.flatMap((part) => {
    const from = Math.max(start, part.start) - part.start;
    const to = Math.min(end, part.start + part.text.length) - part.start;
    return from < to ? [{ part, from, to }] : [];
  });
}
