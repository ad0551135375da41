import type { Touched } from "./placed.ts";

export interface LookoutEvents {
  /** Whether all that is drawn is where it belongs after what was touched; false where that takes reading the text. */
  stands(touched: Touched): boolean;
  /** The text has to be read anew. */
  read(): void;
}

/** How long the reading may wait for a page that is never idle. */
const PATIENCE_MS = 50;

// Safari, where the demo page is seen too, has no idle callbacks.
const hasIdle = typeof requestIdleCallback === "function";
const whenIdle = (work: () => void): number =>
  hasIdle ? requestIdleCallback(work, { timeout: PATIENCE_MS }) : window.setTimeout(work);
const cancelIdle = (id: number) => (hasIdle ? cancelIdleCallback(id) : window.clearTimeout(id));

/**
 * Says when the text is to be read after it changed. The frame that shows a letter must not wait for us: within it, every
 * mark is looked at, and where all of them stand as they did, the text is read behind it. Nothing is due while nothing
 * changes.
 */
export class Lookout {
  readonly #events: LookoutEvents;
  readonly #touched = { texts: new Set<Node>(), isRebuilt: false };
  /** When something happened last, to a frame, by `performance.now()`. */
  #changedAt = 0;
  #frame = 0;
  #behindFrame = 0;

  constructor(events: LookoutEvents) {
    this.#events = events;
  }

  /** Whether something happened since the text was read. */
  get isDue(): boolean {
    return this.#frame !== 0 || this.#behindFrame !== 0;
  }

  /** For how many milliseconds nothing has happened. */
  get rested(): number {
    return performance.now() - this.#changedAt;
  }

  mutated(records: readonly MutationRecord[]): void {
    for (const { type, target } of records) {
      if (type === "characterData") this.#touched.texts.add(target);
      else this.#touched.isRebuilt = true;
    }
  }

  look(): void {
    if (this.#frame !== 0) return;
    this.#changedAt = performance.now();
    this.#frame = requestAnimationFrame(() => this.#inFrame());
  }

  /** The text is being read, or will never be again: nothing is due any more. */
  done(): void {
    cancelAnimationFrame(this.#frame);
    cancelIdle(this.#behindFrame);
    this.#frame = 0;
    this.#behindFrame = 0;
    this.#touched.texts.clear();
    this.#touched.isRebuilt = false;
  }

  #inFrame(): void {
    this.#frame = 0;
    if (!this.#events.stands(this.#touched)) this.#events.read();
    // What the page has to do after its frame comes first.
    else this.#behindFrame ||= whenIdle(() => this.#events.read());
  }
}
