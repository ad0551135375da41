import type { Explanation, Finding, Replacement } from "../shared/protocol.ts";

/** What could be written instead of some words of the draft; nothing where they can be left out. */
export interface Offer {
  readonly write: string;
  /** Null where it is to be added at the end. */
  readonly insteadOf: string | null;
  /** Where in the text it would go. */
  readonly replacement: Replacement;
}

/** A detail of the draft and what it tells of someone. */
export interface Detail {
  readonly quote: string;
  readonly tells: string;
}

/** What is told of a finding in the draft's own words, each stretch of it quoted. */
export interface Told {
  /** The words that were found; null where the details say it better. */
  readonly quote: string | null;
  readonly offers: readonly Offer[];
  /** Details that add up, the one to leave out first at the front. */
  readonly details: readonly Detail[];
}

const LONGEST_QUOTE = 120;
/** Of several quotes in one breath each is to be taken in at a glance. */
const LONGEST_OF_SEVERAL = 60;

/**
 * Puts a finding into words. The text is the one that was explained, for its offsets hold in no other. What would not
 * fit into the field, which takes `room` code units, is not offered.
 */
export function tell(
  explanation: Explanation | null,
  text: string,
  { start, end }: Finding,
  room = Number.POSITIVE_INFINITY,
): Told {
  const { replacements = [], pieces = [] } = explanation ?? {};
  const fits = (offer: Replacement) => {
    const longer = offer.text.length - (offer.end - offer.start);
    return longer <= 0 || text.length + longer <= room;
  };
  const quote = (part: { start: number; end: number }) => quoted(text.slice(part.start, part.end), LONGEST_OF_SEVERAL);
  return {
    quote: pieces.length > 0 ? null : quoted(text.slice(start, end)),
    offers: replacements.filter(fits).map((offer) => ({
      write: offer.text,
      insteadOf: offer.start === offer.end ? null : quote(offer),
      replacement: offer,
    })),
    details: pieces.map((piece) => ({ quote: quote(piece), tells: piece.tells })),
  };
}

/** Words of the draft between quotation marks, on one line; of too many only the first. */
export function quoted(words: string, longest = LONGEST_QUOTE): string {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length <= longest ? `“${line}”` : `“${beginning(line, longest)}…”`;
}

/** As many whole words as there is room for; of one that takes up most of the room, a part. */
function beginning(line: string, longest: number): string {
  const cut = line.slice(0, longest);
  const words = line[longest] === " " ? cut : cut.slice(0, cut.lastIndexOf(" ") + 1).trimEnd();
  // Half a surrogate pair would show as a box.
  return words.length > longest / 2 ? words : cut.replace(/\p{Surrogate}$/u, "");
}
