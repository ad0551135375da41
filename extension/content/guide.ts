import type { Explanation } from "../shared/protocol.ts";
import type { Acting } from "./actions.ts";
import { Card } from "./card.ts";
import { rememberCaret } from "./caret.ts";
import type { Composer } from "./composer.ts";
import type { Explainer } from "./explainer.ts";
import { isSame, type Marked } from "./finding.ts";
import { Hover, type HoverTarget } from "./hover.ts";
import type { Ignored } from "./ignoring.ts";
import type { Layer } from "./layer.ts";
import type { Marker } from "./mark.ts";
import { NOT_WRITTEN } from "./replace.ts";
import { roomOf } from "./room.ts";
import { tell } from "./told.ts";
import type { Offered, Writer } from "./writer.ts";

/** How far below its letters a mark can still be pointed at: as far as its line reaches. */
const LINE_REACH = 5;

/** What a guide works with. */
export interface GuideParts {
  readonly composer: Composer;
  /** What holds everything that is marked: the composer, or the thread that it belongs to. */
  readonly area: Element;
  readonly explainer: Explainer;
  readonly acting: Acting;
  readonly writer: Writer;
  readonly layer: Layer;
  readonly marker: Marker;
  readonly signal: AbortSignal;
}

/** Explains findings: opens the card of the one that is hovered, tapped or stepped to, and closes it again. */
export class Guide implements HoverTarget {
  readonly #composer: Composer;
  readonly #explainer: Explainer;
  readonly #acting: Acting;
  readonly #marker: Marker;
  readonly #signal: AbortSignal;
  readonly #hover: Hover;
  readonly #card: Card;
  readonly #writer: Writer;
  #findings: readonly Marked[] = [];
  /** Those of them that can be pointed at. */
  #drawn: readonly Marked[] = [];
  #truncated = false;
  #shown: Marked | null = null;
  /** What the card offers for it. */
  #offered: readonly Offered[] = [];
  /** The last one shown, for going on from there. */
  #last: Marked | null = null;
  /** The way back to the caret, while the focus is in the card. */
  #back: (() => void) | null = null;
  /** What the open card said is ignored: it offers the way back. */
  #ignored: Marked | null = null;
  /** Set while something else of ours is open, and no card may come in its way. */
  #held = false;
  #asked = 0;

