import type { Span } from "./edit.ts";

/** What of a field's style decides whether words may be moved by those behind them. */
type Flow = Pick<CSSStyleDeclaration, "direction" | "unicodeBidi" | "textAlign" | "textAlignLast">;

/** Letters that run to the left, and what turns the direction of others. */
const LEFTWARD =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** What every font has letters for: any other may make its line higher. */
const LEVEL = /^[\t\n\r -~\u00a0-\u00ff\u2010-\u2026\u20ac]*$/;

/**
 * How much of a text decides where its lines stand: all up to the end of the word in which the last of them ends, where
 * no text behind it moves that word, and the whole otherwise.
 */
export function reachOf(text: string, lines: readonly Span[], flow: Flow): number {
  const end = lines.at(-1)?.end ?? 0;
  const gap = text.slice(end).search(/[ \n]/);
  // Without a gap the word may go on, and move to the next line for want of room.
  if (gap < 0) return text.length;
  // Where spaces have room of their own, the first one counts with the word.
  const reach = end + gap + 1;
  const isSettled = runsOn(flow) && startsRightward(text.slice(0, reach), flow) && LEVEL.test(text.slice(reach));
  return isSettled ? reach : text.length;
}

/** Whether a copy of a text, made as far as its lines reach, is one of this text too. */
export function isAsideOf(copied: string, from: string, text: string): boolean {
  if (copied.length === from.length || !text.startsWith(copied)) return text === from;
  return LEVEL.test(text.slice(copied.length));
}

/** Whether each line of text begins at the left, whatever else comes to stand in it. */
function runsOn({ direction, textAlign, textAlignLast }: Flow): boolean {
  return direction === "ltr" && /^(start|left|-moz-left)$/.test(textAlign) && /^(auto|start|left)$/.test(textAlignLast);
}

/** Where each paragraph has the direction of its first letters, there must be some. */
function startsRightward(text: string, { unicodeBidi }: Flow): boolean {
  if (LEFTWARD.test(text)) return false;
  return unicodeBidi !== "plaintext" || /[a-z]/i.test(text.slice(text.lastIndexOf("\n", text.length - 2) + 1));
}
