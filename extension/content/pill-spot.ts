import type { Box } from "./place.ts";

/** Where the pill can stand, the best first: beside the box, for within it someone may write. */
export const SPOTS = ["below-end", "above-end", "below-start", "above-start", "after", "before"] as const;
/** Where it stands when there is no room beside the box: a corner of it. */
export const CORNERS = ["bottom-end", "top-end", "bottom-start", "top-start"] as const;
export type Spot = (typeof SPOTS)[number] | (typeof CORNERS)[number];

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Between the pill and the box, inside or outside. */
const GAP = 4;
/** What lies beneath matters more than which spot comes first, and a corner of the box is for want of anything else. */
const IN_BOX = 50;

/** The pill's box at a spot of a composer whose text ends at the right, or at the left where `rtl`. */
export function boxAt(spot: Spot, composer: Box, { width, height }: Size, rtl: boolean): Box {
  const atRight = spot.endsWith("end") ? !rtl : rtl;
  const outer = { left: composer.left - GAP - width, right: composer.right + GAP };
  const inset = isCorner(spot) ? GAP : 0;
  let left = atRight ? composer.right - inset - width : composer.left + inset;
  let top = composer.bottom - height;
  if (spot === "after") left = rtl ? outer.left : outer.right;
  if (spot === "before") left = rtl ? outer.right : outer.left;
  if (spot.startsWith("below")) top = composer.bottom + GAP;
  if (spot.startsWith("above")) top = composer.top - GAP - height;
  if (spot.startsWith("bottom")) top = composer.bottom - GAP - height;
  if (spot.startsWith("top")) top = composer.top + GAP;
  return { left, top, right: left + width, bottom: top + height };
}

/**
 * The spot where the pill is least in the way. `cost` says what lies beneath a box: nothing where it is 0. The one where
 * it stands stays unless another is better, so that it does not jump about.
 */
export function chooseSpot(boxOf: (spot: Spot) => Box, view: Box, cost: (box: Box) => number, now: Spot | null): Spot {
  const isSeen = ({ left, top, right, bottom }: Box) =>
    left >= view.left && top >= view.top && right <= view.right && bottom <= view.bottom;
  let best: { spot: Spot; cost: number } = { spot: "bottom-end", cost: Number.POSITIVE_INFINITY };
  const order = [...SPOTS, ...CORNERS];
  for (const spot of now ? [now, ...order] : order) {
    const box = boxOf(spot);
    const least = isCorner(spot) ? IN_BOX : 0;
    // A corner of a box is as good as seen: whatever of it is cut off was cut off the box.
    if (least >= best.cost || (!isSeen(box) && !isCorner(spot))) continue;
    const here = least + cost(box);
    if (here < best.cost) best = { spot, cost: here };
    if (here === 0) break;
  }
  return best.spot;
}

export function isCorner(spot: Spot): boolean {
  return CORNERS.some((corner) => corner === spot);
}
