import { attach } from "../extension/content/attach.ts";
import type { Command } from "../extension/shared/protocol.ts";
import { scannerIn } from "../extension/shared/wasm.ts";
import { checkAsItChanges } from "./checker.ts";
import { buildComposers } from "./composers.ts";
import { byId } from "./page.ts";
import { offerPolicies } from "./policy-choice.ts";
import { offerSamples } from "./sample-buttons.ts";
import { loadScanner } from "./scanner.ts";

const composers = buildComposers(byId("composers"));
offerSamples(composers);

if (new URLSearchParams(location.search).get("with") === "extension") {
  say("Checked by the extension, under the policy chosen there.");
} else {
  start().catch((error: unknown) => {
    byId("engine").classList.add("failed");
    say(`Nothing is checked: the scanner did not start (${error instanceof Error ? error.message : String(error)}).`);
  });
}

async function start(): Promise<void> {
  const wasm = await loadScanner();
  const scanner = scannerIn(wasm);
  const { rescan } = attach(scanner, { commandOf });
  const checks = composers.map((composer) => checkAsItChanges(composer, scanner));
  offerPolicies(wasm, () => {
    for (const check of checks) check();
    rescan();
  });
  say("Checked in this page. Nothing that you type leaves it.");
}

/** The keys that the extension suggests to the browser; a page has to listen for them itself. */
function commandOf({ altKey, ctrlKey, metaKey, shiftKey, code }: KeyboardEvent): Command | null {
  if (!altKey || ctrlKey || metaKey) return null;
  if (code === "Period") return shiftKey ? "open-panel" : "next-finding";
  return code === "Comma" && !shiftKey ? "previous-finding" : null;
}

function say(text: string): void {
  byId("engine").textContent = text;
}
