import { type Composer, watchNature } from "./composer.ts";
import type { Thread } from "./thread.ts";

/** What happens to a composer and its text. */
export interface Happenings {
  /** The text changed, or what shows it; with the records of what did, where there are any. */
  changed(records: readonly MutationRecord[]): void;
  /** The selection of a field moved: perhaps because of another text, perhaps not. */
  moved(): void;
  /** What is drawn has lost its place. */
  displaced(): void;
  composing(composing: boolean): void;
  /** It is no composer any more. */
  ended(): void;
}

/** Tells what happens to the composer until the signal ends it. */
export function listen(composer: Composer, thread: Thread, on: Happenings, signal: AbortSignal): void {
  const { element, kind } = composer;
  const changed = () => on.changed([]);
  const passive = { passive: true, signal };
  // What is written in a rich one changes its nodes.
  if (kind === "field") for (const type of ["input", "change"]) element.addEventListener(type, changed, passive);
  // A value that the page sets itself moves the selection, and nothing else tells of it. So does each key and each move
  // of the caret.
  if (kind === "field") element.addEventListener("selectionchange", () => on.moved(), passive);
  // Firefox tells nothing when a page moves the composer elsewhere with its marks lost, but for the focus that comes back.
  element.addEventListener("focusin", changed, passive);
  document.addEventListener("fullscreenchange", () => on.displaced(), passive);
  element.addEventListener("compositionstart", () => on.composing(true), passive);
  element.addEventListener("compositionend", () => on.composing(false), passive);

  const content = new MutationObserver((records) => on.changed(records));
  if (kind === "rich") content.observe(element, { subtree: true, childList: true, characterData: true });
  thread.watch((records = []) => on.changed(records), signal);
  watchNature(composer, signal, () => on.ended());
  signal.addEventListener("abort", () => content.disconnect());
}
