import { part, say, sayKeys } from "../shared/parts.ts";
import type { PolicyName } from "../shared/protocol.ts";
import { readSettings, saveSettings } from "../shared/settings.ts";
import { askState, editionOf, nextFindingKeys, reviewNote } from "../shared/state.ts";

const checking = part("checking", HTMLInputElement);
const policies = part("policies", HTMLFieldSetElement);

/** A radio button for a policy; null stands for none in particular. */
function choice(policy: PolicyName | null, chosen: boolean): HTMLLabelElement {
  const label = document.createElement("label");
  label.className = "choice";
  const radio = document.createElement("input");
  radio.type = "radio";
  radio.name = "policy";
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
  await saveSettings({ policy: policy?.id ?? null });
  say("problem", "");
  say(
    "saved",
    `Saved. What you write is now checked against ${policy ? `the ${policy.short} policy` : "all of them"}.`,
  );
}

async function show(): Promise<void> {
  const settings = await readSettings();
  checking.checked = !settings.paused;
  try {
    const state = await askState();
    const chosen = state.policies.find(({ id }) => id === settings.policy) ?? null;
    policies.append(...[null, ...state.policies].map((policy) => choice(policy, policy === chosen)));
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
  await saveSettings({ paused: !checking.checked });
  say(
    "saved",
    checking.checked ? "Saved. What you write is checked." : "Saved. Nothing that you write is read or marked.",
  );
});
await show();
sayKeys("keys", await nextFindingKeys());
