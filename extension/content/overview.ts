import type { Marked } from "./finding.ts";
import type { Kept } from "./kept.ts";
import type { Layer } from "./layer.ts";
import { type Note, worstOf } from "./note.ts";
import { Pill } from "./pill.ts";

/** All that there is to look at in a composer: what is found in its text, and notes beside it. */
export class Overview {
  readonly #notes: Kept["notes"];
  readonly #pill: Pill;
  #findings: readonly Marked[] = [];

  constructor(composer: HTMLElement, kept: Kept, layer: Layer, open: () => void, signal: AbortSignal) {
    this.#notes = kept.notes;
    this.#pill = new Pill(composer, layer, open, signal);
    signal.addEventListener("abort", () => {
      this.#findings = [];
    });
    this.#show();
  }

  get notes(): readonly Note[] {
    return [...this.#notes.values()];
  }

  /** Takes note of what is marked now. */
  marked(findings: readonly Marked[]): void {
    this.#findings = findings;
    this.#show();
  }

  note(note: Note): void {
    this.#notes.set(note.id, note);
    this.#show();
  }

  unnote(id: string): void {
    if (this.#notes.delete(id)) this.#show();
  }

  #show(): void {
    const entries = [...this.#findings, ...this.#notes.values()];
    const worst = worstOf(entries);
    if (worst) this.#pill.show({ count: entries.length, worst });
    else this.#pill.hide();
  }
}
