import { SHOWS_ID } from "../images/notes.ts";
import { read } from "../read.ts";
import type { Session } from "../session.ts";
import { addressOf } from "../site.ts";
import { surfaceOf } from "../surface.ts";
import { isDescribed } from "./described.ts";
import { unreadable } from "./hashtags.ts";
import { DESCRIPTION_ID, DESCRIPTION_NOTE, HASHTAGS_ID, hashtagsNote } from "./notes.ts";

/** How long the keys must rest: a hashtag is half written longer than a word. */
const REST_MS = 700;

/** Advises whoever writes for the Trust itself on what helps people who hear a post instead of seeing it. */
export function adviseCorporate(session: Session): void {
  const { composer, signal } = session;
  const surface = surfaceOf(composer, addressOf(document));
  if (surface !== "post" && surface !== "reply") return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    adviseOnHashtags(session);
    adviseOnPictures(session);
  };
  const lookSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, REST_MS);
  };
  composer.element.addEventListener("input", lookSoon, { passive: true, signal });
  // A picture is attached by a change, a drop or a paste anywhere around the composer.
  for (const type of ["change", "drop", "paste"])
    window.addEventListener(type, lookSoon, { passive: true, capture: true, signal });
  signal.addEventListener("abort", () => clearTimeout(timer));
  look();
}

function adviseOnHashtags(session: Session): void {
  const tags = unreadable(read(session.composer).text);
  const [note, known] = [
    tags.length > 0 ? hashtagsNote(tags) : null,
    session.notes.find(({ id }) => id === HASHTAGS_ID),
  ];
  if (!note) session.unnote(HASHTAGS_ID);
  else if (known?.instead !== note.instead) session.note(note);
}

/** A picture that was attached is noted by whoever looks into it. */
function adviseOnPictures(session: Session): void {
  // A video alone is noted under the same id; what it needs are subtitles.
  const isAttached = session.notes.some(({ id, title }) => id === SHOWS_ID && !title.includes("video"));
  const isNoted = session.notes.some(({ id }) => id === DESCRIPTION_ID);
  const lacks = isAttached && !isDescribed(session.composer.element);
  if (lacks && !isNoted) session.note(DESCRIPTION_NOTE);
  else if (!lacks && isNoted) session.unnote(DESCRIPTION_ID);
}
