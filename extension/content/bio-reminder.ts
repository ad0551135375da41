import { dueOn, isLacking, readBios, reminded, saveBios, siteOf } from "../shared/bio-seen.ts";
import type { Note } from "./note.ts";
import type { Session } from "./session.ts";
import { addressOf } from "./site.ts";
import { surfaceOf } from "./surface.ts";

const REMINDER: Note = {
  id: "bio",
  severity: "advice",
  title: "Your bio may need a few more words",
  why: "The bio that was checked last told where you work or what you do, and not in your policy’s words that the views are your own. Readers may take what you post for your employer’s view.",
  instead:
    "When you have a moment, open your profile and add the words, or paste your bio into Forepost’s button to see them. You will not be reminded again for a week.",
};

/** Reminds once, where something is about to be posted, that the bio seen last lacked a disclaimer. */
export async function remindOfBio(session: Session): Promise<void> {
  const address = addressOf(document);
  const surface = surfaceOf(session.composer, address);
  if (surface !== "post" && surface !== "reply") return;
  const bios = await readBios();
  if (session.signal.aborted) return;
  const site = siteOf(address);
  const today = new Date();
  if (!isLacking(bios, site)) session.unnote(REMINDER.id);
  const about = dueOn(bios, site, today);
  if (about === null) return;
  session.note(REMINDER);
  // A private window leaves nothing behind.
  if (!chrome.extension.inIncognitoContext) await saveBios(reminded(bios, about, today));
}
