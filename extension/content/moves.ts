/** Who hears of an element's moves, and what ends the watch when nobody does any more. */
interface Watch {
  readonly hearing: Set<() => void>;
  readonly over: AbortController;
}

/** One watch an element, however many things of ours stand by it: each costs every frame of the page a little. */
const watches = new WeakMap<Element, Watch>();

/**
 * Tells when an element may be elsewhere in the viewport than before: it or the page was scrolled, resized or pinched, or
 * something beside it grew. Nothing is looked at while nothing moves.
 */
export function watchMoves(element: Element, signal: AbortSignal, moved: () => void): void {
  const watch = watches.get(element) ?? begun(element);
  watch.hearing.add(moved);
  signal.addEventListener("abort", () => {
    watch.hearing.delete(moved);
    if (watch.hearing.size > 0) return;
    watch.over.abort();
    watches.delete(element);
  });
}

function begun(element: Element): Watch {
  const watch = { hearing: new Set<() => void>(), over: new AbortController() };
  watches.set(element, watch);
  watchAlone(element, watch.over.signal, () => {
    for (const moved of watch.hearing) moved();
  });
  return watch;
}

function watchAlone(element: Element, signal: AbortSignal, moved: () => void): void {
  const passive = { passive: true, signal };
  // What is scrolled inside of it, such as a line that is longer than its field, leaves it where it is.
  const scrolled = ({ target }: Event) => (target instanceof Node && element.contains(target)) || moved();
  window.addEventListener("scroll", scrolled, { ...passive, capture: true });
  window.addEventListener("resize", moved, passive);
  window.visualViewport?.addEventListener("scroll", moved, passive);
  window.visualViewport?.addEventListener("resize", moved, passive);
  const sizes = new ResizeObserver(moved);
  sizes.observe(element);
  signal.addEventListener("abort", () => sizes.disconnect());
  watchShifts(element, signal, moved);
}

/**
 * No event tells that a neighbour pushed an element. But an observer whose root is cut down to the very place where the
 * element stands sees it leave, whichever way it goes; then another one is set up around its new place.
 */
function watchShifts(element: Element, signal: AbortSignal, moved: () => void): void {
  let observer: IntersectionObserver | null = null;
  const observe = () => {
    observer?.disconnect();
    if (signal.aborted) return;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const cut = [top, clientWidth - right, clientHeight - bottom, left].map((edge) => `${-Math.floor(edge)}px`);
    let seen: number | null = null;
    observer = new IntersectionObserver(
      ([entry]) => {
        const ratio = entry?.intersectionRatio ?? 0;
        const shifted = seen !== null && ratio !== seen;
        seen = ratio;
        if (!shifted) return;
        moved();
        observe();
      },
      { root: document, rootMargin: cut.join(" "), threshold: THRESHOLDS },
    );
    observer.observe(element);
  };
  observe();
  signal.addEventListener("abort", () => observer?.disconnect());
}

/** Close enough together that a shift by a pixel or so is told, of whatever height the element is. */
const THRESHOLDS = Array.from({ length: 101 }, (_, step) => step / 100);