  constructor({ composer, area, explainer, acting, writer, layer, marker, signal }: GuideParts) {
    this.#composer = composer;
    this.#writer = writer;
    this.#explainer = explainer;
    this.#acting = acting;
    this.#marker = marker;
    this.#signal = signal;
    this.#hover = new Hover(area, this, signal);
    this.#card = new Card(layer, {
      step: (by) => void this.#step(by),
      close: () => this.close(),
      enter: this.#hover.enteredCard,
      leave: this.#hover.left,
    });
    const capture = { capture: true, signal };
    window.addEventListener("keydown", (event) => this.#dismiss(event), capture);
    window.addEventListener("scroll", () => this.#scrolled(), { ...capture, passive: true });
    window.addEventListener("resize", () => this.#scrolled(), { passive: true, signal });
    signal.addEventListener("abort", () => this.#forgetText());
  }

  get isMarked(): boolean {
    return this.#findings.length > 0 || this.isOpen;
  }

  get isOpen(): boolean {
    return this.#shown !== null || this.#ignored !== null;
  }

  get shown(): Marked | null {
    return this.#shown;
  }

  /** Takes note of what is marked now. A card whose finding is gone closes; one of an older text is written anew. */
  marked(findings: readonly Marked[], drawn: readonly Marked[], truncated: boolean): void {
    this.#findings = findings;
    this.#drawn = drawn;
    this.#truncated = truncated;
    const shown = this.#shown;
    if (!shown) return;
    // What was only moved along with the text is still what was found then.
    const still = findings.find((finding) => finding.found === shown.found || isSame(finding, shown));
    if (!still) {
      this.close();
      return;
    }
    this.#shown = still;
    void this.#renewAfter(shown);
  }

  /** Moves the focus into the card, first of the shown finding and then of one after or before the other. */
  next(by: 1 | -1 = 1): void {
    if (this.#shown && !this.#back) this.#enter();
    else void this.#step(by).then((shown) => shown && this.#enter());
  }

  /** Closes the card and opens none until it is let go again. */
  hold(held: boolean): void {
    if (held) this.close();
    this.#held = held;
  }

  close(): void {
    this.#asked++;
    this.#hover.stop();
    this.#last = this.#shown ?? this.#last;
    this.#shown = null;
    this.#ignored = null;
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

  at(x: number, y: number): Marked | null {
    const hit = this.#drawn.filter(({ start, end }) =>
      this.#marker
        .rects(start, end)
        .some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom + LINE_REACH),
    );
    // Of marks within marks the shortest says most precisely what is meant.
    return hit.sort((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null;
  }

  open(finding: Marked): void {
    if (!this.#back && !this.#held) void this.#show(finding);
  }

  leave(): void {
    if (!this.#back) this.close();
  }

  /** Shows the finding after or before this one; the focus stays where it is. */
  async #step(by: 1 | -1): Promise<boolean> {
    const from = this.#shown ?? this.#last;
    const to = neighbour(this.#findings, from, by);
    return to !== undefined && this.#show(to);
  }

  #enter(): void {
    if (this.#back) return;
    this.#back = rememberCaret(this.#composer);
    this.#card.focus();
  }

  /** Someone went from the card to the composer by themselves: the caret is where they have put it. */
  cameBack(): void {
    if (!this.#back) return;
    this.#back = null;
    this.close();
  }

  async #show(finding: Marked): Promise<boolean> {
    const asked = ++this.#asked;
    const explanation = await this.#explainer.of(finding);
    // By now the text, the composer or the wish may be another.
    const now = this.#findings.find((one) => isSame(one, finding));
    if (asked !== this.#asked || this.#signal.aborted || !now) return false;
    this.#shown = now;
    this.#ignored = null;
    this.#write(finding, explanation);
    void this.#renewAfter(finding);
    return true;
  }

  /** Writes the open card anew if its finding has since been found in another text: other words may be around it. */
  async #renewAfter({ found }: Marked): Promise<void> {
    const [shown, asked] = [this.#shown, this.#asked];
    if (!shown || shown.found.text === found.text) return;
    const explanation = await this.#explainer.of(shown);
    if (asked === this.#asked && this.#shown?.found === shown.found) this.#write(shown, explanation);
  }

  #write(finding: Marked, explanation: Explanation | null): void {
    const { found, severity } = finding;
    const told = tell(explanation, found.text, found.finding, roomOf(this.#composer));
    this.#offered = told.offers.map(({ replacement }) => ({ found, offer: replacement }));
    this.#card.show({
      explanation,
      severity,
      told,
      write: {
        can: this.#offered.map((offered) => this.#writer.can(offered)),
        press: (at) => this.#replace(at),
      },
      position: this.#findings.findIndex((one) => isSame(one, this.#shown)) + 1,
      count: this.#findings.length,
      truncated: this.#truncated,
      actions: this.#acting.of(finding, explanation, (ignored) => this.#showIgnored(ignored)),
    });
    this.#place();
  }

  /** Writes what is offered, and goes on to what is left; answers why it was not written. */
  async #replace(at: number): Promise<string | null> {
    const offered = this.#offered[at];
    if (!offered) return NOT_WRITTEN.changed;
    const back = this.#back;
    this.#back = null;
    back?.();
    const { outcome, offer } = await this.#writer.write(offered);
    if (this.#signal.aborted) return null;
    if (outcome !== "replaced") return NOT_WRITTEN[outcome];
    this.close();
    const next = this.#findings.find(({ start }) => start >= offer.start) ?? this.#findings[0];
    // Whoever pressed it by keyboard goes on by keyboard; whoever clicked is writing.
    if (next && (await this.#show(next)) && back) this.#enter();
    return null;
  }

  /** The card stays for as long as it would have, so that what was ignored by mistake comes back by one press. */
  #showIgnored({ says, undo }: Ignored): void {
    const ignored = this.#shown;
    if (!ignored) return;
    this.#asked++;
    this.#ignored = ignored;
    this.#last = ignored;
    this.#shown = null;
    const others = this.#findings.length - 1;
    this.#card.showIgnored(says, () => void undo().then(() => this.#undone(ignored)), others);
  }

  async #undone(ignored: Marked): Promise<void> {
    const again = this.#findings.find((one) => isSame(one, ignored));
    if (this.#ignored !== ignored) return;
    if (!again || !(await this.#show(again))) this.close();
  }

  #forgetText(): void {
    this.#offered = [];
    this.#findings = [];
    this.#drawn = [];
    this.#shown = null;
    this.#ignored = null;
    this.#last = null;
  }

  #place(): void {
    if (this.#shown) this.#card.placeAt(this.#marker.rects(this.#shown.start, this.#shown.end));
  }

  #scrolled(): void {
    if (this.#shown) requestAnimationFrame(() => this.#place());
  }

  /** Escape closes a card that was hovered open, and nothing of the page's with it. */
  #dismiss(event: KeyboardEvent): void {
    // First what costs nothing: this is asked of every key.
    if (!this.isOpen || this.#back || event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.close();
  }
}

/** The finding after or before this one, around the end; this one itself may be gone. */
function neighbour(findings: readonly Marked[], from: Marked | null, by: 1 | -1): Marked | undefined {
  const at = findings.findIndex((finding) => isSame(finding, from));
  if (at >= 0) return findings.at((at + by) % findings.length);
  if (by > 0) return findings.find(({ start }) => from && start >= from.start) ?? findings[0];
  return findings.findLast(({ start }) => from && start <= from.start) ?? findings.at(-1);
}
