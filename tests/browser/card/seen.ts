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
  /** The buttons that write and those that copy, by what they are called. */
  readonly writes: readonly string[];
  readonly copies: readonly string[];
  /** What came of pressing one of them. */
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
      const root = roots.find((one) => one.querySelector(".card:popover-open:not(.panel)"));
      const card = root?.querySelector<HTMLElement>(".card:popover-open:not(.panel)");
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
        writes: all(".copy button")
          .map(nameOf)
          .filter((name) => !name.startsWith("Copy")),
        copies: all(".copy button")
          .map(nameOf)
          .filter((name) => name.startsWith("Copy")),
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

/** Goes from stop to stop in the card until the button with these words has the focus. */
export async function tabTo(page: Page, browser: Browser, words: string): Promise<void> {
  const passed: string[] = [];
  while (passed.at(-1) !== words) {
    if (passed.length >= 10) throw new Error(`Tab comes to ${JSON.stringify(passed)}, never to “${words}”`);
    await page.keyboard.press("Tab");
    passed.push((await cardOf(browser, page))?.focusedOn ?? "nothing");
  }
}

/** Clicks the card's button that is called so. */
export async function clickOn(page: Page, browser: Browser, name: string): Promise<void> {
  const middle = await browser.inClosedRoots(
    page,
    (roots, wanted) => {
      const buttons = roots.flatMap((root) => [...root.querySelectorAll("button")]);
      const nameOf = (button: Element) => button.getAttribute("aria-label") ?? button.textContent ?? "";
      const button = buttons.find((one) => nameOf(one) === wanted && one.checkVisibility());
      if (!button) return null;
      const { x, y, width, height } = button.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    },
    name,
  );
  if (!middle) throw new Error(`there is no button “${name}”`);
  await page.mouse.click(middle.x, middle.y);
}

/** Rests the pointer on a mark. */
export async function hover(page: Page, { rect }: Mark): Promise<void> {
  await page.mouse.move(rect.x + rect.width / 2 - 4, rect.y + rect.height / 2);
  await page.mouse.move(rect.x + rect.width / 2, rect.y + rect.height / 2);
}
