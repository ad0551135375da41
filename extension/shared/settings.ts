/** What the person chose, kept in `storage.local`. Nothing else is. */

export interface Settings {
  /** Id of the policy in force, or null for the strictest common reading. */
  readonly policy: string | null;
  /** True while nothing is to be read or marked anywhere. */
  readonly paused: boolean;
}

const KEYS = ["policy", "paused"];
const POLICY_ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** Settings as they stand in storage; what is missing or malformed there counts as not chosen. */
export async function readSettings(): Promise<Settings> {
  return settingsFrom(await chrome.storage.local.get(KEYS));
}

/** Whatever was stored, by this version or another, as settings that hold. */
export function settingsFrom(stored: Record<string, unknown>): Settings {
  const { policy, paused } = stored;
  return {
    policy: typeof policy === "string" && POLICY_ID.test(policy) ? policy : null,
    paused: paused === true,
  };
}

export async function saveSettings(changed: Partial<Settings>): Promise<void> {
  await chrome.storage.local.set(changed);
}

/** Calls back with the new settings whenever one of them changed, here or in another part of the extension. */
export function onSettingsChanged(changed: (settings: Settings) => void): void {
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area !== "local" || !KEYS.some((key) => key in changes)) return;
    void readSettings().then(changed);
  });
}
