/** What the person chose, kept in `storage.local`. */

export interface Settings {
  /** Id of the policy in force, or null for the strictest common reading. */
  readonly policy: string | null;
  /** The text of a policy file that takes its place, or null. */
  readonly policyFile: string | null;
  /** True while nothing is to be read or marked anywhere. */
  readonly paused: boolean;
}

const KEYS = ["policy", "policyFile", "paused"];
/** A policy file is a few pages of text. */
const LONGEST_FILE = 200_000;
const POLICY_ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/**
 * Settings as they stand in storage; what is missing or malformed there counts as not chosen. Where the person has chosen
 * no policy, the one that whoever manages this browser has given it applies.
 */
export async function readSettings(): Promise<Settings> {
  const [own, given] = await Promise.all([chrome.storage.local.get(KEYS), givenSettings()]);
  return settingsFrom("policy" in own || "policyFile" in own ? own : { ...given, ...own });
}

/** What an administrator set for this browser; browsers without that say so by an error. */
async function givenSettings(): Promise<Record<string, unknown>> {
  try {
    return await chrome.storage.managed.get(["policy", "policyFile"]);
  } catch {
    return {};
  }
}

/** Whatever was stored, by this version or another, as settings that hold. */
export function settingsFrom(stored: Record<string, unknown>): Settings {
  const { policy, policyFile, paused } = stored;
  const isFile = typeof policyFile === "string" && policyFile !== "" && policyFile.length <= LONGEST_FILE;
  return {
    policy: typeof policy === "string" && POLICY_ID.test(policy) ? policy : null,
    policyFile: isFile ? policyFile : null,
    paused: paused === true,
  };
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
