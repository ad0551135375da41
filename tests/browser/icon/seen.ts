/** The toolbar icon as a person has it before them. */
import type { Page } from "puppeteer-core";

export interface Icon {
  readonly badge: string;
  readonly title: string;
}

export const CHECKED: Icon = { badge: "✓", title: "Forepost: checking the box that you are writing in" };
export const PRIVATE: Icon = { badge: "–", title: "Forepost: this box is never read" };
export const FAILED: Icon = { badge: "!", title: "Forepost: what you write is not checked at the moment" };
export const NONE: Icon = { badge: "", title: "Forepost" };

/** The icon of the page that is in front, or was before the extension's own pages. */
export const iconOf = (own: Page): Promise<Icon> =>
  own.evaluate(async () => {
    const others = (await chrome.tabs.query({})).filter(({ url }) => !url?.startsWith(location.origin));
    const tabId = others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0]?.id as number;
    return { badge: await chrome.action.getBadgeText({ tabId }), title: await chrome.action.getTitle({ tabId }) };
  });
