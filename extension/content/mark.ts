import { SEVERITIES, type Severity } from "../shared/protocol.ts";
import type { Composer } from "./composer.ts";
import type { Layer } from "./layer.ts";
import { LineStyle } from "./line-style.ts";
import { OverlayMarker } from "./overlay.ts";
import { liesAt, type Place, type Placed, placed, placesOf, rangeOf, stands, type Touched } from "./placed.ts";
import type { Stroke } from "./strokes.ts";
import { type Part, stretchesOf, type ThreadReading } from "./thread.ts";

/** The names of the highlights that `line-style.ts` draws. A page can read them, so they say nothing of what they mark. */
const NAMES: Record<Severity, string> = { advice: "line-1", caution: "line-2", serious: "line-3" };

/**
 * Draws lines under the text of composers without touching them: with the CSS Custom Highlight API, which styles text and
 * leaves the document as it is, and over fields of Firefox with a transparent copy.
 */
export class Marker {
  readonly #layer: Layer;
  readonly #signal: AbortSignal;
  readonly #style = new LineStyle();
  readonly #overlays = new Map<Element, OverlayMarker>();
  readonly #drawn = new Map<Severity, { readonly highlight: Highlight; readonly ranges: readonly Placed[] }>();
  #reading: ThreadReading | null = null;

  constructor(layer: Layer, signal: AbortSignal) {
    this.#layer = layer;
    this.#signal = signal;
    // Not when nothing is left to mark: that changes with every other key, and each time the page would be styled anew.
    signal.addEventListener("abort", () => this.#style.undress());
  }

  /** Draws these lines and no others. The reading is the text that they were found in. */
  show(reading: ThreadReading, strokes: readonly Stroke[]): void {
    this.#reading = reading;
    for (const severity of SEVERITIES) {
      const own = strokes.filter((stroke) => stroke.severity === severity);
      this.#highlight(
        severity,
        own.flatMap(({ start, end }) => placesOf(reading, start, end)),
      );
    }
    for (const { composer } of reading.parts) if (!needsOverlay(composer)) this.#style.dress(composer.element);
    this.#showOverlays(reading, strokes);
  }

  /** Ranges move along with what is written: the page is painted anew only where they are not what they should be. */
  #highlight(severity: Severity, places: readonly Place[]): void {
    const name = NAMES[severity];
    const drawn = this.#drawn.get(severity);
    if (drawn && areSame(drawn.ranges, places) && CSS.highlights.get(name) === drawn.highlight) {
      const ranges = drawn.ranges.map(({ range }, at) => placed(places[at] as Place, range));
      this.#drawn.set(severity, { highlight: drawn.highlight, ranges });
      return;
    }
    const ranges = places.flatMap((place) => {
      const range = rangeOf(place);
      return range ? [placed(place, range)] : [];
    });
    if (ranges.length === 0) {
      CSS.highlights.delete(name);
      this.#drawn.delete(severity);
      return;
    }
    const highlight = new Highlight(...ranges.map(({ range }) => range));
    CSS.highlights.set(name, highlight);
    this.#drawn.set(severity, { highlight, ranges });
  }

  /** Whether the lines stay under their words by themselves while other words are written. */
  get movesAlong(): boolean {
    return this.#overlays.size === 0;
  }

  /** Whether every line is where it belongs after what was touched, without a look at the rest of the text. */
  stands(touched: Touched): boolean {
    for (const overlay of this.#overlays.values()) if (!overlay.stands()) return false;
    return [...this.#drawn.values()].every(({ ranges }) => ranges.every((placed) => stands(placed, touched)));
  }

  /** Where the text from `start` to `end` is seen, in the viewport, a rectangle a line. */
  rects(start: number, end: number): DOMRect[] {
    if (!this.#reading) return [];
    const ranges = placesOf(this.#reading, start, end).flatMap((place) => {
      const window = place.part.composer.element.getBoundingClientRect();
      return Array.from(rangeOf(place)?.getClientRects() ?? []).filter((rect) => rect.width > 0 && meet(rect, window));
    });
    const overlays = stretchesOf(this.#reading, start, end).flatMap(
      ({ part, from, to }) => this.#overlays.get(part.composer.element)?.rects(from, to) ?? [],
    );
    return [...ranges, ...overlays];
  }

  clear(): void {
    this.#reading = null;
    this.#drawn.clear();
    for (const name of Object.values(NAMES)) CSS.highlights.delete(name);
    for (const overlay of this.#overlays.values()) overlay.clear();
  }

  #showOverlays({ parts }: ThreadReading, strokes: readonly Stroke[]): void {
    const fields = new Map(parts.map((part) => [part.composer.element as Element, part]));
    for (const [field, overlay] of this.#overlays) if (!fields.has(field)) overlay.clear();
    for (const part of parts) {
      if (!needsOverlay(part.composer)) continue;
      const { element } = part.composer;
      const own = strokesIn(part, strokes);
      const overlay = this.#overlays.get(element) ?? new OverlayMarker(element, this.#layer, this.#signal);
      this.#overlays.set(element, overlay);
      overlay.show(part.text, own);
    }
  }
}

/** Whether the browser has no ranges over what stands in it. */
function needsOverlay(composer: Composer): composer is Composer & { kind: "field" } {
  return composer.kind === "field" && !("createValueRange" in composer.element);
}

/** The lines in one composer, as its own text counts. */
function strokesIn(part: Part, strokes: readonly Stroke[]): Stroke[] {
  return strokes.flatMap((stroke) =>
    stretchesOf({ text: "", parts: [part] }, stroke.start, stroke.end).map(({ from, to }) => ({
      ...stroke,
      start: from,
      end: to,
    })),
  );
}

function areSame(drawn: readonly Placed[], wanted: readonly Place[]): boolean {
  return drawn.length === wanted.length && wanted.every((place, at) => liesAt(drawn[at] as Placed, place));
}

function meet(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}
