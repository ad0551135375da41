/** Where an editor does not take the words as promised, they are taken back; where that is not known, they are copied. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { cardHasFocus, cardOf, cardOpens, clickOn, hover, markOn } from "./card/seen.ts";
import { type Browser, inEachBrowser, waitFor } from "./harness/index.ts";
import { pressInCard, shows } from "./replace/seen.ts";

const TEXT = "Called to an 84 year old on the stairs";
const REPLACED = "Called to an older person on the stairs";
const REPLACE = "Replace “an 84 year old” with “an older person”";
const AGE = { marked: "84 year old", title: "A patient's age", button: REPLACE };

const STYLE = `body { font: 18px/1.5 sans-serif; } [contenteditable], textarea { display: block; width: 600px; min-height: 60px; font: inherit; white-space: pre-wrap; }`;
const RICH = '<div id="composer" contenteditable="true" role="textbox" aria-label="Post"></div>';
const AREA = '<textarea id="composer" aria-label="Post"></textarea>';

/** A page with one composer, and what its script does to it. */
async function open(browser: Browser, composer: string, script = "", text = TEXT): Promise<Page> {
  browser.server.serve("/refused", {
    body: `<!doctype html><html lang="en"><title>Write</title><link rel="stylesheet" href="/refused.css">${composer}
      <script src="/refused.js"></script></html>`,
  });
  browser.server.serve("/refused.css", { body: STYLE, type: "text/css" });
  browser.server.serve("/refused.js", {
    body: `const composer = document.getElementById("composer"); ${script}`,
    type: "text/javascript",
  });
  const page = await browser.newPage("https://x.com/refused");
  await page.bringToFront();
  await page.focus("#composer");
  await page.keyboard.type(text);
  return page;
}

const saidOnCard = (browser: Browser, page: Page, words: RegExp) =>
  waitFor(
    `the card to say ${words}`,
    () => cardOf(browser, page),
    (seen) => words.test(seen?.copied ?? ""),
  );

/** Types by itself as soon as the words are there, as an editor with ideas of its own. */
const MEDDLES = `composer.addEventListener("input", () => {
  if (document.body.dataset.done || !(composer.value ?? composer.textContent).includes("older")) return;
  document.body.dataset.done = "yes";
  setTimeout(() => document.execCommand("insertText", false, "!!!"));
});`;
/** Writes in front of everything, or at the end, just as a button of ours is pressed. */
const movesOn = (front: string, end: string) => `addEventListener("pointerdown", () => {
  const value = "${front}" + (composer.value ?? composer.textContent) + "${end}";
  if (composer.value === undefined) composer.firstChild.data = value;
  else composer.value = value;
  composer.dispatchEvent(new InputEvent("input", { bubbles: true }));
}, { capture: true, once: true });`;
const once = (
  does: string,
) => `if (!document.body.dataset.done && (event.data ?? composer.textContent).includes("older")) {
  document.body.dataset.done = "yes";
  ${does}
}`;
const AS_IT_WAS = `${TEXT}, NHS 943 476 5919`;
/** Scripts that write past the browser's history, and what stands there when all that can be taken back was. */
const PAST_HISTORY = [
  [
    "adds an element",
    `composer.addEventListener("input", (event) => { ${once('setTimeout(() => composer.append(" #ems"));')} });`,
    { chrome: `${AS_IT_WAS} #ems`, firefox: `${AS_IT_WAS} #ems` },
  ],
  [
    "changes what its text says",
    `composer.addEventListener("input", (event) => {
      ${once('setTimeout(() => { composer.normalize(); composer.firstChild.data += " #ems"; });')}
    });`,
    { chrome: `${AS_IT_WAS} #ems`, firefox: `${AS_IT_WAS} #ems` },
  ],
  [
    // Firefox alone tells a page beforehand what an extension is about to write.
    "refuses them and adds something else",
    `composer.addEventListener("beforeinput", (event) => {
      ${once('event.preventDefault(); setTimeout(() => composer.append(" #ems"));')}
    });`,
    { chrome: `${REPLACED}, NHS 943 476 5919`, firefox: `${AS_IT_WAS} #ems` },
  ],
  [
    "refuses them and writes others",
    `composer.addEventListener("beforeinput", (event) => {
      ${once(`event.preventDefault();
      setTimeout(() => {
        composer.normalize();
        composer.firstChild.data = composer.firstChild.data.replace("84 year old", "old chap");
      });`)}
    });`,
    {
      chrome: `${REPLACED}, NHS 943 476 5919`,
      firefox: "Called to an old chap on the stairs, NHS 943 476 5919",
    },
  ],
] as const;
const REFUSES = `document.body.dataset.open = "yes"; composer.addEventListener("beforeinput", (event) => {
  if (event.data?.includes("older")) event.preventDefault();
});
composer.addEventListener("input", () => {
  if ((composer.value ?? composer.textContent).includes("older")) setTimeout(() => document.execCommand("undo"));
});`;

