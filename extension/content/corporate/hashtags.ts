import { ONE_WORD, WORDS } from "./words.ts";

/** A hashtag that a screen reader cannot read out, and how it would be read. */
export interface Hashtag {
  readonly written: string;
  readonly better: string;
}

/** One without capitals, with one at its front, or in capitals throughout; a number may stand at its end. */
const UNREADABLE = /(?<![\w#&/])#([a-z]{7,40}|[A-Z][a-z]{6,40}|[A-Z]{7,40})(\d{0,4})(?!\w)/g;
/** Two words of so few letters could be one that nobody listed. */
const SHORTEST_PAIR = 8;
/** A longer text has no more to say by it. */
const MOST_TAGS = 20;

/** The hashtags of several words in which nothing shows where a word begins. */
export function unreadable(text: string): Hashtag[] {
  const found = new Map<string, Hashtag>();
  for (const [written, letters = "", number = ""] of text.matchAll(UNREADABLE)) {
    const words = partsOf(letters.toLowerCase());
    if (words) found.set(written, { written, better: `#${words.map(capitalised).join("")}${number}` });
    if (found.size === MOST_TAGS) break;
  }
  return [...found.values()];
}

/** The words that letters are made of, when they are certainly several and certainly these. */
export function partsOf(letters: string): string[] | null {
  if (letters.length < SHORTEST_PAIR || WORDS.has(letters) || ONE_WORD.has(letters)) return null;
  // For every place the fewest words that lead there; null stands for two ways that are as good.
  const ways: (string[] | null | undefined)[] = [[]];
  for (let end = 1; end <= letters.length; end++) {
    for (let start = 0; start < end; start++) {
      const before = ways[start];
      const word = letters.slice(start, end);
      if (before === undefined || !(WORDS.has(word) || ONE_WORD.has(word))) continue;
      const known = ways[end];
      const way = before && [...before, word];
      if (known === undefined || (way && known && way.length < known.length)) ways[end] = way;
      else if (way && known && way.length === known.length) ways[end] = null;
    }
  }
  const words = ways[letters.length];
  return words && words.length > 1 ? words : null;
}

function capitalised(word: string): string {
  return word === "nhs" ? "NHS" : word.charAt(0).toUpperCase() + word.slice(1);
}
