import type { Note } from "./note.ts";

/** What is remembered of a composer while it has no focus: nothing of its text that could be read. */
export interface Kept {
  readonly notes: Map<string, Note>;
  /** Fingerprints of findings that are ignored here. */
  readonly ignored: Set<string>;
}

/** Remembers for as long as the page keeps the composer: going to another window must not take a note away. */
export class Keeper {
  readonly #kept = new WeakMap<Element, Kept>();

  of(composer: Element): Kept {
    const kept = this.#kept.get(composer) ?? { notes: new Map(), ignored: new Set() };
    this.#kept.set(composer, kept);
    return kept;
  }
}

/** Made anew for every page, so that a fingerprint tells nothing anywhere else. */
const SEEDS = crypto.getRandomValues(new Uint32Array(2));

/** A number for words that leads nobody back to them. It is never stored, and only compared with its like. */
export function fingerprintOf(words: string): string {
  return Array.from(SEEDS, (seed) => {
    let hash = seed;
    for (let at = 0; at < words.length; at++) {
      hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
      hash ^= hash >>> 15;
    }
    return (hash >>> 0).toString(36);
  }).join("-");
}
