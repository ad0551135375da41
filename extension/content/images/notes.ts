import type { Note } from "../note.ts";
import type { Stored } from "./exif.ts";

export const STORED_ID = "picture-stored";
export const SHOWS_ID = "picture-shows";

/** What was attached to one post. */
export interface Attached {
  readonly pictures: number;
  readonly videos: number;
  /** What any of the pictures stores. */
  readonly stored: Stored;
}

/** What there is to think of. The place itself is not told: nothing here has read it. */
export function notesOf({ pictures, videos, stored }: Attached): Note[] {
  return [
    ...(stored.place || stored.time ? [storedNote(pictures, stored)] : []),
    showsNote(pictures === 0 && videos > 0),
  ];
}

function storedNote(pictures: number, { place, time }: Stored): Note {
  const what = [place && "where", time && "when"].filter(Boolean).join(" and ");
  const asked = [place && "place", time && "time"].filter(Boolean).join(" and the ");
  const isOne = pictures === 1;
  return {
    id: STORED_ID,
    severity: "caution",
    title: isOne ? `The picture says ${what} it was taken` : `A picture says ${what} it was taken`,
    why: `The ${asked} at which it was taken ${place && time ? "are" : "is"} stored in the file. Many sites take that out, but not all, and with a shift or a scene in mind it can lead to a patient.`,
    instead:
      "Attach a copy without it: a screenshot of the picture, or one shared from your phone with the location left out.",
  };
}

function showsNote(isVideo: boolean): Note {
  const thing = isVideo ? "video" : "picture";
  return {
    id: SHOWS_ID,
    severity: "advice",
    title: `Look at the ${thing} once more`,
    why: `A ${thing} can show more than was meant: faces and number plates, house fronts, screens and notes, an ECG, a uniform and its badges${isVideo ? ", and what is said in the background" : ""}.`,
    instead: "Leave out or cover what could tell who or where someone is, and what is not yours to show.",
  };
}
