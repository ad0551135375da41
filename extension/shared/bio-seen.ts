/**
 * What is kept of the bios that were checked: for each site, whether the last one lacked the words that the policy asks
 * for, and the day from which a reminder may be shown. Nothing of the bio itself.
 */

/** What is kept of the bio that was seen last on one site. */
export interface BioSeen {
  readonly lacks: boolean;
  /** The day, as "YYYY-MM-DD", from which a reminder may be shown. */
  readonly due: string;
}

/** Under this key in `storage.local`. */
export const BIOS = "bios";
/** Where a bio stands that was checked by hand, and so for no site in particular. */
export const BY_HAND = "by hand";
/** After a reminder, this many days pass before the next, unless the bio is seen again. */
const DAYS_OF_REST = 7;
/** Nobody has profiles on more sites than this; older ones go first. */
const MOST_SITES = 50;

/** The site that an address is of, as it is kept: a bio is often edited on another host of it than posts are written on. */
export function siteOf(url: URL): string {
  return url.hostname.replace(/^(www|m|mobile|old|new|sh|studio|business)\./, "");
}

/** Whatever was stored, by this version or another, as far as it holds. */
export function biosFrom(stored: unknown): Map<string, BioSeen> {
  const entries = typeof stored === "object" && stored !== null ? Object.entries(stored) : [];
  return new Map(entries.filter((entry): entry is [string, BioSeen] => isSeen(entry[1])));
}

/** Notes on which day a bio was seen, and whether it lacked anything; answers null when that was known already. */
export function seen(
  bios: ReadonlyMap<string, BioSeen>,
  site: string,
  lacks: boolean,
  today: Date,
): Map<string, BioSeen> | null {
  const known = bios.get(site);
  const due = dayOf(today);
  if (known?.lacks === lacks && known.due === due) return null;
  // What was said before about any site gives way to a bio that was checked by hand.
  const kept = site === BY_HAND ? [] : [...bios].filter(([other]) => other !== site);
  return new Map([...kept, [site, { lacks, due }] as const].slice(-MOST_SITES));
}

/** Whether the bio that was seen last lacked anything: on this site, or else by hand. */
export function isLacking(bios: ReadonlyMap<string, BioSeen>, site: string): boolean {
  return bios.get(lastOn(bios, site))?.lacks ?? false;
}

/** Which of them a reminder on this site would be about, or null when none is due. */
export function dueOn(bios: ReadonlyMap<string, BioSeen>, site: string, today: Date): string | null {
  const about = lastOn(bios, site);
  const bio = bios.get(about);
  return bio?.lacks && bio.due <= dayOf(today) ? about : null;
}

function lastOn(bios: ReadonlyMap<string, BioSeen>, site: string): string {
  return bios.has(site) ? site : BY_HAND;
}

/** Puts the next reminder off. */
export function reminded(bios: ReadonlyMap<string, BioSeen>, about: string, today: Date): Map<string, BioSeen> {
  const next = new Date(today);
  next.setUTCDate(next.getUTCDate() + DAYS_OF_REST);
  return new Map(bios).set(about, { lacks: true, due: dayOf(next) });
}

export async function readBios(): Promise<Map<string, BioSeen>> {
  return biosFrom((await chrome.storage.local.get(BIOS))[BIOS]);
}

export async function saveBios(bios: ReadonlyMap<string, BioSeen>): Promise<void> {
  await chrome.storage.local.set({ [BIOS]: Object.fromEntries(bios) });
}

/** Another policy asks for other words, and whoever wants no reminders wants nothing kept for them. */
export async function forgetBios(): Promise<void> {
  await chrome.storage.local.remove(BIOS);
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function isSeen(value: unknown): value is BioSeen {
  if (typeof value !== "object" || value === null) return false;
  const { lacks, due } = value as Record<string, unknown>;
  return typeof lacks === "boolean" && typeof due === "string" && /^\d{4}-\d{2}-\d{2}$/.test(due);
}
