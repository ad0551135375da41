import { forgetIgnored, onIgnoredChanged, readIgnored } from "../shared/ignored.ts";
import { listKeys, part, say, UNSAVED } from "../shared/parts.ts";
import type { PolicyName } from "../shared/protocol.ts";
import { faultsOf, readGiven, readSettings, type Settings, saveSettings } from "../shared/settings.ts";
import { askPolicyFile, askState, commandKeys, editionOf, reviewNote } from "../shared/state.ts";

const checking = part("checking", HTMLInputElement);
const bioReminder = part("bio-reminder", HTMLInputElement);
const corporate = part("corporate", HTMLInputElement);
const beforePosting = part("before-posting", HTMLInputElement);
const policies = part("policies", HTMLFieldSetElement);
const file = part("policy-file", HTMLInputElement);
/** The value of the radio button for the policy of the file. */
const OWN = "own-policy";

/** Saves what was chosen, and answers whether it could; if not, the page says so and shows again what holds. */
async function save(changed: Partial<Settings>): Promise<boolean> {
  try {
    await saveSettings(changed);
    if (part("problem", HTMLElement).textContent === UNSAVED) say("problem", "");
    return true;
  } catch {
    say("saved", "");
    say("problem", UNSAVED);
    showChosen(await readSettings());
    return false;
  }
}

function showChosen(settings: Settings): void {
  checking.checked = !settings.paused;
  bioReminder.checked = settings.bioReminder;
  corporate.checked = settings.corporate;
  beforePosting.checked = settings.beforePosting;
  const chosen = settings.policyFile === null ? (settings.policy ?? "") : OWN;
  for (const radio of policies.querySelectorAll("input")) radio.checked = radio.value === chosen;
}

/** A radio button for a policy; null stands for none in particular. */
function choice(policy: PolicyName | null, chosen: boolean): HTMLLabelElement {
  const label = document.createElement("label");
  label.className = "choice";
  const radio = document.createElement("input");
  radio.type = "radio";
  radio.name = "policy";
  radio.value = policy?.id ?? "";
  radio.checked = chosen;
  radio.addEventListener("change", () => void choose(policy));
  const text = document.createElement("span");
  text.append(...(policy ? linesOf(policy) : linesOfNone()));
  label.append(radio, text);
  return label;
}

function linesOf(policy: PolicyName): HTMLElement[] {
  const lines = [line("strong", policy.name), line("span", editionOf(policy), "quiet")];
  const note = reviewNote(policy, new Date());
  if (note) lines.push(line("span", note, "note"));
  return lines;
}

function linesOfNone(): HTMLElement[] {
  return [
    line("strong", "The strictest reading of all of them"),
    line("span", "Marks what any of these policies would not want posted.", "quiet"),
  ];
}

function line(name: "strong" | "span", text: string, className = ""): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

async function choose(policy: PolicyName | null): Promise<void> {
  if (!(await save({ policy: policy?.id ?? null, policyFile: null }))) return;
  // The file is forgotten with the choice; it can be loaded again.
  own?.remove();
  own = null;
  say("problem", "");
  say(
    "saved",
    `Saved. What you write is now checked against ${policy ? `the ${policy.short} policy` : "all of them"}.`,
  );
}

/** Puts the policy of a file in force, unless it has a slip; then the one before stays. */
async function load(file: File): Promise<void> {
  say("saved", "");
  try {
    const text = await file.text();
    const policy = await askPolicyFile(text);
    if (!(await save({ policy: null, policyFile: text }))) return;
    say("problem", "");
    showOwn(policy);
    say("saved", `Saved. What you write is now checked against the ${policy.short} policy from the file.`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    say("problem", `This file cannot be used: ${reason}. The policy before it stays in force.`);
  }
}

let own: HTMLLabelElement | null = null;

/** Shows the policy of the file among the others, chosen; choosing another one lets go of it. */
function showOwn(policy: PolicyName): void {
  const shown = choice(policy, true);
  const radio = shown.querySelector("input");
  if (radio) {
    radio.id = OWN;
    radio.value = OWN;
  }
  if (own) own.replaceWith(shown);
  else policies.append(shown);
  own = shown;
}

file.addEventListener("change", async () => {
  const [chosen] = file.files ?? [];
  if (chosen) await load(chosen);
  file.value = "";
});

async function show(): Promise<void> {
  const settings = await readSettings();
  say("given", faultsOf(await readGiven()).join(" "));
  showChosen(settings);
  try {
    const state = await askState();
    const chosen = state.policies.find(({ id }) => id === settings.policy) ?? null;
    const none = settings.policyFile === null ? chosen : undefined;
    policies.append(...[null, ...state.policies].map((policy) => choice(policy, policy === none)));
    if (state.own) showOwn(state.own);
    if (state.problem) {
      say(
        "problem",
        `The policy chosen before cannot be used: ${state.problem}. All of them apply until you choose one.`,
      );
    }
  } catch {
    say("problem", "The scanner could not be started. Turning the extension off and on again may help.");
  }
}

checking.addEventListener("change", async () => {
  if (!(await save({ paused: !checking.checked }))) return;
  say(
    "saved",
    checking.checked ? "Saved. What you write is checked." : "Saved. Nothing that you write is read or marked.",
  );
});
/** Says how much is ignored for good: a number is all that is known of it. */
async function showIgnored(): Promise<void> {
  const count = (await readIgnored())?.hashes.length ?? 0;
  const some = count === 1 ? "One finding is ignored always." : `${count} findings are ignored always.`;
  say("ignored", count === 0 ? "Nothing is ignored always." : some);
  part("forget", HTMLButtonElement).hidden = count === 0;
}

part("forget", HTMLButtonElement).addEventListener("click", async () => {
  await forgetIgnored();
  await showIgnored();
});
onIgnoredChanged(() => void showIgnored());
bioReminder.addEventListener("change", async () => {
  if (!(await save({ bioReminder: bioReminder.checked }))) return;
  say("saved", bioReminder.checked ? "Saved. You will be reminded." : "Saved. You will not be reminded of your bio.");
});
beforePosting.addEventListener("change", async () => {
  if (!(await save({ beforePosting: beforePosting.checked }))) return;
  say("saved", beforePosting.checked ? "Saved. You are asked once." : "Saved. You are not asked before you post.");
});
corporate.addEventListener("change", async () => {
  if (!(await save({ corporate: corporate.checked }))) return;
  const said = corporate.checked
    ? "You get advice on hashtags and pictures."
    : "You get no advice on hashtags and pictures.";
  say("saved", `Saved. ${said}`);
});
// What an administrator sets while the page is open shows at once.
chrome.storage.onChanged.addListener((_changes, area) => {
  if (area === "managed") location.reload();
});
await show();
await showIgnored();
listKeys("keys", await commandKeys());
