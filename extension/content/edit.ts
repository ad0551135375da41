/** A stretch of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What changed between two texts: `removed` units at `start` gave way to `inserted`. */
export interface Edit {
  readonly start: number;
  readonly removed: number;
  readonly inserted: string;
}

/** The smallest single edit that turns one text into the other, or null when they are the same. */
export function editBetween(before: string, after: string): Edit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  const start = alike(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const tail = alike(
    shorter - start,
    (from, to) =>
      before.slice(before.length - to, before.length - from) === after.slice(after.length - to, after.length - from),
  );
  return { start, removed: before.length - start - tail, inserted: after.slice(start, after.length - tail) };
}

/** As many units as the browser compares at once before they are looked at in smaller pieces. */
const STRIDE = 512;

/** How many units, up to `length`, are the same. Long texts are compared by the stride, which is quicker by far. */
function alike(length: number, areSame: (from: number, to: number) => boolean): number {
  let at = 0;
  for (let stride = STRIDE; stride >= 1; stride /= 2) {
    while (at + stride <= length && areSame(at, at + stride)) at += stride;
  }
  return at;
}

/**
 * The spans that an edit leaves alone, where they stand after it.
 *
 * Whatever the edit touches is dropped until it has been scanned again: better no mark for a moment than one under the
 * wrong words. Text that abuts a span touches it too, because it may make a different word of it; white space does not.
 */
export function shift<S extends Span>(spans: readonly S[], edit: Edit): S[] {
  const { start, removed, inserted } = edit;
  const by = inserted.length - removed;
  const cutsOff = (character: string | undefined) => removed === 0 && character !== undefined && /\s/.test(character);
  return spans.flatMap((span) => {
    if (span.end < start || (span.end === start && cutsOff(inserted[0]))) return [span];
    const after = start + removed;
    if (span.start > after || (span.start === after && cutsOff(inserted.at(-1)))) {
      return [{ ...span, start: span.start + by, end: span.end + by }];
    }
    return [];
  });
}
