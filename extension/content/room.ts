import type { Composer } from "./composer.ts";
import { addressOf, knownComposer, siteAt } from "./site.ts";
import { surfaceOf } from "./surface.ts";

/** How many code units the composer takes: as its field says, or else as its site is known to. Profiles take few. */
export function roomOf(composer: Composer): number {
  const { kind, element } = composer;
  if (kind === "field" && element.maxLength >= 0) return element.maxLength;
  const address = addressOf(element.ownerDocument);
  const { room } = knownComposer(element, address)?.row ?? {};
  if (room !== undefined) return room;
  const { bioRoom } = siteAt(address) ?? {};
  return bioRoom !== undefined && surfaceOf(composer, address) === "bio" ? bioRoom : Number.POSITIVE_INFINITY;
}
