import type { Note } from "./note.ts";

/** What is remembered of a composer while it has no focus, and nothing of its text. */
export interface Kept {
  readonly notes: Map<string, Note>;
}

/** Remembers for as long as the page keeps the composer: going to another window must not take a note away. */
export class Keeper {
  readonly #kept = new WeakMap<Element, Kept>();

  of(composer: Element): Kept {
    const kept = this.#kept.get(composer) ?? { notes: new Map() };
    this.#kept.set(composer, kept);
    return kept;
  }
}
