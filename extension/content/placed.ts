import { type Part, stretchesOf, type ThreadReading } from "./thread.ts";

/** A range over the value of a text field (Chromium only so far). */
type ValueField = Element & { createValueRange(start: number, end: number): AbstractRange & Range };

/** What happened to the nodes of the composers since they were read. */
export interface Touched {
  /** The text nodes in which characters changed. */
  readonly texts: ReadonlySet<Node>;
  /** Whether nodes came or went. */
  readonly isRebuilt: boolean;
}

/** Where a stretch of the text is shown: by a stretch of one text node, by a node as a whole, or by a field's value. */
export interface Place {
  readonly part: Part;
  /** Null in a field. */
  readonly node: Node | null;
  readonly from: number;
  readonly to: number;
  readonly whole: boolean;
  /** Whether words of another node stand right beside it. */
  readonly isJoined: boolean;
}

/** A place with the range that was made for it. */
export interface Placed {
  readonly place: Place;
  readonly range: Range;
  /** The words under the range, with the character on either side. */
  readonly words: string;
  /** Whether its node, or its field, starts or ends with it. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

export function placesOf(reading: ThreadReading, start: number, end: number): Place[] {
  return stretchesOf(reading, start, end).flatMap(({ part, from, to }) => placesIn(part, from, to));
}

function placesIn(part: Part, start: number, end: number): Place[] {
  if (part.composer.kind === "field") {
    if (!("createValueRange" in part.composer.element)) return [];
    return [{ part, node: null, from: start, to: end, whole: false, isJoined: false }];
  }
  // One range a text node: a range over several would count the boxes of whole blocks among its rectangles.
  const pieces = part.map?.pieces(start, end) ?? [];
  const isJoined = pieces.length > 1 || isInLine(part.text[start - 1]) || isInLine(part.text[end]);
  return pieces.map((piece) => ({ part, ...piece, isJoined }));
}

const isInLine = (character: string | undefined) => character !== undefined && character !== "\n";

/** The range of a place; null where what was read has been cut off since, until it is read again. */
export function rangeOf({ part, node, from, to, whole }: Place): Range | null {
  const { kind, element } = part.composer;
  if (kind === "field") {
    if (to > element.value.length) return null;
    return (element as unknown as ValueField).createValueRange(from, to);
  }
  const range = document.createRange();
  try {
    if (!node) return null;
    if (whole) range.selectNode(node);
    else {
      range.setStart(node, from);
      range.setEnd(node, to);
    }
  } catch {
    return null;
  }
  return range;
}

/** The place with what stands there now. */
export function placed(place: Place, range: Range): Placed {
  const data = dataAt(place) ?? "";
  const { from, to } = place;
  return { place, range, words: around(data, from, to), isFirst: from === 0, isLast: to === data.length };
}

/** Whether the range made for one place lies at another. */
export function liesAt({ range, place }: Placed, { part, node, from, to, whole }: Place): boolean {
  if (place.part.composer.element !== part.composer.element) return false;
  const { startContainer, startOffset, endContainer, endOffset } = range;
  if (!node) return startOffset === from && endOffset === to;
  if (!whole) return startContainer === node && endContainer === node && startOffset === from && endOffset === to;
  return (
    startContainer === endContainer && startContainer.childNodes[startOffset] === node && endOffset - startOffset === 1
  );
}

/**
 * Whether a range still lies under the words that it was made for, with the same beside them. Ranges move along with what
 * is written elsewhere, but whatever is written in a mark or right beside it must take it away at once. To tell that takes
 * a look at the mark, where to read the text takes one at all of it. False where it is not certain.
 */
export function stands(placed: Placed, touched: Touched): boolean {
  const { part, node, isJoined } = placed.place;
  if (!node) return isUnchanged(placed);
  if (touched.isRebuilt ? !isThere(placed) : touched.texts.has(node) && !isUnchanged(placed)) return false;
  // At the end of a node, what is written in another one may stand right beside it.
  if (!placed.isFirst && !placed.isLast) return true;
  if (touched.isRebuilt) return false;
  const others = [...touched.texts].filter((text) => text !== node);
  return others.length === 0 || (!isJoined && others.every((other) => part.map?.shows(other)));
}

function isUnchanged({ place, range, words, isFirst, isLast }: Placed): boolean {
  const data = dataAt(place);
  const { startOffset: from, endOffset: to } = range;
  if (data === null || (from === 0) !== isFirst || (to === data.length) !== isLast) return false;
  return around(data, from, to) === words;
}

/** Whether it is so although nodes came and went. */
function isThere(placed: Placed): boolean {
  const { place, range } = placed;
  const { node, part } = place;
  const isIn = range.startContainer === node && range.endContainer === node;
  return isIn && part.composer.element.contains(node) && isUnchanged(placed);
}

/** The characters among which a place counts; null where it counts none. */
function dataAt({ part: { composer }, node, whole }: Place): string | null {
  if (composer.kind === "field") return composer.element.value;
  // Only text nodes are read in part. Firefox takes its time to tell what kind of node one is.
  return node && !whole ? (node as Text).data : null;
}

const around = (data: string, from: number, to: number) => data.slice(Math.max(0, from - 1), to + 1);
