import type { Layer } from "./layer.ts";

/** How long the number of findings must stand before it is spoken: nobody wants to hear it change at every key. */
const SETTLED_MS = 1000;

interface Notifies {
  ariaNotify?: (text: string) => void;
}

/** Tells people who listen to the page how much is marked. */
export class Announcer {
  readonly #composer: Element;
  readonly #layer: Layer;
  readonly #signal: AbortSignal;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #spoken = "0 0";
  #region: HTMLElement | null = null;

  constructor(composer: Element, layer: Layer, signal: AbortSignal) {
    this.#composer = composer;
    this.#layer = layer;
    this.#signal = signal;
    signal.addEventListener("abort", () => clearTimeout(this.#timer));
  }

  /** Says how many parts of the draft are marked and how many notes there are, once that has settled and is news. */
  count(findings: number, notes: number, truncated: boolean): void {
    clearTimeout(this.#timer);
    const counted = `${findings} ${notes}`;
    if (counted === this.#spoken || this.#signal.aborted) return;
    this.#timer = setTimeout(() => {
      this.#spoken = counted;
      this.say(sentenceFor(findings, notes, truncated));
    }, SETTLED_MS);
  }

  say(text: string): void {
    const composer = this.#composer as Element & Notifies;
    if (composer.ariaNotify) composer.ariaNotify(text);
    else this.#sayInRegion(text);
  }

  /** A region that comes into being with its text goes unheard, so the text follows a frame later. */
  #sayInRegion(text: string): void {
    const region = this.#liveRegion();
    requestAnimationFrame(() => {
      region.textContent = text;
    });
  }

  #liveRegion(): HTMLElement {
    if (this.#region) return this.#region;
    const region = document.createElement("div");
    region.className = "spoken";
    region.setAttribute("role", "status");
    this.#layer.adopt(".spoken { position: fixed; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }");
    this.#layer.append(region);
    this.#region = region;
    return region;
  }
}

function sentenceFor(findings: number, notes: number, truncated: boolean): string {
  const parts = ["Nothing in your draft is marked any more.", "One part of your draft is marked."];
  const sentences =
    findings === 0 && notes > 0 ? [] : [parts[findings] ?? `${findings} parts of your draft are marked.`];
  if (notes > 0) sentences.push(notes === 1 ? "There is one note beside it." : `There are ${notes} notes beside it.`);
  if (truncated) sentences.push("Only its first 50,000 characters were checked.");
  return sentences.join(" ");
}
