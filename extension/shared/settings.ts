/** What the person chose, kept in `storage.local`, over what whoever manages this browser has given it. */

export interface Settings {
  /** Id of the policy in force, or null for the strictest common reading. */
  readonly policy: string | null;
  /** The text of a policy file that takes its place, or null. */
  readonly policyFile: string | null;
  /** True while nothing is to be read or marked anywhere. */
  readonly paused: boolean;
  /** Whether to remind, where something is about to be posted, that the bio lacks a disclaimer. */
  readonly bioReminder: boolean;
  /** Whether the person writes for the Trust itself, on an account of its own. */
  readonly corporate: boolean;
  /** Whether to ask once before something serious is posted. */
  readonly beforePosting: boolean;
}

const DEFAULTS: Settings = {
  policy: null,
  policyFile: null,
  paused: false,
  bioReminder: true,
  corporate: false,
  beforePosting: false,
};
const KEYS = Object.keys(DEFAULTS) as (keyof Settings)[];
/** A policy file is a few pages of text. */
const LONGEST_FILE = 200_000;
const POLICY_ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** What each setting must be, in words that follow its name. */
const MUST_BE: { readonly [key in keyof Settings]: readonly [string, (value: unknown) => boolean] } = {
  policy: ["the id of a policy, such as “emas”", (value) => typeof value === "string" && POLICY_ID.test(value)],
  policyFile: [
    "the text of a policy file",
    (value) => typeof value === "string" && value !== "" && value.length <= LONGEST_FILE,
  ],
  paused: ["true or false", isYesOrNo],
  bioReminder: ["true or false", isYesOrNo],
  corporate: ["true or false", isYesOrNo],
  beforePosting: ["true or false", isYesOrNo],
};

function isYesOrNo(value: unknown): boolean {
  return typeof value === "boolean";
}

/**
 * Settings as they stand in storage; what is missing or malformed there counts as not chosen. What the person has not
 * chosen is as whoever manages this browser has given it; a policy and a policy file are one choice.
 */
export async function readSettings(): Promise<Settings> {
  const [own, given] = await Promise.all([chrome.storage.local.get(KEYS), readGiven()]);
  return settingsFrom(own, given);
}

/** What was stored, by this version or another, and behind it what was given, as settings that hold. */
export function settingsFrom(own: Record<string, unknown>, given: Record<string, unknown> = {}): Settings {
  const { policy, policyFile, ...others } = given;
  const chosen = "policy" in own || "policyFile" in own ? {} : { policy, policyFile };
  return { ...DEFAULTS, ...holding({ ...others, ...chosen }), ...holding(own) };
}

/** Those settings among them that are what they must be. */
function holding(stored: Record<string, unknown>): Partial<Settings> {
  return Object.fromEntries(KEYS.filter((key) => MUST_BE[key][1](stored[key])).map((key) => [key, stored[key]]));
}

/** What an administrator set for this browser; browsers without that say so by an error. */
export async function readGiven(): Promise<Record<string, unknown>> {
  try {
    return await chrome.storage.managed.get(KEYS);
  } catch {
    return {};
  }
}

/** What is wrong with what an administrator set, in sentences. */
export function faultsOf(given: Record<string, unknown>): string[] {
  const wrong = KEYS.filter((key) => given[key] !== undefined && !MUST_BE[key][1](given[key]));
  return wrong.map(
    (key) => `Your organisation’s setting “${key}” is left out of account: it must be ${MUST_BE[key][0]}.`,
  );
}

export async function saveSettings(changed: Partial<Settings>): Promise<void> {
  await chrome.storage.local.set(changed);
}

/** Calls back with the new settings whenever one of them changed, here or in another part of the extension. */
export function onSettingsChanged(changed: (settings: Settings) => void): void {
  chrome.storage.onChanged.addListener((changes, area) => {
    if (!["local", "managed"].includes(area) || !KEYS.some((key) => key in changes)) return;
    void readSettings().then(changed);
  });
}
