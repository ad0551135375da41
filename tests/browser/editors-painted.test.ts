/** Something is painted, and it is painted under the right letters: two screenshots, with the extension and without. */
import { after, before, describe, test } from "node:test";
import type { Page } from "puppeteer-core";
import { type Editor, ENTER, openEditor, type Step, serveWithFrames, write } from "../editors/drive.ts";
import { type Box, changed, decodePng } from "../editors/pixels.ts";
import { BROWSERS, type Browser, card, openBrowser, waitFor } from "./harness/index.ts";
import { pillOf } from "./panel/pill.ts";

const BEFORE = "We were told NHS ";
const NUMBER = "943 476 5919";
/** A letter's side bearings, and the line's own edge. */
const SLACK = 3;

interface Case {
  readonly editor: Editor;
  readonly place?: string;
  /** The number's line, counted from 0. */
  readonly line: number;
  readonly steps: readonly Step[];
}

const CASES: readonly Case[] = [
  { editor: "textarea", line: 0, steps: [BEFORE, NUMBER, " by phone"] },
  { editor: "textarea", line: 2, steps: ["One line", ENTER, "and another", ENTER, BEFORE, NUMBER, " by phone"] },
  { editor: "textarea", place: "iframe", line: 1, steps: ["One line", ENTER, BEFORE, NUMBER, " by phone"] },
  { editor: "input", line: 0, steps: [BEFORE, NUMBER, " by phone"] },
  { editor: "contenteditable", line: 1, steps: ["One line", ENTER, BEFORE, NUMBER, " by phone"] },
];

for (const name of BROWSERS) {
  describe(`the line is painted under the number (${name})`, () => {
    let extended: Browser;
    let plain: Browser;
    before(async () => {
      [extended, plain] = await Promise.all([openBrowser(name), openBrowser(name, { extension: null })]);
      await Promise.all([extended, plain].map((browser) => serveWithFrames(browser, "textarea")));
    });
    after(() => Promise.all([extended?.close(), plain?.close()]));

    for (const { editor, place = "page", line, steps } of CASES) {
      test(`${editor} (${place}), line ${line + 1}`, async () => {
        const without = await openEditor(plain, editor, place);
        const withIt = await openEditor(extended, editor, place);
        for (const page of [without, withIt]) {
          await write(page, steps);
          await hideCaret(page);
          await nameColours(page);
        }
        const letters = await lettersOf(without, line);
        const lineOnly = () =>
          waitFor(
            `nothing but a line under ${JSON.stringify(letters)}`,
            async () => changed(await picture(without), await picture(withIt), await pillBox(extended, withIt, place)),
            (box) => box !== null && isUnder(box, letters),
          );
        await lineOnly();
        await extended.screenshot(withIt, `painted-${editor}-${place}-${line + 1}`);
        if (place === "page") {
          await openAndCloseCard(extended, withIt);
          await lineOnly();
        }
        await Promise.all([plain.closePages(), extended.closePages()]);
      });
    }
  });
}

/** A card that was read leaves nothing behind. */
async function openAndCloseCard(browser: Browser, page: Page): Promise<void> {
  const look = () => card(browser, page);
  await browser.pressCommand(page, "next-finding");
  await waitFor("the card", look);
  await page.keyboard.press("Escape");
  await waitFor("the card to close", look, (seen) => seen === null);
}

interface Letters {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
  readonly bottom: number;
}

function isUnder(box: Box, letters: Letters): boolean {
  return (
    Math.abs(box.left - letters.left) <= SLACK &&
    Math.abs(box.right - letters.right) <= SLACK &&
    box.top >= letters.middle &&
    box.bottom <= letters.bottom + SLACK
  );
}

async function picture(page: Page) {
  return decodePng(await page.screenshot());
}

/** The shadow around the pill, and a pixel that it may stand on in part. */
const AROUND_PILL = 10;

/** Where the pill stands, which is looked at elsewhere. In a frame it is out of reach, and to the right of every letter. */
async function pillBox(browser: Browser, page: Page, place: string): Promise<Box | null> {
  if (place === "iframe") return RIGHT_OF_LETTERS;
  const pill = await pillOf(browser, page);
  if (!pill) return null;
  const { x, y, width, height } = pill.rect;
  return {
    left: x - AROUND_PILL,
    top: y - AROUND_PILL,
    right: x + width + AROUND_PILL,
    bottom: y + height + AROUND_PILL,
  };
}

const RIGHT_OF_LETTERS: Box = { left: 370, top: 0, right: Number.POSITIVE_INFINITY, bottom: Number.POSITIVE_INFINITY };

/** The frame that holds the composer. */
const frameOf = (page: Page) => page.frames().at(-1) ?? page.mainFrame();

/** Where the caret happens to blink is no difference. */
async function hideCaret(page: Page): Promise<void> {
  await frameOf(page).evaluate(() => document.body.style.setProperty("caret-color", "transparent"));
}

/** Custom properties of a page reach into every shadow tree, whatever they are called there. */
async function nameColours(page: Page): Promise<void> {
  await frameOf(page).evaluate(() => {
    for (const name of ["--serious", "--caution", "--advice"]) {
      document.documentElement.style.setProperty(name, "#ff00ff");
    }
  });
}

/** Where the number's letters stand, from the font's own measures and not from anything of the extension's. */
async function lettersOf(page: Page, line: number): Promise<Letters> {
  const measure = (before: string, number: string, at: number) => {
    const composer = document.querySelector<HTMLElement>(".editor");
    const context = document.createElement("canvas").getContext("2d");
    if (!composer || !context) throw new Error("there is nothing to measure");
    const style = getComputedStyle(composer);
    context.font = style.font;
    const frame = window.frameElement?.getBoundingClientRect() ?? { x: 0, y: 0 };
    const { x, y } = composer.getBoundingClientRect();
    const left = frame.x + x + Number.parseFloat(style.borderLeftWidth) + Number.parseFloat(style.paddingLeft);
    const top = frame.y + y + Number.parseFloat(style.borderTopWidth) + Number.parseFloat(style.paddingTop);
    const height = Number.parseFloat(style.lineHeight);
    return {
      left: left + context.measureText(before).width,
      right: left + context.measureText(before + number).width,
      middle: top + (at + 0.5) * height,
      bottom: top + (at + 1) * height,
    };
  };
  return frameOf(page).evaluate(measure, BEFORE, NUMBER, line);
}
