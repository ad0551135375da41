/** A composer's text as a person sees it, and the buttons that write in it. */
import type { Page } from "puppeteer-core";
import { cardHasFocus, cardOpens, markOn, tabTo } from "../card/seen.ts";
import { type Browser, waitFor } from "../harness/index.ts";

/** The text of the page's one composer, a line a paragraph. */
const seen = (page: Page) =>
  page.evaluate(() => {
    const field = document.querySelector<HTMLTextAreaElement>("textarea, input");
    const host = document.querySelector<HTMLElement>("[contenteditable='true']");
    const text = field?.value ?? host?.innerText ?? "";
    return text.replaceAll("\u00a0", " ").replaceAll("\ufeff", "").replace(/\n+/g, "\n").trim();
  });

export const shows = (page: Page, text: string) =>
  waitFor(
    `the composer to show ${JSON.stringify(text)}`,
    () => seen(page),
    (now) => now === text,
  );

/** A button of the card of a marked stretch. */
export interface Pressed {
  readonly marked: string;
  readonly title: string;
  readonly button: string;
}

/** Goes to the button by keyboard alone and presses it. */
export async function pressInCard(browser: Browser, page: Page, { marked, title, button }: Pressed): Promise<void> {
  await markOn(browser, page, marked);
  await browser.pressCommand(page, "next-finding");
  await cardHasFocus(browser, page);
  await cardOpens(browser, page, title);
  await tabTo(page, browser, button);
  await page.keyboard.press("Enter");
}
