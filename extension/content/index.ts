/** The content script: joins the content code to the background, for as long as the person wants it to. */
import type { Notice } from "../shared/protocol.ts";
import { onSettingsChanged, readSettings, type Settings } from "../shared/settings.ts";
import { type Attachment, attach } from "./attach.ts";
import { remindOfBio } from "./bio-reminder.ts";
import { adviseCorporate } from "./corporate/advice.ts";
import { clearLeftovers } from "./leftovers.ts";
import { PortScanner } from "./port.ts";
import { Posting } from "./posting.ts";
import type { About } from "./report.ts";
import { watchRewriting } from "./rewriting.ts";
import type { Session } from "./session.ts";
import { StatusTeller } from "./status.ts";

let attachment: Attachment | null = null;
let orphaned = false;
let isCorporate = false;

const status = new StatusTeller((element) => attachment?.session?.owns(element) ?? false);
const posting = new Posting(
  () => attachment?.session ?? null,
  () => chrome.runtime?.id !== undefined,
);
const scanner = new PortScanner(() => {
  orphaned = true;
  detach();
});

function refused(composer: Element): void {
  status.refused(composer);
}

function released(): void {
  scanner.release();
  status.look();
}

function detach(): void {
  if (!attachment) return;
  attachment.detach();
  attachment = null;
  posting.on = false;
  status.stop();
}

function follow({ paused, beforePosting, corporate }: Settings): void {
  isCorporate = corporate;
  if (paused || orphaned) {
    detach();
    return;
  }
  posting.on = beforePosting;
  if (attachment) return;
  attachment = attach(status.hear(scanner), { memory: scanner, began, refused, released, about });
  status.start();
}

function began(session: Session): void {
  posting.began(session);
  if (isCorporate) adviseCorporate(session);
  // Left behind by an update, this script has no storage to read any more; then nothing is due.
  remindOfBio(session).catch(() => {});
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
clearLeftovers();
onSettingsChanged(follow);
void readSettings().then(follow);
watchRewriting(() => {
  detach();
  void readSettings().then(follow);
});
