import type { Surface } from "../extension/shared/protocol.ts";

/** A post to try things out with. Everyone and everything in these is made up. */
export interface Sample {
  readonly id: string;
  readonly title: string;
  readonly surface: Surface;
  readonly text: string;
}

/** The numbers are ones that nobody has: a test NHS number, a telephone number kept for drama. */
export const SAMPLES: readonly Sample[] = [
  {
    id: "job",
    title: "About a job",
    surface: "post",
    text: "Pt was 84F, NHS 943 476 5919, at 12 Acacia Avenue LN1 3AB",
  },
  {
    id: "birthday",
    title: "A date of birth",
    surface: "post",
    text: "Took a lovely patient in today, DOB 14/02/1941, and she sang to us the whole way.",
  },
  {
    id: "found",
    title: "A phone number and a number plate",
    surface: "post",
    text: "Left at the scene by a relative: a blue Corsa, AB12 CDE. If it is yours, ring 07700 900123.",
  },
  {
    id: "details",
    title: "Small details that add up",
    surface: "post",
    text: "Our patient on Thursday night was an 87 year old lady in Barnsley who fell off her roof. Back on her feet already.",
  },
  {
    id: "petition",
    title: "A petition",
    surface: "post",
    text: "Please sign the petition to keep our station open: https://www.change.org/p/keep-our-station-open",
  },
  {
    id: "unkind",
    title: "Unkind words (an example of what not to write)",
    surface: "post",
    text: "Third call from the same patient tonight. Silly old cow, nothing wrong with her.",
  },
  {
    id: "bio",
    title: "A bio without a disclaimer",
    surface: "bio",
    text: "Paramedic with East Midlands Ambulance Service. Two dogs, one allotment.",
  },
  {
    id: "thanks",
    title: "Left in peace: thanks",
    surface: "post",
    text: "Proud of my crewmates after a long week. If you have an hour to spare, give blood. It matters.",
  },
  {
    id: "learn",
    title: "Left in peace: good advice",
    surface: "post",
    text: "Learn CPR. Ring 999, push hard and fast in the middle of the chest, and do not stop until help arrives.",
  },
];
