import { SEVERITIES, type Severity } from "../shared/protocol.ts";
import type { Layer } from "./layer.ts";
import { LineStyle } from "./line-style.ts";
import { OverlayMarker } from "./overlay.ts";
import type { Stroke } from "./strokes.ts";
import { type Part, stretchesOf, type ThreadReading } from "./thread.ts";

/** The names of the highlights that `line-style.ts` draws. A page can read them, so they say nothing of what they mark. */
const NAMES: Record<Severity, string> = { advice: "line-1", caution: "line-2", serious: "line-3" };

/** A range over the value of a text field (Chromium only so far). */
type ValueField = Element & { createValueRange(start: number, end: number): AbstractRange & Range };

/** A range, and the composer in which it stands. */
interface Placed {
  readonly range: Range;
  readonly part: Part;
}

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
      const ranges = strokes
        .filter((stroke) => stroke.severity === severity)
        .flatMap(({ start, end }) => this.#rangesOf(reading, start, end));
      this.#highlight(severity, ranges);
    }
    for (const { composer } of reading.parts) this.#style.dress(composer.element);
    this.#showOverlays(reading, strokes);
  }

  /** Ranges move along with what is written: the page is painted anew only where they are not what they should be. */
  #highlight(severity: Severity, ranges: readonly Placed[]): void {
    const name = NAMES[severity];
    const drawn = this.#drawn.get(severity);
    if (drawn && areSame(drawn.ranges, ranges) && CSS.highlights.get(name) === drawn.highlight) return;
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

  /** Where the text from `start` to `end` is seen, in the viewport, a rectangle a line. */
  rects(start: number, end: number): DOMRect[] {
    if (!this.#reading) return [];
    const ranges = this.#rangesOf(this.#reading, start, end).flatMap(({ range, part }) => {
      const window = part.composer.element.getBoundingClientRect();
      return Array.from(range.getClientRects()).filter((rect) => rect.width > 0 && meet(rect, window));
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

  #rangesOf(reading: ThreadReading, start: number, end: number): Placed[] {
    return stretchesOf(reading, start, end).flatMap(({ part, from, to }) =>
      rangesIn(part, from, to).map((range) => ({ range, part })),
    );
  }

  #showOverlays({ parts }: ThreadReading, strokes: readonly Stroke[]): void {
    const fields = new Map(parts.map((part) => [part.composer.element as Element, part]));
    for (const [field, overlay] of this.#overlays) if (!fields.has(field)) overlay.clear();
    for (const part of parts) {
      const { kind, element } = part.composer;
      if (kind !== "field" || "createValueRange" in element) continue;
      const own = strokesIn(part, strokes);
      const overlay = this.#overlays.get(element) ?? new OverlayMarker(element, this.#layer, this.#signal);
      this.#overlays.set(element, overlay);
      overlay.show(part.text, own);
    }
  }
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

/** Where a composer shows a stretch of its text: nowhere that was cut off since it was read, until it is read again. */
function rangesIn({ composer: { kind, element }, map }: Part, start: number, end: number): Range[] {
  if (kind === "field") {
    if (!("createValueRange" in element) || end > element.value.length) return [];
    return [(element as unknown as ValueField).createValueRange(start, end)];
  }
  // One range a text node: a range over several would count the boxes of whole blocks among its rectangles.
  return (map?.pieces(start, end) ?? []).flatMap(({ node, from, to, whole }) => {
    const range = document.createRange();
    try {
      if (whole) range.selectNode(node);
      else {
        range.setStart(node, from);
        range.setEnd(node, to);
      }
    } catch {
      return [];
    }
    return [range];
  });
}

function areSame(drawn: readonly Placed[], wanted: readonly Placed[]): boolean {
  const isSame = ({ range, part }: Placed, other: Placed | undefined) =>
    other !== undefined &&
    part.composer.element === other.part.composer.element &&
    range.startContainer === other.range.startContainer &&
    range.startOffset === other.range.startOffset &&
    range.endContainer === other.range.endContainer &&
    range.endOffset === other.range.endOffset;
  return drawn.length === wanted.length && drawn.every((one, at) => isSame(one, wanted[at]));
}

function meet(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}
