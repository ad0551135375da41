/** A line is painted under the right letters of a field that looks like few others: two screenshots, with Forepost and without. */
import { after, before, describe, test } from "node:test";
import type { Page } from "puppeteer-core";
import { type Box, changed, decodePng } from "../editors/pixels.ts";
import { BROWSERS, type Browser, openBrowser, waitFor } from "./harness/index.ts";
import { pillSays } from "./panel/pill.ts";

const BEFORE = "we were told NHS ";
const NUMBER = "943 476 5919";
const DRAFT = `${BEFORE}${NUMBER} by phone`;
/** A letter's side bearings, and the line's own edge. */
const SLACK = 3;
/** How far below its letters a line may reach: half the height of a letter. */
const BELOW = 10;
/** The shadow around the pill, and a pixel that it may stand on in part. */
const AROUND_PILL = 10;

/** What someone goes on to write once the line is there. */
const MORE = " today";

const FIELDS: Readonly<Record<string, string>> = {
  "an input as the browser draws it": '<input class="composer">',
  "an input in small letters": '<input class="composer small">',
  "an input in large letters": '<input class="composer large">',
  "a text area that is zoomed": '<textarea class="composer zoomed"></textarea>',
  "a text area in what is zoomed": '<div class="zoomed"><textarea class="composer"></textarea></div>',
  "a text area in what is made smaller": '<div class="smaller"><textarea class="composer"></textarea></div>',
  "an input in what is made smaller": '<div class="smaller"><input class="composer"></div>',
  "a text area whose lines stand in its middle": '<textarea class="composer middle"></textarea>',
};
const STYLE = `.composer { display: block; width: 420px; border: 1px solid; padding: 8px; caret-color: transparent; }
textarea { height: 60px; font: 16px/1.5 sans-serif; } .small { font-size: 11px; } .large { font-size: 26px; width: 700px; }
.middle { text-align: center; }
.zoomed { zoom: 1.25; } .smaller { transform: scale(0.8); transform-origin: 0 0; }`;

async function open(browser: Browser, field: string): Promise<Page> {
  const body = `<!doctype html><html lang="en"><title>Write</title><link rel="stylesheet" href="/painted.css">${field}</html>`;
  browser.server.serve("/painted", { body });
  browser.server.serve("/painted.css", { body: STYLE, type: "text/css" });
  const page = await browser.newPage("https://x.com/painted");
  await page.setViewport({ width: 800, height: 300 });
  await page.bringToFront();
  await page.$eval(".composer", (composer) => composer.setAttribute("spellcheck", "false"));
  await page.focus(".composer");
  await page.keyboard.type(DRAFT);
  return page;
}

/** Where the number's letters stand, from the font's own measures and not from anything of the extension's. */
const lettersOf = (page: Page): Promise<Box> =>
  page.$eval(
    ".composer",
    (composer, before, number) => {
      if (!(composer instanceof HTMLTextAreaElement || composer instanceof HTMLInputElement))
        throw new Error("no field");
      const context = document.createElement("canvas").getContext("2d");
      if (!context) throw new Error("there is nothing to measure");
      const style = getComputedStyle(composer);
      context.font = style.font;
      const { x, y, width, height } = composer.getBoundingClientRect();
      const by = width / composer.offsetWidth;
      const edge = Number.parseFloat(style.borderLeftWidth) + Number.parseFloat(style.paddingLeft);
      const room = composer.clientWidth - 2 * Number.parseFloat(style.paddingLeft);
      const indent = style.textAlign === "center" ? (room - context.measureText(composer.value).width) / 2 : 0;
      const start = edge + indent - composer.scrollLeft + context.measureText(before).width;
      const size = Number.parseFloat(style.fontSize);
      // An input's one line stands in its middle, a text area's first one at its top.
      const middle = composer.localName === "input" ? height / by / 2 : edge + Number.parseFloat(style.lineHeight) / 2;
      return {
        left: x + start * by,
        right: x + (start + context.measureText(number).width) * by,
        top: y + middle * by,
        bottom: y + (middle + size / 2) * by,
      };
    },
    BEFORE,
    NUMBER,
  );

const isUnder = (line: Box, letters: Box) =>
  Math.abs(line.left - letters.left) <= SLACK &&
  Math.abs(line.right - letters.right) <= SLACK &&
  line.top >= letters.top &&
  line.bottom <= letters.bottom + BELOW;

async function pillBox(browser: Browser, page: Page): Promise<Box> {
  const { x, y, width, height } = (await pillSays(browser, page, "Serious 1")).rect;
  return {
    left: x - AROUND_PILL,
    top: y - AROUND_PILL,
    right: x + width + AROUND_PILL,
    bottom: y + height + AROUND_PILL,
  };
}

for (const name of BROWSERS) {
  describe(`a line is painted under the number (${name})`, () => {
    let extended: Browser;
    let plain: Browser;
    before(async () => {
      [extended, plain] = await Promise.all([openBrowser(name), openBrowser(name, { extension: null })]);
    });
    after(() => Promise.all([extended?.close(), plain?.close()]));

    for (const [what, field] of Object.entries(FIELDS)) {
      test(`in ${what}`, async () => {
        const without = await open(plain, field);
        const withIt = await open(extended, field);
        const picture = async (page: Page) => decodePng(await page.screenshot());
        const isPainted = async () => {
          const letters = await lettersOf(without);
          await waitFor(
            `nothing but a line under ${JSON.stringify(letters)}`,
            async () => changed(await picture(without), await picture(withIt), await pillBox(extended, withIt)),
            (line) => line !== null && isUnder(line, letters),
          );
        };
        await isPainted();
        for (const page of [without, withIt]) await page.keyboard.type(MORE);
        await isPainted();
        await Promise.all([plain.closePages(), extended.closePages()]);
      });
    }
  });
}
