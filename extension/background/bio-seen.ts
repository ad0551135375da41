/** Notes of a bio that was scanned whether it lacks what the policy asks for: a yes or no and a day, and no word of it. */

import { BY_HAND, forgetBios, readBios, saveBios, seen, siteOf } from "../shared/bio-seen.ts";
import { unpack } from "../shared/packed.ts";
import type { Explanation, Reply, Request } from "../shared/protocol.ts";
import { readSettings } from "../shared/settings.ts";
import { engine } from "./engine.ts";

/** Changes are made one after another, so that none undoes another. */
let last: Promise<unknown> = Promise.resolve();

/** Notes what the answer to a content script says of a bio, unless the window is a private one. */
export async function noteBio(request: Request, reply: Reply, sender: chrome.runtime.MessageSender | undefined) {
  if (!("scan" in request) || request.surface !== "bio" || !("packed" in reply)) return;
  if (sender?.tab?.incognito !== false || !sender.url?.startsWith("https:")) return;
  const { scanner } = await engine();
  const kinds = unpack(reply.packed).map((finding) => scanner.explain(request.scan, "bio", finding).kind);
  await note(siteOf(new URL(sender.url)), kinds);
}

/** Notes what was found in a bio that the person put into the popup. */
export async function noteBioByHand(found: readonly Explanation[]): Promise<void> {
  await note(
    BY_HAND,
    found.map(({ kind }) => kind),
  );
}

function note(site: string, kinds: readonly string[]): Promise<unknown> {
  const lacks = kinds.some((kind) => kind === "disclaimer/missing" || kind === "disclaimer/wording");
  const noted = async () => {
    if (!(await readSettings()).bioReminder) return;
    const bios = seen(await readBios(), site, lacks, new Date());
    if (bios) await saveBios(bios);
  };
  // A storage that fails costs a reminder, and neither the next note nor what was asked of the bio.
  last = last.then(noted).catch(() => {});
  return last;
}

/** Forgets what was noted when the words that it was held against are others. */
export function forgetBiosWhenAsked(): void {
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area !== "local" && area !== "managed") return;
    const off = changes.bioReminder?.newValue === false;
    if (off || "policy" in changes || "policyFile" in changes) void forgetBios();
  });
}
