import type { Status } from "../shared/status.ts";

/** A badge of one sign, and what the pointer is told. */
interface Look {
  readonly badge: string | null;
  readonly colour: string;
  readonly title: string;
}

const NAME = "Forepost";
const QUIET = "#56616b";
const TROUBLE = "#9a4a00";
const LOOKS: Readonly<Record<Status, Look>> = {
  none: { badge: null, colour: QUIET, title: NAME },
  frame: { badge: null, colour: QUIET, title: NAME },
  checked: { badge: "✓", colour: QUIET, title: `${NAME}: checking the box that you are writing in` },
  private: { badge: "–", colour: QUIET, title: `${NAME}: this box is never read` },
  refused: { badge: "!", colour: TROUBLE, title: `${NAME}: this page takes the marks away` },
  failed: { badge: "!", colour: TROUBLE, title: `${NAME}: what you write is not checked at the moment` },
};

/** Which frame of a tab spoke last. Another frame's “the focus has left me” may come later, and says nothing of it. */
const spoke = new Map<number, number>();

/**
 * Shows on a tab's icon how its field in focus is. The browser remembers it while the background is stopped, and forgets
 * it when the tab goes to another page: nothing has to be kept.
 */
export async function showStatus(status: Status, { tab, frameId = 0 }: chrome.runtime.MessageSender): Promise<void> {
  const tabId = tab?.id;
  if (tabId === undefined) return;
  const last = spoke.get(tabId);
  if (status === "none" && last !== undefined && last !== frameId) return;
  if (status === "none") spoke.delete(tabId);
  else spoke.set(tabId, frameId);
  const { badge, colour, title } = LOOKS[status];
  await quietly([
    chrome.action.setTitle({ tabId, title }),
    // Firefox for Android has no badges.
    chrome.action.setBadgeBackgroundColor?.({ tabId, color: colour }),
    // `null` gives the tab back the badge of all of them, which the types do not know.
    chrome.action.setBadgeText?.({ tabId, text: badge as string }),
  ]);
}

/** Shows on every tab whether Forepost is paused. */
export async function showPaused(paused: boolean): Promise<void> {
  await quietly([
    chrome.action.setTitle({ title: paused ? `${NAME}: paused, nothing is checked` : NAME }),
    chrome.action.setBadgeBackgroundColor?.({ color: QUIET }),
    chrome.action.setBadgeTextColor?.({ color: "#ffffff" }),
    chrome.action.setBadgeText?.({ text: paused ? "off" : "" }),
  ]);
}

/** Shows on every tab that something chosen could not be kept. */
export async function showUnsaved(): Promise<void> {
  await quietly([
    chrome.action.setTitle({ title: `${NAME}: the browser has no room left to save what you chose` }),
    chrome.action.setBadgeBackgroundColor?.({ color: TROUBLE }),
    chrome.action.setBadgeText?.({ text: "!" }),
  ]);
}

/** A tab may have been closed in the meantime. */
async function quietly(changes: readonly (Promise<unknown> | undefined)[]): Promise<void> {
  await Promise.allSettled(changes);
}
