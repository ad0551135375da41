import type { Surface } from "../shared/protocol.ts";
import type { Composer } from "./composer.ts";
import { knownComposer } from "./site.ts";

const FIELD_HINTS: readonly [RegExp, Surface][] = [
  [/\b(bio|biography)\b/, "bio"],
  [/\b(handle|user ?name|screen ?name|display ?name|nickname)\b/, "handle"],
];
/** Of a person, unless the page says of what else. */
const DESCRIBES = /\b(about|description|headline|tagline)\b/;
const A_THING =
  /\b(alt|image|picture|photo|video|media|gif|file|album|event|group|product|item|listing|job|post|channel|list|playlist|board|pin)s?\b/;
const HINTS: readonly [RegExp, Surface][] = [
  [/\b(reply|replies|comment|answer)\b/, "reply"],
  [/\b(message|chat|dm)\b/, "message"],
];

/**
 * Where the text would appear: as the site's adapter knows, or else as the page calls it. A post when nothing says
 * otherwise, since that is what most people can see.
 */
export function surfaceOf(composer: Composer, url: URL): Surface {
  const known = knownComposer(composer.element, url)?.surface;
  if (known) return known;
  const hints = hintsOf(composer);
  // What is written about an album or a photo is often called its description too.
  if (composer.kind === "field" && DESCRIBES.test(hints) && !A_THING.test(hints)) return "bio";
  const words = composer.kind === "field" ? [...FIELD_HINTS, ...HINTS] : HINTS;
  return words.find(([pattern]) => pattern.test(hints))?.[1] ?? "post";
}

/** Everything a page calls its composer, in lower-case words: `editProfileBio` reads “edit profile bio”. */
function hintsOf({ kind, element }: Composer): string {
  const names = ["name", "id", "aria-label", "placeholder", "aria-placeholder", "data-placeholder"].map(
    (name) => element.getAttribute(name) ?? "",
  );
  if (kind === "field") names.push(...Array.from(element.labels ?? [], (label) => label.textContent ?? ""));
  return names
    .join(" ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[-_]+/g, " ")
    .toLowerCase();
}
