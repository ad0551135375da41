/** What stands behind this advice: the one clause of the policies that speaks of it, in our own words. */
export const CLAUSE = {
  policy: "EMAS",
  number: "6.2.4",
  summary:
    "The corporate accounts are made accessible: pictures get alternative text, and every word of a hashtag begins with a capital.",
} as const;
