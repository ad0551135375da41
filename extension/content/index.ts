/** The content script: joins the content code to the background, for as long as the person wants it to. */
import type { Notice } from "../shared/protocol.ts";
import { onSettingsChanged, readSettings, type Settings } from "../shared/settings.ts";
import { type Attachment, attach } from "./attach.ts";
import { PortScanner } from "./port.ts";
import type { About } from "./report.ts";

let attachment: Attachment | null = null;
let orphaned = false;

const scanner = new PortScanner(() => {
  orphaned = true;
  detach();
});

function detach(): void {
  attachment?.detach();
  attachment = null;
}

function follow({ paused }: Settings): void {
  if (paused || orphaned) detach();
  else attachment ??= attach(scanner, { released: () => scanner.release(), about });
}

async function about(): Promise<About> {
  const { policy, policyFile } = await readSettings();
  const inForce = policyFile === null ? (policy ?? "the strictest reading") : "one from a file";
  return { version: chrome.runtime.getManifest().version, policy: inForce };
}

chrome.runtime.onMessage.addListener((message: Notice) => {
  if (message.notice === "settings-changed") attachment?.rescan();
  if (message.notice === "command") attachment?.run(message.command);
});
onSettingsChanged(follow);
void readSettings().then(follow);
