import type { Box } from "./place.ts";
import { shadowRootOf } from "./shadow.ts";

const CONTROLS =
  "a[href], button, input, select, textarea, label, summary, [contenteditable='true'], [role='button'], [role='link'], [role='tab']";
/** A control that cannot be pressed is worse than a word that cannot be read, and both are worse than nothing. */
const CONTROL = 100;
const WORDS = 10;

/** As far apart as one looks: hardly a control is smaller. */
const STEP = 20;
const EDGE = 4;

/** How bad it would be to cover this box of the page; 0 where nothing lies there. Our own element does not count. */
export function costOf(box: Box, composer: Element, isOurs: (element: Element) => boolean): number {
  let worst = 0;
  for (const y of between(box.top + EDGE, box.bottom - EDGE)) {
    for (const x of between(box.left + EDGE, box.right - EDGE)) {
      worst = Math.max(worst, costAt(x, y, composer, isOurs));
      if (worst === CONTROL) return worst;
    }
  }
  return worst;
}

/** Places from one end to the other, both of them included. */
function between(from: number, to: number): number[] {
  const steps = Math.max(1, Math.ceil((to - from) / STEP));
  return Array.from({ length: steps + 1 }, (_, step) => from + ((to - from) * step) / steps);
}

function costAt(x: number, y: number, composer: Element, isOurs: (element: Element) => boolean): number {
  const element = deepestAt(document, x, y, isOurs);
  if (!element) return 0;
  if (!composer.contains(element) && element.closest(CONTROLS)) return CONTROL;
  return hasWords(element) ? WORDS : 0;
}

function deepestAt(
  root: Document | ShadowRoot,
  x: number,
  y: number,
  isOurs: (element: Element) => boolean,
): Element | null {
  const element = root.elementsFromPoint(x, y).find((one) => !isOurs(one)) ?? null;
  const inner = element && shadowRootOf(element);
  return (inner && inner !== root && deepestAt(inner, x, y, isOurs)) || element;
}

/** Whether it holds words of its own, or a picture. */
function hasWords(element: Element): boolean {
  if (element.matches("img, svg, video, canvas, picture")) return true;
  return [...element.childNodes].some((node) => node instanceof Text && /\S/.test(node.data));
}
