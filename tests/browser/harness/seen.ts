/** What a person sees of the extension: painted marks and the card, read from the page and not from the scanner. */
import type { Frame, Page } from "puppeteer-core";
import { SEVERITIES, type Severity } from "../../../extension/shared/protocol.ts";
import type { Browser } from "./browser.ts";
import { highlightedLines, type Line, overlaidLines, type Rect, visibleCard } from "./page-side.ts";
import { waitFor } from "./wait.ts";

/** A painted stretch of text. */
export interface Mark {
  readonly text: string;
  /** By the shape of its line: dotted, wavy or solid. */
  readonly severity: Severity;
  /** Where it starts in a text field's value; null in rich text. */
  readonly start: number | null;
  /** Its first painted line in the viewport. */
  readonly rect: Rect;
}

/** The card as it can be read. */
export interface SeenCard {
  /** Everything on it, a line of text a line. */
  readonly text: string;
  readonly severity: Severity;
  readonly title: string;
  /** Policy and number of each clause, such as "EMAS 6.8.5". */
  readonly clauses: readonly string[];
  readonly rect: Rect;
}

const SHAPES: Readonly<Record<string, Severity>> = { dotted: "advice", wavy: "caution", solid: "serious" };

/** The marks in the page's main frame, or in the given one, in the order of the text. */
export async function marks(browser: Browser, page: Page | Frame): Promise<readonly Mark[]> {
  const lines = [
    ...(await browser.inClosedRoots(page, highlightedLines, null)),
    ...(await browser.inClosedRoots(page, overlaidLines, null)),
  ];
  return lines.map(({ text, shape, start, rect }: Line) => {
    const severity = SHAPES[shape];
    if (!severity) throw new Error(`"${text}" has a ${shape} line, which stands for no severity`);
    return { text, severity, start, rect };
  });
}

/** The card that is open in the page's main frame, or null. */
export async function card(browser: Browser, page: Page): Promise<SeenCard | null> {
  const seen = await browser.inClosedRoots(page, visibleCard, null);
  if (!seen) return null;
  const severity = SEVERITIES.find((name) => name === seen.severity.trim().toLowerCase());
  if (!severity) throw new Error(`the card says "${seen.severity}", which is no severity`);
  return { ...seen, severity };
}

/** Rests the pointer on a mark and answers with the card that opens for it. An open card may cover it, so it goes first. */
export async function hover(browser: Browser, page: Page, { rect, text }: Mark): Promise<SeenCard> {
  await page.mouse.move(0, 0);
  await waitFor(
    "the card to close",
    () => card(browser, page),
    (seen) => seen === null,
  );
  await page.mouse.move(rect.x + rect.width / 2, rect.y + rect.height / 2, { steps: 2 });
  // The lines of a finding of the whole text run into those of its words, so one mark can have several cards.
  const isOf = (quote: string) => quote.includes(text) || text.includes(quote);
  const quoted = (seen: SeenCard | null) =>
    [...(seen?.text ?? "").matchAll(/“([^”]+?)…?”/g)].some(([, quote]) => quote !== undefined && isOf(quote));
  return (await waitFor(`a card about "${text}"`, () => card(browser, page), quoted)) as SeenCard;
}
