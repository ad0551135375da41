import type { Replacement } from "../shared/protocol.ts";
import { rememberCaret, selectionIn } from "./caret.ts";
import type { Composer } from "./composer.ts";
import { editBetween } from "./edit.ts";
import { type Means, meansOf } from "./means.ts";
import { read } from "./read.ts";
import { stretchesOf, type ThreadReading } from "./thread.ts";

/** What came of a replacement: only the first leaves other words than before. */
export type Outcome =
  | "replaced"
  /** The editor made something else of it, which was undone. */
  | "put back"
  /** The editor made something else of it, and the old text did not come back. */
  | "not put back"
  /** Nothing was tried: it is not the text any more that the words were offered for. */
  | "changed";

/** What is said when the words were not written. */
export const NOT_WRITTEN: Record<Exclude<Outcome, "replaced">, string> = {
  "put back": "This editor would not take it. Your text is as it was: please copy it or type it instead.",
  "not put back": "This editor made something else of it. Please look at your text, and undo it if need be.",
  changed: "Your text has changed in the meantime. Please try again.",
};
/** How long an editor's text must stay as it is before it is believed; some draw it anew a moment later. */
const SETTLED_MS = 100;
const LOOK_MS = 20;
/** One edit can have been taken apart into steps. */
const MOST_UNDOS = 3;

/** Runs what changes the text while nobody else looks at it. */
export type Quietly = <T>(work: () => Promise<T>) => Promise<T>;

/** Puts offered words into the composer: the only thing that ever writes there, and only at the press of a button. */
export class Replacer {
  readonly #composer: Composer;
  readonly #quietly: Quietly;
  readonly #signal: AbortSignal;
  readonly #whole: () => ThreadReading;
  #composing = false;
  #busy = false;
  /** Set when the person writes while an edit is being looked at: then nothing may be undone. */
  #wrote = false;

