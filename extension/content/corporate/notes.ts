import type { Note } from "../note.ts";
import { CLAUSE } from "./clause.ts";
import type { Hashtag } from "./hashtags.ts";

export const HASHTAGS_ID = "hashtags";
export const DESCRIPTION_ID = "picture-description";

const SAYS = `${CLAUSE.policy} ${CLAUSE.number} – ${CLAUSE.summary}`;
const MOST_SHOWN = 4;

export function hashtagsNote(tags: readonly Hashtag[]): Note {
  const shown = tags.slice(0, MOST_SHOWN).map(({ better }) => better);
  return {
    id: HASHTAGS_ID,
    severity: "advice",
    title: tags.length === 1 ? `A hashtag that is hard to read: ${tags[0]?.written}` : "Hashtags that are hard to read",
    why: `Software that reads a text out can only tell the words of a hashtag apart by their capitals. ${SAYS}`,
    instead: `Write ${shown.join(", ")}.`,
  };
}

export const DESCRIPTION_NOTE: Note = {
  id: DESCRIPTION_ID,
  severity: "advice",
  title: "Has the picture a description?",
  why: `Somebody who cannot see the picture hears its alternative text instead. ${SAYS}`,
  instead: "Say in a sentence or two what the picture shows, where the site asks for “ALT” or a description.",
};
