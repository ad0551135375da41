/** The card as a person has it before them. */
import type { Page } from "puppeteer-core";
import { type Browser, type Mark, marks, type Rect, waitFor } from "../harness/index.ts";

export interface SeenCard {
  readonly severity: string;
  readonly title: string;
  readonly quote: string;
  readonly text: string;
  /** Details that add up, each with what is said of it. */
  readonly details: readonly string[];
  /** What could be written instead or left out. */
  readonly offers: readonly string[];
  /** The buttons that copy, by what they are called. */
  readonly copies: readonly string[];
  /** What came of copying. */
  readonly copied: string;
  readonly position: string;
  readonly rect: Rect;
  readonly hasFocus: boolean;
  /** What the focused button is called. */
  readonly focusedOn: string;
  /** Whether nothing of the page lies over its middle. */
  readonly onTop: boolean;
}

/** The open card, or null. */
export function cardOf(browser: Browser, page: Page): Promise<SeenCard | null> {
  return browser.inClosedRoots(
    page,
    (roots) => {
      const root = roots.find((one) => one.querySelector("[role=dialog]:popover-open"));
      const card = root?.querySelector<HTMLElement>("[role=dialog]:popover-open");
      if (!root || !card) return null;
      const said = (selector: string) => card.querySelector(selector)?.textContent ?? "";
      const nameOf = (element: Element | null) => element?.getAttribute("aria-label") ?? element?.textContent ?? "";
      const all = (selector: string) => [...card.querySelectorAll<HTMLElement>(selector)];
      const { x, y, width, height } = card.getBoundingClientRect();
      const above = root.host.getRootNode() as Document | ShadowRoot;
      return {
        severity: said("p"),
        title: said("h2"),
        quote: said(".quote"),
        text: said(".body"),
        details: all(".details li").map((detail) => detail.innerText.replace(/\s+/g, " ")),
        offers: all("p.offer, .offer p").map((offer) => offer.innerText),
        copies: all(".copy button").map(nameOf),
        copied: said("[role=status]"),
        position: said(".foot span"),
        rect: { x, y, width, height },
        hasFocus: root.activeElement !== null,
        focusedOn: root.activeElement === card ? "" : nameOf(root.activeElement),
        onTop: above.elementFromPoint(x + width / 2, y + height / 2) === root.host,
      };
    },
    null,
  );
}

export const cardOpens = (browser: Browser, page: Page, title: string): Promise<SeenCard> =>
  waitFor(
    `the card “${title}”`,
    () => cardOf(browser, page),
    (seen) => seen?.title === title,
  ) as Promise<SeenCard>;

export const cardHasFocus = (browser: Browser, page: Page): Promise<SeenCard> =>
  waitFor(
    "the focus in the card",
    () => cardOf(browser, page),
    (seen) => seen?.hasFocus === true,
  ) as Promise<SeenCard>;

export const cardCloses = (browser: Browser, page: Page): Promise<unknown> =>
  waitFor(
    "the card to close",
    () => cardOf(browser, page),
    (seen) => seen === null,
  );

/** The mark on these words, once it is painted. */
export async function markOn(browser: Browser, page: Page, words: string): Promise<Mark> {
  const find = (seen: readonly Mark[]) => seen.find(({ text }) => text === words);
  const seen = await waitFor(
    `a mark on “${words}”`,
    () => marks(browser, page),
    (all) => find(all) !== undefined,
  );
  return find(seen) as Mark;
}

/** Rests the pointer on a mark. */
export async function hover(page: Page, { rect }: Mark): Promise<void> {
  await page.mouse.move(rect.x + rect.width / 2 - 4, rect.y + rect.height / 2);
  await page.mouse.move(rect.x + rect.width / 2, rect.y + rect.height / 2);
}
