/** What a person sees of the extension: painted marks and the card, read from the page and not from the scanner. */
import type { Page } from "puppeteer-core";
import type { Severity } from "../../../extension/shared/protocol.ts";
import type { Browser } from "./browser.ts";

/** A painted stretch of text. */
export interface Mark {
  readonly text: string;
  /** By the shape of its line: dotted, wavy or solid. */
  readonly severity: Severity;
  /** Where it starts in a text field's value; null in rich text. */
  readonly start: number | null;
  /** Its first painted line in the viewport. */
  readonly rect: Rect;
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The marks of the page's main frame, in the order of the text. */
export async function marks(browser: Browser, page: Page): Promise<readonly Mark[]> {
  const painted = await browser.inClosedRoots(page, paintedLines, null);
  return painted.map(({ line, ...mark }) => ({ ...mark, severity: severityOf(line) }));
}

const SHAPES: Readonly<Record<string, Severity>> = { dotted: "advice", wavy: "caution", solid: "serious" };

function severityOf(line: string): Severity {
  const severity = SHAPES[line];
  if (!severity) throw new Error(`a mark has a "${line}" line, which stands for no severity`);
  return severity;
}

interface Line {
  readonly text: string;
  readonly line: string;
  readonly start: number | null;
  readonly rect: Rect;
}

/** Runs in the page. A highlight without a line, or without a place, is not painted and does not count. */
function paintedLines(roots: ShadowRoot[]): Line[] {
  type Drawn = Line & { readonly range: Range | null };

  const rectOf = ({ x, y, width, height }: DOMRect) => ({ x, y, width, height });
  const within = (inner: DOMRect, outer: DOMRect) =>
    inner.x >= outer.x - 1 &&
    inner.y >= outer.y - 1 &&
    inner.right <= outer.right + 1 &&
    inner.bottom <= outer.bottom + 1;

  const deep = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll("*")].flatMap((element) => [
      element,
      ...(element.shadowRoot ? deep(element.shadowRoot) : []),
    ]);
  const everything = [document, ...roots].flatMap(deep);
  const fields = everything.filter(
    (element): element is HTMLTextAreaElement | HTMLInputElement =>
      element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement,
  );

  const highlighted = (name: string, range: AbstractRange & Partial<Range>): Drawn[] => {
    const rect = range.getClientRects?.()[0];
    if (!rect || rect.width === 0) return [];
    // A range over a value does not tell its field: it is the one that it lies in.
    const field = range.startContainer ? undefined : fields.find((one) => within(rect, one.getBoundingClientRect()));
    const element = field ?? (range.startContainer as Node).parentElement;
    if (!element) return [];
    const style = getComputedStyle(element, `::highlight(${name})`);
    if (!style.textDecorationLine.includes("underline")) return [];
    const text = field ? field.value.slice(range.startOffset, range.endOffset) : String(range);
    const start = field ? range.startOffset : null;
    return [
      { text, line: style.textDecorationStyle, start, rect: rectOf(rect), range: field ? null : (range as Range) },
    ];
  };

  // Over a text field without such ranges: a transparent copy of its text that carries the lines.
  const overlaid = (root: ShadowRoot): Drawn[] =>
    [...root.querySelectorAll("*")].flatMap((element) => {
      const style = getComputedStyle(element);
      const rect = element.getClientRects()[0];
      const isLine = style.textDecorationLine.includes("underline") && style.color === "rgba(0, 0, 0, 0)";
      if (!isLine || !rect || rect.width === 0 || !element.checkVisibility()) return [];
      const before = document.createRange();
      before.setStart(element.parentElement as Element, 0);
      before.setEndBefore(element);
      const start = String(before).length;
      return [
        { text: element.textContent ?? "", line: style.textDecorationStyle, start, rect: rectOf(rect), range: null },
      ];
    });

  const inOrder = (a: Drawn, b: Drawn) =>
    a.range && b.range
      ? a.range.compareBoundaryPoints(Range.START_TO_START, b.range)
      : (a.start ?? Number.MAX_SAFE_INTEGER) - (b.start ?? Number.MAX_SAFE_INTEGER);

  // One mark may run through several nodes, such as bold words: pieces without a character between them are one.
  const adjoins = (a: Drawn | undefined, b: Drawn): a is Drawn => {
    if (!a?.range || !b.range || a.line !== b.line) return false;
    const between = document.createRange();
    between.setStart(a.range.endContainer, a.range.endOffset);
    between.setEnd(b.range.startContainer, b.range.startOffset);
    return String(between) === "" && Math.abs(a.range.getBoundingClientRect().bottom - b.rect.y - b.rect.height) < 2;
  };

  const drawn = [...CSS.highlights]
    .flatMap(([name, ranges]) => [...ranges].flatMap((range) => highlighted(name, range)))
    .concat(roots.flatMap(overlaid))
    .sort(inOrder);
  const joined: Drawn[] = [];
  for (const one of drawn) {
    const last = joined.at(-1);
    if (!adjoins(last, one)) joined.push(one);
    else joined[joined.length - 1] = { ...last, text: last.text + one.text, range: one.range };
  }
  return joined.map(({ text, line, start, rect }) => ({ text, line, start, rect }));
}