inEachBrowser("words that an editor does not take", (browser) => {
  for (const [name, composer] of [
    ["a rich composer", RICH],
    ["a field", AREA],
  ] as const) {
    test(`are taken back where it makes something else of them: ${name}`, async () => {
      const page = await open(browser(), composer, MEDDLES);
      await pressInCard(browser(), page, AGE);
      await saidOnCard(browser(), page, /Your text is as it was/);
      await shows(page, TEXT);
      await markOn(browser(), page, "84 year old");
      const card = await cardOf(browser(), page);
      assert.deepEqual(card?.copies, ["Copy “an older person”"]);
    });

    test(`leave nothing behind where it refuses them: ${name}`, async () => {
      const page = await open(browser(), composer, REFUSES);
      await pressInCard(browser(), page, AGE);
      await saidOnCard(browser(), page, /Your text is as it was/);
      await shows(page, TEXT);
      await page.keyboard.type(" X");
      await markOn(browser(), page, "84 year old");
    });

    test(`are not offered in the middle of a composition: ${name}`, async () => {
      const page = await open(browser(), composer);
      await markOn(browser(), page, "84 year old");
      await page.$eval("#composer", (element) =>
        element.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true })),
      );
      await browser().pressCommand(page, "next-finding");
      const card = await cardOpens(browser(), page, "A patient's age");
      assert.deepEqual(card.writes, []);
      assert.deepEqual(card.copies, ["Copy “an older person”"]);
    });

    test(`are put in by a click, and the editor keeps its focus: ${name}`, async () => {
      const page = await open(browser(), composer, "", `${TEXT}, NHS 943 476 5919`);
      await hover(page, await markOn(browser(), page, "84 year old"));
      await cardOpens(browser(), page, "A patient's age");
      await clickOn(page, browser(), REPLACE);
      await shows(page, `${REPLACED}, NHS 943 476 5919`);
      const next = await cardOpens(browser(), page, "NHS number");
      assert.equal(next.hasFocus, false);
      await page.keyboard.type("!");
      await shows(page, `Called to an older person! on the stairs, NHS 943 476 5919`);
    });

    test(`are put in where they belong by now: ${name}`, async () => {
      const page = await open(browser(), composer, movesOn("Today: ", ""));
      await hover(page, await markOn(browser(), page, "84 year old"));
      await cardOpens(browser(), page, "A patient's age");
      await clickOn(page, browser(), REPLACE);
      await shows(page, `Today: ${REPLACED}`);
    });

    test(`lead to the next finding by keyboard: ${name}`, async () => {
      const page = await open(browser(), composer, "", `${TEXT}, NHS 943 476 5919`);
      await pressInCard(browser(), page, AGE);
      await cardOpens(browser(), page, "NHS number");
      await cardHasFocus(browser(), page);
      await page.keyboard.press("Escape");
      await page.keyboard.type("!");
      await shows(page, "Called to an older person! on the stairs, NHS 943 476 5919");
    });
  }

  for (const [what, script, left] of PAST_HISTORY)
    test(`cost nothing that was written before where the page ${what}`, async () => {
      const page = await open(browser(), RICH, script, AS_IT_WAS);
      await pressInCard(browser(), page, AGE);
      await shows(page, left[browser().name]);
      // Nothing is marked until the last attempt at an undo is over.
      await markOn(browser(), page, "943 476 5919");
      await shows(page, left[browser().name]);
    });

  for (const [name, composer] of [
    ["names of its own", '<div id="composer" class="cke_editable" contenteditable="true" role="textbox"></div>'],
    ["elements of its own", '<x-editor id="composer" contenteditable="true" role="textbox"></x-editor>'],
  ] as const) {
    test(`are to be copied where the editor is unknown: ${name}`, async () => {
      const page = await open(browser(), composer);
      await hover(page, await markOn(browser(), page, "84 year old"));
      const card = await cardOpens(browser(), page, "A patient's age");
      assert.deepEqual(card.writes, []);
      assert.deepEqual(card.copies, ["Copy “an older person”"]);
    });
  }

  for (const [when, script, becomes] of [
    ["a bio", "", (bio: string) => bio],
    ["a bio that has grown since", movesOn("", " Gardener."), (bio: string) => `${bio} Gardener.`],
  ] as const)
    test(`are added at the end of ${when}`, async () => {
      const bio = "Paramedic. Dog person.";
      const page = await open(browser(), '<textarea id="composer" aria-label="Your bio"></textarea>', script, bio);
      await markOn(browser(), page, "Paramedic");
      await browser().pressCommand(page, "next-finding");
      const { writes } = await cardHasFocus(browser(), page);
      assert.equal(writes.length, 1);
      await clickOn(page, browser(), writes[0] ?? "");
      await shows(page, `${becomes(bio)} These views are my own, not of my employer.`);
    });

  test("leave no error behind", async () => {
    assert.deepEqual(await browser().errors(), []);
  });
});
