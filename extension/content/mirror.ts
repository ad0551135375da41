import type { Severity } from "../shared/protocol.ts";
import { clippersOf } from "./clippers.ts";
import { editBetween } from "./edit.ts";
import { isAsideOf, reachOf } from "./mirror-reach.ts";
import type { Stroke } from "./strokes.ts";

/** What decides where a field's text stands. */
const LAYOUT = [
  "font-family",
  "font-size",
  "font-style",
  "font-weight",
  "font-stretch",
  "font-variant",
  "font-kerning",
  "font-feature-settings",
  "font-variation-settings",
  "font-optical-sizing",
  "font-size-adjust",
  "letter-spacing",
  "word-spacing",
  "line-height",
  "text-align",
  "text-align-last",
  "text-indent",
  "text-transform",
  "text-rendering",
  "tab-size",
  "hyphens",
  "word-break",
  "overflow-wrap",
  "line-break",
  "direction",
  "unicode-bidi",
  "writing-mode",
  "padding-top",
  "padding-right",
  "padding-bottom",
  "padding-left",
];

/** A stretch of the text with one line under it, or none. */
interface Piece {
  readonly words: string;
  readonly severity: Severity | null;
}

interface Written extends Piece {
  words: string;
  readonly node: Text;
}

/** A transparent copy of a field's text that stands exactly over it. */
export class Mirror {
  /** What is seen of the copy: the field's padding box, less what its ancestors cut off. */
  readonly window: HTMLElement;
  readonly #field: HTMLTextAreaElement | HTMLInputElement;
  readonly #copy: HTMLElement;
  readonly #text: HTMLElement;
  readonly #clippers: readonly Element[];
  #place = "";
  #scrolled = "";
  /** The field's whole text when the copy was written, and as much of it as the copy holds. */
  #said = "";
  #copied = "";
  #pieces: Written[] = [];

