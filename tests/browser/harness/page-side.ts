/**
 * Functions that run inside the page. Each stands on its own, since it is sent there as source; `roots` are all closed
 * shadow roots of the page, which its own scripts could not reach.
 */

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A painted line under a stretch of text. */
export interface Line {
  readonly text: string;
  /** As `text-decoration-style` names it. */
  readonly shape: string;
  readonly start: number | null;
  readonly rect: Rect;
}

/** Lines that highlights draw, in order. A highlight without a line, or without a place, is not painted. */
export function highlightedLines(): Line[] {
  type Drawn = Line & { readonly range: Range | null };

  const everything = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll("*")].flatMap((element) => [
      element,
      ...(element.shadowRoot ? everything(element.shadowRoot) : []),
    ]);
  // A range over a value does not tell its field: it is the one that it lies in.
  const fieldAround = (rect: DOMRect) =>
    everything(document).find((element): element is HTMLTextAreaElement | HTMLInputElement => {
      const box = element.getBoundingClientRect();
      // What is scrolled out of its field is not painted.
      const holds = rect.right > box.x && rect.x < box.right && rect.bottom > box.y;
      return (
        (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) && holds && rect.y < box.bottom
      );
    });

  const seen = (rect: DOMRect, by: DOMRect): Rect => {
    const [x, y] = [Math.max(rect.x, by.x), Math.max(rect.y, by.y)];
    return { x, y, width: Math.min(rect.right, by.right) - x, height: Math.min(rect.bottom, by.bottom) - y };
  };

  const drawn = (name: string, range: AbstractRange & Partial<Range>): Drawn[] => {
    const rect = range.getClientRects?.()[0];
    if (!rect || rect.width === 0) return [];
    const field = range.startContainer ? undefined : fieldAround(rect);
    const element = field ?? range.startContainer?.parentElement;
    if (!element) return [];
    const style = getComputedStyle(element, `::highlight(${name})`);
    if (!style.textDecorationLine.includes("underline")) return [];
    const line = { shape: style.textDecorationStyle, rect: seen(rect, field?.getBoundingClientRect() ?? rect) };
    if (field) {
      return [
        { ...line, text: field.value.slice(range.startOffset, range.endOffset), start: range.startOffset, range: null },
      ];
    }
    return [{ ...line, text: String(range), start: null, range: range as Range }];
  };

  const inOrder = (a: Drawn, b: Drawn) =>
    a.range && b.range ? a.range.compareBoundaryPoints(Range.START_TO_START, b.range) : (a.start ?? 0) - (b.start ?? 0);

  // One mark may run through several nodes, such as bold words: pieces with nothing between them are one.
  const adjoins = (a: Drawn, b: Drawn): boolean => {
    if (!a.range || !b.range || a.shape !== b.shape) return false;
    const between = document.createRange();
    between.setStart(a.range.endContainer, a.range.endOffset);
    between.setEnd(b.range.startContainer, b.range.startOffset);
    const blockOf = (node: Node | null) => {
      let at = node instanceof Element ? node : node?.parentElement;
      while (at && getComputedStyle(at).display.startsWith("inline")) at = at.parentElement;
      return at;
    };
    return String(between) === "" && blockOf(a.range.endContainer) === blockOf(b.range.startContainer);
  };

  const joined: Drawn[] = [];
  const all = [...CSS.highlights].flatMap(([name, ranges]) => [...ranges].flatMap((range) => drawn(name, range)));
  for (const one of all.sort(inOrder)) {
    const last = joined.at(-1);
    if (last && adjoins(last, one))
      joined[joined.length - 1] = { ...last, text: last.text + one.text, range: one.range };
    else joined.push(one);
  }
  return joined.map(({ text, shape, start, rect }) => ({ text, shape, start, rect }));
}

/** Lines that a transparent copy of a text field's text draws over it, in order. */
export function overlaidLines(roots: ShadowRoot[]): Line[] {
  return roots
    .flatMap((root) => [...root.querySelectorAll("*")])
    .flatMap((element) => {
      const style = getComputedStyle(element);
      const rect = element.getClientRects()[0];
      const isLine = style.textDecorationLine.includes("underline") && style.color === "rgba(0, 0, 0, 0)";
      if (!isLine || !rect || rect.width === 0 || !element.parentElement || !element.checkVisibility()) return [];
      // What its field does not show of the copy is cut off.
      const window = element.closest("[popover]")?.getBoundingClientRect() ?? rect;
      const [x, y] = [Math.max(rect.x, window.x), Math.max(rect.y, window.y)];
      const width = Math.min(rect.right, window.right) - x;
      const height = Math.min(rect.bottom, window.bottom) - y;
      if (width <= 0 || height <= 0) return [];
      const before = document.createRange();
      before.setStart(element.parentElement, 0);
      before.setEndBefore(element);
      return [
        {
          text: element.textContent ?? "",
          shape: style.textDecorationStyle,
          start: String(before).length,
          rect: { x, y, width, height },
        },
      ];
    });
}

/** The open card, as far as it can be read. */
export function visibleCard(roots: ShadowRoot[]) {
  const card = roots
    .flatMap((root) => [...root.querySelectorAll<HTMLElement>("[role='dialog']")])
    .find((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
  if (!card) return null;
  const { x, y, width, height } = card.getBoundingClientRect();
  return {
    text: card.innerText,
    severity: card.querySelector<HTMLElement>(".severity")?.innerText ?? "",
    title: card.querySelector<HTMLElement>("h2")?.innerText ?? "",
    clauses: [...card.querySelectorAll<HTMLElement>("li b")].map((clause) => clause.innerText),
    rect: { x, y, width, height },
  };
}
