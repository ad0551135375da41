import { type FrameStatus, STATUS_PORT, type Status, statusOfTab } from "../shared/status.ts";

/** What is said of the tab in front, in plain words, and what to do where something is to be done. */
const SENTENCES: Readonly<Record<Status | "silent", string>> = {
  none: "Forepost works on this page. Click into a box and write: it is checked as you go.",
  checked: "The box that you are writing in is checked.",
  private:
    "The box that you are in is not read, on purpose: Forepost never reads boxes for passwords, searches, e-mail addresses, telephone numbers, cards and the like.",
  failed:
    "What you are writing is not checked at the moment: the scanner did not answer. It is asked again as you go on writing. If this stays, turn the extension off and on again and reload the page.",
  refused:
    "This page takes Forepost’s marks away as soon as they are there, so what you write is not marked here. Please read it through yourself before you post.",
  frame:
    "You are in a part of this page that comes from elsewhere and is closed off from Forepost. What you write there is not checked.",
  silent:
    "Forepost is not at work on this page. It is on the large social media sites. If this is one of them, the page was opened before Forepost was installed or updated: reload it.",
};

/** How long the frames of a page have to say something; those that will do so at once. */
const PATIENCE_MS = 300;

/** Tells how the tab in front is, and again whenever that changes while the popup is open. */
export async function followTab(tell: (sentence: string) => void): Promise<void> {
  const tab = await tabInFront();
  const frames = new Map<number, FrameStatus>();
  const say = () => tell(SENTENCES[statusOfTab([...frames.values()]) ?? "silent"]);
  if (tab?.id === undefined) return say();
  const port = chrome.tabs.connect(tab.id, { name: STATUS_PORT });
  port.onMessage.addListener((status: FrameStatus) => {
    frames.set(status.frame, status);
    say();
  });
  port.onDisconnect.addListener(() => {
    // Reading the reason keeps Chromium from reporting it as an unhandled error.
    void chrome.runtime.lastError;
    frames.clear();
    say();
  });
  setTimeout(() => frames.size === 0 && say(), PATIENCE_MS);
}

/** Whether this page was opened in a private window; one that cannot tell counts as such. */
export async function isInPrivate(): Promise<boolean> {
  const tab = (await chrome.tabs.getCurrent()) ?? (await tabInFront());
  return tab?.incognito !== false;
}

/** The tab that the popup was opened over. Where popups are tabs themselves, as on telephones, the one before. */
async function tabInFront(): Promise<chrome.tabs.Tab | undefined> {
  const own = await chrome.tabs.getCurrent();
  if (!own) return (await chrome.tabs.query({ active: true, currentWindow: true }))[0];
  const others = (await chrome.tabs.query({ windowId: own.windowId })).filter(({ id }) => id !== own.id);
  return others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}
