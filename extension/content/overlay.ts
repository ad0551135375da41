import type { Layer } from "./layer.ts";
import { Mirror } from "./mirror.ts";
import { watchMoves } from "./moves.ts";
import type { Stroke } from "./strokes.ts";

/** The same shapes and colours as in `line-style.ts`. */
const STYLE = `
.window { position: fixed; margin: 0; border: 0; padding: 0; background: none; overflow: hidden; pointer-events: none;
  width: auto; height: auto; inset: auto; color: transparent; forced-color-adjust: none; user-select: none; }
.mirror { position: absolute; margin: 0; border: 0; box-sizing: border-box; transform-origin: 0 0; color: transparent; background: none; }
.mirror .advice { text-decoration: underline dotted 3px #2f81d8; text-underline-offset: 3px; text-decoration-skip-ink: none; }
.mirror .caution { text-decoration: underline wavy 2px #c46b00; text-underline-offset: 3px; text-decoration-skip-ink: none; }
.mirror .serious { text-decoration: underline solid 3px #e0442e; text-underline-offset: 3px; text-decoration-skip-ink: none; }
@media (forced-colors: active) { .mirror span { text-decoration-color: CanvasText; } }`;

/**
 * Draws over a text field where the browser has no ranges over values (Firefox): a transparent copy of the text, laid
 * out like the field's own and cut to what the field shows of it, that carries the lines.
 *
 * Its place is looked at when something tells that it may be another, and only while there are lines to keep in place.
 */
export class OverlayMarker {
  readonly #field: HTMLTextAreaElement | HTMLInputElement;
  readonly #layer: Layer;
  readonly #signal: AbortSignal;
  #mirror: Mirror | null = null;
  #watch: AbortController | null = null;
  #frame = 0;

  constructor(field: HTMLTextAreaElement | HTMLInputElement, layer: Layer, signal: AbortSignal) {
    this.#field = field;
    this.#layer = layer;
    this.#signal = signal;
  }

  /** Whether every line is where it belongs in what the field says now, and follows the field if so. */
  stands(): boolean {
    if (!this.#watch || !this.#mirror) return true;
    if (!this.#mirror.isTrue) return false;
    this.#lookNoMore();
    this.#mirror.follow();
    return true;
  }

  show(text: string, strokes: readonly Stroke[]): void {
    if (strokes.length === 0) {
      this.clear();
      return;
    }
    // What a scroll of this very frame has asked for is done by this.
    this.#lookNoMore();
    this.#mirror ??= this.#open();
    this.#mirror.write(text, strokes);
    this.#mirror.follow();
    this.#mirror.show();
    this.#watch ??= this.#watchPlace();
  }

  rects(start: number, end: number): DOMRect[] {
    return this.#mirror?.rects(start, end) ?? [];
  }

  clear(): void {
    this.#lookNoMore();
    this.#watch?.abort();
    this.#watch = null;
    this.#mirror?.hide();
  }

  #lookNoMore(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #open(): Mirror {
    this.#layer.adopt(STYLE);
    const mirror = new Mirror(this.#field);
    this.#layer.append(mirror.window);
    return mirror;
  }

  #watchPlace(): AbortController {
    const watch = new AbortController();
    const soon = () => {
      if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#keepInPlace());
    };
    watchMoves(this.#field, watch.signal, soon);
    const passive = { passive: true, signal: watch.signal };
    const scrolled = () => this.#mirror?.isScrolled && soon();
    this.#field.addEventListener("scroll", scrolled, passive);
    // One line scrolls along with its caret, and tells of nothing but that. What is written is followed in its own frame.
    const caretMoved = () => this.#mirror?.isCurrent && scrolled();
    if (this.#field instanceof HTMLInputElement) this.#field.addEventListener("selectionchange", caretMoved, passive);
    return watch;
  }

  #keepInPlace(): void {
    this.#frame = 0;
    if (!this.#signal.aborted) this.#mirror?.follow();
  }
}
