import { part, say, sayKeys } from "../shared/parts.ts";
import type { State } from "../shared/protocol.ts";
import { readSettings, type Settings, saveSettings } from "../shared/settings.ts";
import { askState, editionOf, nextFindingKeys } from "../shared/state.ts";

const checking = part("checking", HTMLInputElement);

/** What is being checked against, in a sentence. */
function sentenceFor({ paused, policy }: Settings, { policies, problem }: State): string {
  if (paused) return "Paused: nothing that you write is read or marked.";
  const chosen = problem === null ? policies.find(({ id }) => id === policy) : undefined;
  return `Checking against ${chosen ? `the ${chosen.short} ${editionOf(chosen)}` : "the strictest reading of all the policies"}.`;
}

async function show(): Promise<void> {
  const settings = await readSettings();
  checking.checked = !settings.paused;
  try {
    const state = await askState();
    say("state", sentenceFor(settings, state));
    say("problem", state.problem ?? "");
  } catch {
    say("problem", "The scanner could not be started. Turning the extension off and on again may help.");
  }
}

checking.addEventListener("change", async () => {
  await saveSettings({ paused: !checking.checked });
  await show();
});
part("options", HTMLButtonElement).addEventListener("click", async () => {
  await chrome.runtime.openOptionsPage();
  window.close();
});
await show();
sayKeys("keys", await nextFindingKeys());
