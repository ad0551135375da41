import type { Explanation, Finding, Scanner } from "../shared/protocol.ts";
import { Card } from "./card.ts";
import { rememberCaret } from "./caret.ts";
import type { Composer } from "./composer.ts";
import { isSame } from "./finding.ts";
import { Hover, type HoverTarget } from "./hover.ts";
import type { Layer } from "./layer.ts";
import type { Marker } from "./mark.ts";

/** How far below its letters a mark can still be pointed at: as far as its line reaches. */
const LINE_REACH = 5;

/** Explains findings: opens the card of the one that is hovered, tapped or stepped to, and closes it again. */
export class Guide implements HoverTarget {
  readonly #composer: Composer;
  readonly #scanner: Scanner;
  readonly #marker: Marker;
  readonly #signal: AbortSignal;
  readonly #hover: Hover;
  readonly #card: Card;
  readonly #explanations = new Map<number, Explanation>();
  #findings: readonly Finding[] = [];
  #text = "";
  #truncated = false;
  #shown: Finding | null = null;
  /** The last one shown, for going on from there. */
  #last: Finding | null = null;
  /** The way back to the caret, while the focus is in the card. */
  #back: (() => void) | null = null;
  #asked = 0;

  constructor(composer: Composer, scanner: Scanner, layer: Layer, marker: Marker, signal: AbortSignal) {
    this.#composer = composer;
    this.#scanner = scanner;
    this.#marker = marker;
    this.#signal = signal;
    this.#hover = new Hover(composer.element, this, signal);
    this.#card = new Card(layer, {
      step: (by) => void this.#step(by),
      close: () => this.close(),
      enter: this.#hover.enteredCard,
      leave: this.#hover.left,
    });
    composer.element.addEventListener("focusin", () => this.#cameBack(), { passive: true, signal });
    const capture = { capture: true, signal };
    window.addEventListener("keydown", (event) => this.#dismiss(event), capture);
    window.addEventListener("scroll", () => this.#scrolled(), { ...capture, passive: true });
    window.addEventListener("resize", () => this.#scrolled(), { passive: true, signal });
  }

  get isMarked(): boolean {
    return this.#findings.length > 0;
  }

  get shown(): Finding | null {
    return this.#shown;
  }

  /** Takes note of what is marked now. A card whose finding is gone closes. */
  marked(findings: readonly Finding[], text: string, truncated: boolean): void {
    this.#findings = findings;
    this.#text = text;
    this.#truncated = truncated;
    const shown = this.#shown;
    if (!shown) return;
    const still = findings.find((finding) => isSame(finding, shown));
    if (still) this.#shown = still;
    else this.close();
  }

  /** Forgets explanations: the policy that they speak of is another now. */
  forget(): void {
    this.#explanations.clear();
    this.close();
  }

  /** Moves the focus into the card, first of the shown finding and then of one after the other. */
  next(): void {
    if (this.#shown && !this.#back) this.#enter();
    else void this.#step(1).then((shown) => shown && this.#enter());
  }

  close(): void {
    this.#asked++;
    this.#hover.stop();
    this.#last = this.#shown ?? this.#last;
    this.#shown = null;
    const back = this.#back;
    this.#back = null;
    // First the focus, then the card: hiding what has the focus would lose it.
    back?.();
    this.#card.hide();
  }

  /** A key pressed while the focus is in the card. */
  keydown(event: KeyboardEvent): void {
    const leaves = event.key === "Escape" || (event.key === "Tab" && this.#card.isLastStop(event.shiftKey));
    if (!leaves) return;
    event.preventDefault();
    this.close();
  }

  at(x: number, y: number): Finding | null {
    const hit = this.#findings.filter(({ start, end }) =>
      this.#marker
        .rects(start, end)
        .some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom + LINE_REACH),
    );
    // Of marks within marks the shortest says most precisely what is meant.
    return hit.sort((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null;
  }

  open(finding: Finding): void {
    if (!this.#back) void this.#show(finding);
  }

  leave(): void {
    if (!this.#back) this.close();
  }

  /** Shows the finding after or before this one; the focus stays where it is. */
  async #step(by: 1 | -1): Promise<boolean> {
    const from = this.#shown ?? this.#last;
    const at = this.#findings.findIndex((finding) => isSame(finding, from));
    const count = this.#findings.length;
    const to = this.#findings[at < 0 ? 0 : (at + by + count) % count];
    return to !== undefined && this.#show(to);
  }

  #enter(): void {
    if (this.#back) return;
    this.#back = rememberCaret(this.#composer);
    this.#card.focus();
  }

  /** Someone went from the card to the composer by themselves: the caret is where they have put it. */
  #cameBack(): void {
    if (!this.#back) return;
    this.#back = null;
    this.close();
  }

  async #show(finding: Finding): Promise<boolean> {
    const asked = ++this.#asked;
    const explanation = await this.#explain(finding.rule);
    // By now the text, the composer or the wish may be another.
    const at = this.#findings.findIndex((one) => isSame(one, finding));
    if (asked !== this.#asked || this.#signal.aborted || at < 0) return false;
    this.#shown = finding;
    this.#card.show({
      explanation,
      severity: finding.severity,
      quote: this.#text.slice(finding.start, finding.end),
      position: at + 1,
      count: this.#findings.length,
      truncated: this.#truncated,
    });
    this.#place();
    return true;
  }

  async #explain(rule: number): Promise<Explanation | null> {
    const known = this.#explanations.get(rule);
    if (known) return known;
    try {
      const explanation = await this.#scanner.explain(rule);
      this.#explanations.set(rule, explanation);
      return explanation;
    } catch {
      return null;
    }
  }

  #place(): void {
    if (this.#shown) this.#card.placeAt(this.#marker.rects(this.#shown.start, this.#shown.end));
  }

  #scrolled(): void {
    if (this.#shown) requestAnimationFrame(() => this.#place());
  }

  /** Escape closes a card that was hovered open, and nothing of the page's with it. */
  #dismiss(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.isComposing || !this.#shown || this.#back) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.close();
  }
}