  constructor(field: HTMLTextAreaElement | HTMLInputElement) {
    this.#field = field;
    this.#clippers = clippersOf(field);
    this.window = document.createElement("div");
    this.window.className = "window";
    this.window.setAttribute("aria-hidden", "true");
    this.window.popover = "manual";
    this.#copy = document.createElement("div");
    this.#copy.className = "mirror";
    this.#text = document.createElement("div");
    this.#copy.append(this.#text);
    this.window.append(this.#copy);
  }

  show(): void {
    if (!this.window.matches(":popover-open")) this.window.showPopover();
  }

  hide(): void {
    if (this.window.matches(":popover-open")) this.window.hidePopover();
    this.#text.replaceChildren();
    this.#pieces = [];
    this.#said = "";
    this.#copied = "";
  }

  /** Writes the text with its lines, as far as they reach; the same text once more is laid out anew. */
  write(text: string, strokes: readonly Stroke[]): void {
    const isOther = text !== this.#said;
    this.#said = text;
    this.#copied = text.slice(0, reachOf(text, strokes, getComputedStyle(this.#field)));
    const wanted = piecesOf(this.#copied, strokes);
    if (isOther && this.#rewrite(wanted)) return;
    this.#pieces = wanted.map(({ words, severity }) => ({ words, severity, node: document.createTextNode(words) }));
    this.#text.replaceChildren(
      ...this.#pieces.map(({ node, severity }) => (severity ? underlined(node, severity) : node)),
    );
    this.#place = "";
  }

  /** Writes only what is another: the rest need not be laid out anew. Answers whether that was enough. */
  #rewrite(wanted: readonly Piece[]): boolean {
    const pieces = this.#pieces;
    if (pieces.length !== wanted.length) return false;
    if (pieces.some(({ severity }, at) => severity !== wanted[at]?.severity)) return false;
    for (const [at, piece] of pieces.entries()) {
      const { words } = wanted[at] as Piece;
      const edit = editBetween(piece.words, words);
      if (!edit) continue;
      piece.node.replaceData(edit.start, edit.removed, edit.inserted);
      piece.words = words;
    }
    return true;
  }

  /** Whether the copy is still one of the field's text, as far as it goes. */
  get isTrue(): boolean {
    return isAsideOf(this.#copied, this.#said, this.#field.value);
  }

  /** Whether the field still says what it said when the copy was written. */
  get isCurrent(): boolean {
    return this.#field.value === this.#said;
  }

  /** Whether the field shows another part of its text than the copy does. */
  get isScrolled(): boolean {
    return this.#scrolled !== scrollOf(this.#field);
  }

  /** Moves the copy to where the field is now, if it is anywhere else. */
  follow(): void {
    const field = this.#field;
    // A scroll bar that comes or goes is seen by the width that is left.
    const place = [field, ...this.#clippers].map(placeOf).join(" ") + field.clientWidth;
    if (place !== this.#place) this.#put();
    this.#place = place;
    const { scrollLeft, scrollTop } = field;
    const scrolled = `${scrollLeft} ${scrollTop}`;
    if (scrolled === this.#scrolled) return;
    this.#scrolled = scrolled;
    this.#text.style.setProperty("transform", `translate(${-scrollLeft}px, ${-scrollTop}px)`);
  }

  #put(): void {
    const field = this.#field;
    const style = getComputedStyle(field);
    const scale = scaleOf(field);
    // Of a box that is turned no upright copy stands where its letters are.
    const box = scale === null ? new DOMRect() : paddingBox(field, style, scale);
    const seen = this.#clippers.reduce((rest, element) => cut(rest, element.getBoundingClientRect()), box);
    for (const name of LAYOUT) this.#copy.style.setProperty(name, style.getPropertyValue(name));
    put(this.window, seen.left, seen.top, seen.width, seen.height);
    // The copy is laid out as the field is, and then made as much larger or smaller.
    const by = scale || 1;
    put(this.#copy, box.left - seen.left, box.top - seen.top, box.width / by, box.height / by);
    this.#copy.style.setProperty("transform", by === 1 ? "none" : `scale(${by})`);
    if (field instanceof HTMLInputElement) this.#layOutLine(style);
    else this.#copy.style.setProperty("white-space", style.getPropertyValue("white-space"));
  }

  /** Where the copy shows a stretch of the text, as far as the window lets it be seen. */
  rects(start: number, end: number): DOMRect[] {
    const range = document.createRange();
    const [from, to] = [this.#point(start), this.#point(end)];
    if (!from || !to) return [];
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    const window = this.window.getBoundingClientRect();
    return Array.from(range.getClientRects(), (rect) => cut(rect, window)).filter((rect) => rect.width > 0);
  }

  /** A one-line input centres its line and lets it run on. */
  #layOutLine(style: CSSStyleDeclaration): void {
    this.#copy.style.setProperty("white-space", "pre");
    this.#copy.style.setProperty("display", "grid");
    this.#copy.style.setProperty("align-content", "center");
    this.#text.style.setProperty("text-align", style.textAlign);
  }

  #point(unit: number): { node: Node; offset: number } | null {
    let rest = unit;
    const nodes = document.createTreeWalker(this.#text, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node instanceof Text; node = nodes.nextNode()) {
      if (rest <= node.length) return { node, offset: rest };
      rest -= node.length;
    }
    return null;
  }
}

function piecesOf(text: string, strokes: readonly Stroke[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, severity } of strokes) {
    pieces.push({ words: text.slice(at, start), severity: null }, { words: text.slice(start, end), severity });
    at = end;
  }
  return [...pieces, { words: text.slice(at), severity: null }];
}

function underlined(node: Text, severity: Severity): HTMLElement {
  const marked = document.createElement("span");
  marked.className = severity;
  marked.append(node);
  return marked;
}

const scrollOf = ({ scrollLeft, scrollTop }: Element) => `${scrollLeft} ${scrollTop}`;

function placeOf(element: Element): string {
  const { left, top, width, height } = element.getBoundingClientRect();
  return `${left} ${top} ${width} ${height}`;
}

/** How much larger a field is seen than it is laid out, by zoom or transform; null where it is turned or skewed too. */
function scaleOf(field: HTMLElement): number | null {
  const { width, height } = field.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = field;
  const isSame = (seen: number, laidOut: number) => Math.abs(seen - laidOut) < ROUNDED;
  if (isSame(width, offsetWidth) && isSame(height, offsetHeight)) return 1;
  const scale = width / offsetWidth;
  return isSame(height / scale, offsetHeight) ? scale : null;
}

/** Offsets are whole numbers. */
const ROUNDED = 1;

/** The field's padding box in the viewport, without the gutter that a scroll bar takes on either side. */
function paddingBox(field: HTMLElement, style: CSSStyleDeclaration, scale: number): DOMRect {
  const box = field.getBoundingClientRect();
  const [top, right, bottom, left] = [
    style.borderTopWidth,
    style.borderRightWidth,
    style.borderBottomWidth,
    style.borderLeftWidth,
  ].map((width) => Number.parseFloat(width)) as [number, number, number, number];
  // Firefox gives inputs a client box that is not their padding box.
  const isInput = field instanceof HTMLInputElement;
  const gutter = isInput ? 0 : Math.max(0, Math.round(field.offsetWidth - field.clientWidth - left - right));
  const gutterLeft = isInput ? 0 : Math.max(0, Math.round(field.clientLeft - left));
  return new DOMRect(
    box.left + (left + gutterLeft) * scale,
    box.top + top * scale,
    Math.max(0, box.width - (left + right + gutter) * scale),
    Math.max(0, box.height - (top + bottom) * scale),
  );
}

function cut(rect: DOMRect, by: DOMRect): DOMRect {
  const left = Math.max(rect.left, by.left);
  const top = Math.max(rect.top, by.top);
  const right = Math.min(rect.right, by.right);
  const bottom = Math.min(rect.bottom, by.bottom);
  return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
}

function put(element: HTMLElement, left: number, top: number, width: number, height: number): void {
  for (const [name, value] of Object.entries({ left, top, width, height })) {
    element.style.setProperty(name, `${value}px`);
  }
}
