import { SCAN_LIMIT } from "../shared/wasm.ts";
import type { Composer } from "./composer.ts";
import { type TextMap, TextMapBuilder } from "./text-map.ts";

/** What a composer says, and for a rich one where each unit of it stands. */
export interface Reading {
  readonly text: string;
  readonly map: TextMap<Node> | null;
}

/** Subtrees that show something other than what the person wrote. */
const NOT_TEXT =
  "script, style, template, noscript, select, button, input, textarea, svg, [data-slate-spacer], [data-slate-placeholder]";
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

function readChildren(parent: Node, into: TextMapBuilder<Node>): void {
  for (let node = parent.firstChild; node && into.length <= SCAN_LIMIT; node = node.nextSibling) {
    if (node instanceof Text) readText(node, into);
    else if (node instanceof HTMLElement) readElement(node, into);
  }
}

function readElement(element: HTMLElement, into: TextMapBuilder<Node>): void {
  if (element.localName === "br") {
    if (element.matches(HOLDS_LINE_OPEN)) into.line();
    else into.break();
    return;
  }
  if (element.matches(NOT_TEXT) || element.matches(HOLDS_CARET)) return;
  if (element instanceof HTMLImageElement) {
    // Sites draw emoji as images; any other picture only keeps the words beside it apart.
    into.stand(element, EMOJI.test(element.alt) ? element.alt : " ");
    return;
  }
  const { display } = getComputedStyle(element);
  if (display === "none") return;
  const isBlock = !INLINE_DISPLAY.test(display);
  if (isBlock) into.boundary();
  readChildren(element, into);
  if (isBlock) into.boundary();
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
