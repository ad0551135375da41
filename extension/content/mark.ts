import { SEVERITIES, type Severity } from "../shared/protocol.ts";
import type { Composer } from "./composer.ts";
import type { Layer } from "./layer.ts";
import { LineStyle } from "./line-style.ts";
import { OverlayMarker } from "./overlay.ts";
import type { Reading } from "./read.ts";
import type { Stroke } from "./strokes.ts";

/** Draws lines under a composer's text without touching the composer. */
export interface Marker {
  /** Draws these lines and no others. The reading is the text that they were found in. */
  show(reading: Reading, strokes: readonly Stroke[]): void;
  /** Where the text from `start` to `end` is seen, in the viewport, a rectangle a line. */
  rects(start: number, end: number): DOMRect[];
  clear(): void;
}

/** The names of the highlights that `line-style.ts` draws. A page can read them, so they say nothing of what they mark. */
const NAMES: Record<Severity, string> = { advice: "line-1", caution: "line-2", serious: "line-3" };

/** A range over the value of a text field (Chromium only so far). */
type ValueField = Element & { createValueRange(start: number, end: number): AbstractRange & Range };

export function markerFor(composer: Composer, layer: Layer, signal: AbortSignal): Marker {
  const { kind, element } = composer;
  if (kind === "rich") return new HighlightMarker(element, richRanges, signal);
  if ("createValueRange" in element) {
    const field = element as unknown as ValueField;
    return new HighlightMarker(element, (_, start, end) => [field.createValueRange(start, end)], signal);
  }
  return new OverlayMarker(element, layer, signal);
}

/** One range a text node: a range over several would count the boxes of whole blocks among its rectangles. */
function richRanges({ map }: Reading, start: number, end: number): Range[] {
  return (map?.pieces(start, end) ?? []).flatMap(({ node, from, to, whole }) => {
    const range = document.createRange();
    try {
      if (whole) range.selectNode(node);
      else {
        range.setStart(node, from);
        range.setEnd(node, to);
      }
    } catch {
      // The node was cut short since it was read; the rescan that follows will find the new one.
      return [];
    }
    return [range];
  });
}

type RangesOf = (reading: Reading, start: number, end: number) => Range[];

/** Draws with the CSS Custom Highlight API, which styles text and leaves the document as it is. */
class HighlightMarker implements Marker {
  readonly #element: Element;
  readonly #rangesOf: RangesOf;
  readonly #style = new LineStyle();
  #reading: Reading | null = null;

  constructor(element: Element, rangesOf: RangesOf, signal: AbortSignal) {
    this.#element = element;
    this.#rangesOf = rangesOf;
    // Not when nothing is left to mark: that changes with every other key, and each time the page would be styled anew.
    signal.addEventListener("abort", () => this.#style.undress());
  }

  show(reading: Reading, strokes: readonly Stroke[]): void {
    this.#reading = reading;
    this.#style.dress(this.#element);
    for (const severity of SEVERITIES) {
      const ranges = strokes
        .filter((stroke) => stroke.severity === severity)
        .flatMap(({ start, end }) => this.#rangesOf(reading, start, end));
      if (ranges.length > 0) CSS.highlights.set(NAMES[severity], new Highlight(...ranges));
      else CSS.highlights.delete(NAMES[severity]);
    }
  }

  rects(start: number, end: number): DOMRect[] {
    if (!this.#reading) return [];
    const window = this.#element.getBoundingClientRect();
    return this.#rangesOf(this.#reading, start, end).flatMap((range) =>
      Array.from(range.getClientRects()).filter((rect) => rect.width > 0 && meet(rect, window)),
    );
  }

  clear(): void {
    this.#reading = null;
    for (const name of Object.values(NAMES)) CSS.highlights.delete(name);
  }
}

function meet(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}
