import { listKeys, part, say, UNSAVED } from "../shared/parts.ts";
import type { Explanation, State } from "../shared/protocol.ts";
import { faultsOf, readGiven, readSettings, type Settings, saveSettings } from "../shared/settings.ts";
import { askBio, askState, commandKeys, editionOf } from "../shared/state.ts";
import { followTab, isInPrivate } from "./here.ts";

const checking = part("checking", HTMLInputElement);
let here = "";

/** What is being checked against, in a sentence. */
function sentenceFor({ paused, policy }: Settings, { policies, own, problem }: State): string {
  if (paused) return "Paused: nothing that you write is read or marked.";
  const chosen = own ?? (problem === null ? policies.find(({ id }) => id === policy) : undefined);
  return `Checking against ${chosen ? `the ${chosen.short} ${editionOf(chosen)}` : "the strictest reading of all the policies"}.`;
}

async function show(): Promise<void> {
  const settings = await readSettings();
  say("given", faultsOf(await readGiven()).join(" "));
  checking.checked = !settings.paused;
  // Nothing is read anywhere then, whatever the page.
  say("here", settings.paused ? "" : here);
  try {
    const state = await askState();
    say("state", sentenceFor(settings, state));
    say("problem", state.problem ?? "");
  } catch {
    say("problem", "The scanner could not be started. Turning the extension off and on again may help.");
  }
}

/** What is to be said of one finding in a bio: what it is, what to do, and what could be written. */
function linesFor({ title, instead, replacements }: Explanation, text: string): HTMLElement[] {
  const heading = document.createElement("strong");
  heading.textContent = title;
  const advice = document.createElement("p");
  advice.textContent = instead;
  const [offer] = replacements;
  if (!offer) return [heading, advice];
  const written = document.createElement("blockquote");
  written.textContent = text.slice(0, offer.start) + offer.text + text.slice(offer.end);
  return [heading, advice, written];
}

part("check-bio", HTMLButtonElement).addEventListener("click", async () => {
  const text = part("bio", HTMLTextAreaElement).value;
  const said = part("bio-said", HTMLDivElement);
  try {
    const found = await askBio(text, await isInPrivate());
    said.replaceChildren(...found.flatMap((explanation) => linesFor(explanation, text)));
    if (found.length === 0) said.textContent = "There is nothing to change under this policy.";
  } catch {
    said.textContent = "The scanner could not be started. Turning the extension off and on again may help.";
  }
});

checking.addEventListener("change", async () => {
  try {
    await saveSettings({ paused: !checking.checked });
    await show();
  } catch {
    checking.checked = !checking.checked;
    say("problem", UNSAVED);
  }
});
part("options", HTMLButtonElement).addEventListener("click", async () => {
  await chrome.runtime.openOptionsPage();
  window.close();
});
await show();
await followTab((sentence) => {
  here = sentence;
  if (checking.checked) say("here", sentence);
});
listKeys("keys", await commandKeys());
