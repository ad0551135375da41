/** A rectangle by its edges. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Placement {
  readonly left: number;
  readonly top: number;
  readonly maxHeight: number;
}

/** Between the mark and the card: near enough that the pointer gets across, with room for the line under the text. */
const GAP = 8;
const MARGIN = 8;
/** Less than this and a card is not worth squeezing in beside the mark. */
const LEAST_HEIGHT = 220;

/**
 * Where a card of this size goes: below the mark, else above it, and inside the view either way. Only where there is no
 * room beside the mark does it cover it.
 */
export function place(mark: Box, card: { width: number; height: number }, view: Box): Placement {
  const left = Math.max(view.left + MARGIN, Math.min(mark.left, view.right - MARGIN - card.width));
  const below = view.bottom - MARGIN - (mark.bottom + GAP);
  const above = mark.top - GAP - (view.top + MARGIN);
  if (card.height <= below || (below >= above && below >= LEAST_HEIGHT)) {
    return { left, top: mark.bottom + GAP, maxHeight: below };
  }
  if (card.height <= above || above >= LEAST_HEIGHT) {
    return { left, top: mark.top - GAP - Math.min(card.height, above), maxHeight: above };
  }
  const maxHeight = view.bottom - view.top - 2 * MARGIN;
  return { left, top: view.bottom - MARGIN - Math.min(card.height, maxHeight), maxHeight };
}

/** The smallest box around all of these, or null around none. */
export function around(boxes: readonly Box[]): Box | null {
  const [first, ...rest] = boxes;
  if (!first) return null;
  return rest.reduce<Box>(
    (all, box) => ({
      left: Math.min(all.left, box.left),
      top: Math.min(all.top, box.top),
      right: Math.max(all.right, box.right),
      bottom: Math.max(all.bottom, box.bottom),
    }),
    first,
  );
}

/** What can be seen of the page: less than the window, while it is pinched or a keyboard is on the screen. */
export function viewNow(): Box {
  const {
    offsetLeft = 0,
    offsetTop = 0,
    width,
    height,
  } = window.visualViewport ?? {
    width: window.innerWidth,
    height: window.innerHeight,
  };
  return { left: offsetLeft, top: offsetTop, right: offsetLeft + width, bottom: offsetTop + height };
}

/** As tall as a box with an explanation unfolded tends to be. */
const UNFOLDED = 420;
const TALLEST = 560;

/** How far a box stands from the left of the viewport, and from its top or, `fromBottom`, its bottom. */
export interface Anchored {
  readonly left: number;
  readonly away: number;
  readonly fromBottom: boolean;
  readonly maxHeight: number;
}

/**
 * Where a box goes whose height changes as things in it are unfolded: it is fixed by its top below the mark, or by its
 * bottom above it, so that it never jumps from one side to the other. Its end is where the mark's is, if there is room.
 */
export function placeUnfolding(mark: Box, width: number, view: Box, viewportHeight: number): Anchored {
  // Each edge by name: the edges of a DOMRect are not its own, and a spread would lose them.
  const atEnd = { left: mark.right - width, top: mark.top, right: mark.right, bottom: mark.bottom };
  const { left, top, maxHeight } = place(atEnd, { width, height: UNFOLDED }, view);
  const fromBottom = top < mark.bottom;
  const away = fromBottom ? viewportHeight - top - Math.min(UNFOLDED, maxHeight) : top;
  return { left, away, fromBottom, maxHeight: Math.min(maxHeight, TALLEST) };
}
