import { SCAN_LIMIT } from "../shared/wasm.ts";
import type { Composer } from "./composer.ts";
import { type TextMap, TextMapBuilder } from "./text-map.ts";

/** What a composer says, and for a rich one where each unit of it stands. */
export interface Reading {
  readonly text: string;
  readonly map: TextMap<Node> | null;
}

/** Subtrees that show nothing. */
const UNSEEN = "script, style, template, noscript, datalist, [data-slate-spacer], [data-slate-placeholder]";
/** What shows something other than what the person wrote, and keeps the words beside it apart. */
const NOT_TEXT =
  "select, button, input, textarea, label, svg, audio, video, canvas, object, iframe, math, [role='button'], [role='toolbar']";
/** Line breaks that an editor puts in to give an empty line its height. */
const HOLDS_LINE_OPEN = "br.ProseMirror-trailingBreak, br[data-lexical-managed-linebreak], [data-slate-zero-width] br";
/** An image that an editor puts in to hold a caret. */
const HOLDS_CARET = "img.ProseMirror-separator";

const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
const INLINE_DISPLAY = /^(inline|contents|ruby|none)/;
const COLLAPSIBLE = /[\t\n\r]| {2}|^ | $/;
const COLLAPSING = /^(normal|nowrap)/;

export function read(composer: Composer): Reading {
  if (composer.kind === "field") return { text: composer.element.value.slice(0, SCAN_LIMIT + 1), map: null };
  const map = readTree(composer.element);
  return { text: map.text, map };
}

/** Walks a rich composer. Nothing past the scanner's limit is read. */
function readTree(root: HTMLElement): TextMap<Node> {
  const into = new TextMapBuilder<Node>();
  readChildren(root, into);
  return into.build();
}

function readChildren(parent: Node, into: TextMapBuilder<Node>, inRow = false): void {
  for (let node = parent.firstChild; node && into.length <= SCAN_LIMIT; node = node.nextSibling) {
    if (node instanceof Text) readText(node, into);
    else if (node instanceof HTMLElement) readElement(node, into, inRow);
    else if (node instanceof Element) into.gap();
  }
}

function readElement(element: HTMLElement, into: TextMapBuilder<Node>, inRow: boolean): void {
  if (element.localName === "br") {
    if (element.matches(HOLDS_LINE_OPEN)) into.line();
    else into.break();
    return;
  }
  if (element.matches(UNSEEN) || element.matches(HOLDS_CARET)) return;
  const emoji = emojiOf(element);
  if (emoji !== null) {
    into.stand(element, emoji);
    return;
  }
  const style = getComputedStyle(element);
  if (style.display === "none" || isHidden(element, style)) return;
  if (element.matches(NOT_TEXT)) {
    into.gap();
    return;
  }
  const edge = edgeOf(style.display, inRow);
  if (edge) into[edge]();
  readChildren(element, into, /flex/.test(style.display) && style.flexDirection.startsWith("row"));
  if (edge) into[edge]();
}

/** What stands for itself: sites draw emoji as images. Any other picture only keeps the words beside it apart. */
function emojiOf(element: HTMLElement): string | null {
  if (element instanceof HTMLImageElement) return EMOJI.test(element.alt) ? element.alt : " ";
  if (element.getAttribute("role") !== "img") return null;
  const name = element.getAttribute("aria-label") ?? "";
  return EMOJI.test(name) ? name : null;
}

/** What comes between an element and what stands in front of or behind it. */
function edgeOf(display: string, inRow: boolean): "boundary" | "gap" | null {
  // What is written above another text is another word than what is below it.
  if (display === "ruby-text") return "gap";
  if (INLINE_DISPLAY.test(display)) return null;
  // Blocks side by side are on one line.
  return inRow ? "gap" : "boundary";
}

/**
 * Whether the person does not see it. What can be written in is read whatever its style; an island that cannot may hold
 * words for a screen reader alone, or a placeholder that lies over the empty line.
 */
function isHidden(element: HTMLElement, style: CSSStyleDeclaration): boolean {
  if (style.visibility !== "visible") return true;
  if (element.isContentEditable) return false;
  const lifted = style.position === "absolute" || style.position === "fixed";
  if (!lifted) return false;
  if (element.getAttribute("aria-hidden") === "true") return true;
  const clipped = /^rect\((0|1px),? ?/.test(style.clip) || /^inset\((50|100)%/.test(style.clipPath);
  const tiny =
    style.overflow !== "visible" && Number.parseFloat(style.width) <= 1 && Number.parseFloat(style.height) <= 1;
  return clipped || tiny;
}

function readText(node: Text, into: TextMapBuilder<Node>): void {
  const { data, parentElement } = node;
  if (!COLLAPSIBLE.test(data) || !parentElement || !collapses(parentElement)) into.write(node, data);
  else readCollapsed(node, data, into);
}

function collapses(element: Element): boolean {
  return COLLAPSING.test(getComputedStyle(element).getPropertyValue("white-space"));
}

/** White space as it is shown: one space a run, none where a line starts. */
function readCollapsed(node: Text, data: string, into: TextMapBuilder<Node>): void {
  for (const { 0: part, index } of data.matchAll(/[ \t\n\r]+|[^ \t\n\r]+/g)) {
    if (!/^[ \t\n\r]/.test(part)) into.write(node, part, index);
    else if (!into.atLineStart && into.lastCharacter !== " ") into.write(node, " ", index);
  }
}