  /** `whole` is the text that words are offered for: the composer's, or that of the thread that it belongs to. */
  constructor(composer: Composer, quietly: Quietly, signal: AbortSignal, whole: () => ThreadReading) {
    this.#composer = composer;
    this.#whole = whole;
    this.#quietly = quietly;
    this.#signal = signal;
    const passive = { capture: true, passive: true, signal };
    composer.element.addEventListener("compositionstart", () => (this.#composing = true), passive);
    composer.element.addEventListener("compositionend", () => (this.#composing = false), passive);
  }

  /** Whether these words can be written here; where that is not proven they can be copied. */
  can(offered: Replacement, whole: string): boolean {
    const own = this.#own(offered, whole);
    if (!own || this.#composing || !meansOf(this.#composer)) return false;
    const { offer, text } = own;
    if (this.#composer.kind === "field") return this.#composer.element.localName !== "input" || !/\n/.test(offer.text);
    // Between two paragraphs stands more than a line break.
    return !/\n/.test(offer.text + text.slice(offer.start, offer.end)) && this.#rangeOf(offer) !== null;
  }

  /** Puts the words where they belong in `text`, which is what the composer must still say. */
  async replace(whole: string, offered: Replacement): Promise<Outcome> {
    const means = meansOf(this.#composer);
    const own = this.#own(offered, whole);
    if (this.#busy || this.#composing || !means || !own || this.#text() !== own.text) return "changed";
    const { offer, text } = own;
    this.#busy = true;
    const back = rememberCaret(this.#composer);
    const watch = new AbortController();
    const wrote = ({ isTrusted }: Event) => (this.#wrote ||= isTrusted);
    this.#composer.element.addEventListener("keydown", wrote, { capture: true, passive: true, signal: watch.signal });
    try {
      const outcome = await this.#quietly(() => this.#tried(means, text, offer));
      if (outcome !== "replaced" && !this.#wrote && !this.#signal.aborted) this.#unselect(back);
      return outcome;
    } finally {
      watch.abort();
      this.#busy = false;
    }
  }

  /** The offer as the composer's own text counts; null where it is for another post of the thread. */
  #own(offer: Replacement, whole: string): { offer: Replacement; text: string } | null {
    const reading = this.#whole();
    if (reading.parts.length < 2) return { offer, text: whole };
    const [stretch, ...others] = stretchesOf(reading, offer.start, offer.end);
    if (!stretch || others.length > 0 || reading.text !== whole) return null;
    const { part, from, to } = stretch;
    if (part.composer.element !== this.#composer.element || to - from < offer.end - offer.start) return null;
    return { offer: { ...offer, start: from, end: to }, text: part.text };
  }

  async #tried(means: Means, text: string, offer: Replacement): Promise<Outcome> {
    if (!(await this.#select(offer)) || this.#text() !== text || this.#signal.aborted) return "changed";
    const promised = text.slice(0, offer.start) + offer.text + text.slice(offer.end);
    this.#wrote = false;
    means.write(this.#composer.element, offer.text);
    const written = await this.#settled();
    if (isSameText(written, promised) || this.#wrote) return "replaced";
    return (await this.#putBack(means, text, written, offer)) ? "put back" : "not put back";
  }

  /** Takes back what was written, and nothing that was there before it: the page may have written past the history. */
  async #putBack(means: Means, text: string, written: string, offer: Replacement): Promise<boolean> {
    let now = written;
    for (let undone = 0; undone < MOST_UNDOS && stillHolds(now, text, offer); undone++) {
      if (this.#wrote || this.#signal.aborted) break;
      means.undo(this.#composer.element);
      const then = await this.#settled();
      const [before, after] = [distance(text, now), distance(text, then)];
      if (after > before && !this.#wrote && !this.#signal.aborted) means.redo(this.#composer.element);
      if (after >= before) break;
      now = then;
    }
    return isSameText(this.#text(), text);
  }

  /** Selects what is to go, and lets the editor hear of it. */
  async #select(offer: Replacement): Promise<boolean> {
    const { kind, element } = this.#composer;
    element.focus({ preventScroll: true });
    if (kind === "field") {
      element.setSelectionRange(offer.start, offer.end);
      return true;
    }
    const range = this.#rangeOf(offer);
    const selection = selectionIn(element);
    if (!range || !selection) return false;
    const heard = new Promise((done) => document.addEventListener("selectionchange", done, { once: true }));
    selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    // It comes as an event of its own, or not at all where the selection was there already.
    await Promise.race([heard, pause(LOOK_MS * 2)]);
    await pause(LOOK_MS);
    return true;
  }

  /** The next key must not write over what was selected: the caret goes back, or behind it where its place is gone. */
  #unselect(back: () => void): void {
    back();
    const { kind, element } = this.#composer;
    if (kind === "field") return;
    const selection = selectionIn(element);
    if (selection && !selection.isCollapsed) selection.collapseToEnd();
  }

  /** Where the words stand in the editor's DOM; null where part of it is no text, such as an emoji drawn as an image. */
  #rangeOf({ start, end }: Replacement): Range | null {
    const { map } = read(this.#composer);
    // What is added at the end goes behind the last character.
    const pieces = map?.pieces(start === end ? start - 1 : start, end) ?? [];
    const [first, last] = [pieces[0], pieces.at(-1)];
    if (!first || !last || pieces.some(({ whole }) => whole)) return null;
    const range = document.createRange();
    range.setStart(first.node, start === end ? first.to : first.from);
    range.setEnd(last.node, last.to);
    return range;
  }

  /** The text once it has stopped changing, or as it is when the person goes on writing. */
  async #settled(): Promise<string> {
    let text = this.#text();
    for (let still = 0; still < SETTLED_MS && !this.#wrote && !this.#signal.aborted; still += LOOK_MS) {
      await pause(LOOK_MS);
      const now = this.#text();
      if (now !== text) still = 0;
      text = now;
    }
    return text;
  }

  #text(): string {
    return read(this.#composer).text;
  }
}

const plain = (text: string) => text.replaceAll("\u00a0", " ");

/** Editors write a space as one that does not break where it would not be seen otherwise. */
function isSameText(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

/** How many units one edit would take out and put in to make one text of the other. */
function distance(one: string, other: string): number {
  const edit = editBetween(plain(one), plain(other));
  return edit ? edit.removed + edit.inserted.length : 0;
}

/** Whether `now` still differs from the text where the offer was written, rather than elsewhere alone. */
function stillHolds(now: string, text: string, { start, end, text: offered }: Replacement): boolean {
  const edit = editBetween(plain(text), plain(now));
  if (!edit) return false;
  if (start === end) return edit.inserted.includes(plain(offered));
  return edit.start < end && edit.start + edit.removed > start;
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
