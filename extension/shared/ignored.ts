/**
 * What is ignored for good, kept in `storage.local`: of a rule and the words that it found, a salted hash.
 *
 * A hash of something as short as a number could be found out by trying them all, so only 24 bits of it are kept: a great
 * many other words have the same, and whoever reads the list cannot tell which of them was meant.
 */
export interface Ignored {
  /** Made once at random, as hexadecimal digits. */
  readonly salt: string;
  readonly hashes: readonly string[];
}

const KEY = "ignored";
const SALT = /^[0-9a-f]{64}$/;
const HASH = /^[0-9a-f]{6}$/;

/** The list as it stands in storage; null where nothing was ever ignored, or what stands there is none. */
export async function readIgnored(): Promise<Ignored | null> {
  const { [KEY]: stored } = await chrome.storage.local.get(KEY);
  return ignoredFrom(stored);
}

export function ignoredFrom(stored: unknown): Ignored | null {
  if (typeof stored !== "object" || stored === null) return null;
  const { salt, hashes } = stored as Partial<Record<keyof Ignored, unknown>>;
  if (typeof salt !== "string" || !SALT.test(salt) || !Array.isArray(hashes)) return null;
  return { salt, hashes: hashes.filter((hash) => typeof hash === "string" && HASH.test(hash)) };
}

export async function writeIgnored(ignored: Ignored): Promise<void> {
  await chrome.storage.local.set({ [KEY]: ignored });
}

/** Forgets them all, and the salt with them. */
export async function forgetIgnored(): Promise<void> {
  await chrome.storage.local.remove(KEY);
}

/** Calls back whenever the list became another, here or in another part of the extension. */
export function onIgnoredChanged(changed: () => void): void {
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area === "local" && KEY in changes) changed();
  });
}
