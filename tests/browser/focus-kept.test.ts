/** A composer that closes when the focus leaves it: a look at a card or the panel is no leaving, as far as it is told. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { cardCloses, cardHasFocus, cardOf } from "./card/seen.ts";
import { type Browser, inEachBrowser, waitFor } from "./harness/index.ts";
import { pillSays } from "./panel/pill.ts";
import { panelCloses, panelOf, panelShows } from "./panel/seen.ts";

const DRAFT = "NHS 943 476 5919";

const PAGE = `<!doctype html><html lang="en"><title>Write</title><link rel="stylesheet" href="/leaves.css">
<p id="other" tabindex="0">Elsewhere</p><div id="place"></div><script src="/leaves.js"></script></html>`;
const STYLE = `textarea, [contenteditable] { display: block; width: 400px; height: 90px; font: 18px/1.5 sans-serif;
  white-space: pre-wrap; } #place { padding: 20px 20px 90px; }`;

const AREA = `<textarea class="composer" aria-label="Post"></textarea>`;
const RICH = `<div class="composer" contenteditable="true" role="textbox" aria-label="Post"></div>`;
/** Where composers stand, and who hears that they are left. */
const KINDS = {
  "the composer itself, by its blur": `blurred(fill(${JSON.stringify(AREA)}).firstChild)`,
  "the composer itself, by its focusout": `left(fill(${JSON.stringify(RICH)}).firstChild)`,
  "the box around it": `left(fill(${JSON.stringify(`<div>${RICH}</div>`)}).firstChild)`,
  "the document, before anyone else": `left(document, fill(${JSON.stringify(AREA)}).firstChild, true)`,
  "a dialog": `left(fill(${JSON.stringify(`<div role="dialog" aria-label="New post">${AREA}</div>`)}).firstChild)`,
  "the box around it in a shadow tree": `left(inTree(${JSON.stringify(`<div>${AREA}</div>`)}).firstChild)`,
  "a dialog in a shadow tree": `left(inTree(${JSON.stringify(
    `<div><div role="dialog" aria-label="New post">${AREA}</div></div>`,
  )}).firstChild)`,
};
type Kind = keyof typeof KINDS;

const SCRIPT = `window.heard = [];
const place = document.getElementById("place");
const fill = (html, into = place) => { into.innerHTML = html; return into; };
const inTree = (html) => fill(html, place.attachShadow({ mode: "open" }));
const close = (box) => { box.remove(); heard.push("closed"); };
const blurred = (box) => box.addEventListener("blur", () => close(box));
const left = (where, box = where, capture = false) => where.addEventListener("focusout", ({ relatedTarget }) => {
  if (box.isConnected && !box.contains(relatedTarget)) close(box);
}, capture);
document.getElementById("other").addEventListener("focus", () => heard.push("elsewhere"));`;

async function open(browser: Browser, kind: Kind): Promise<Page> {
  browser.server.serve("/leaves", { body: PAGE });
  browser.server.serve("/leaves.css", { body: STYLE, type: "text/css" });
  browser.server.serve("/leaves.js", { body: SCRIPT, type: "text/javascript" });
  const page = await browser.newPage("https://x.com/leaves");
  await page.bringToFront();
  await page.evaluate(KINDS[kind]);
  await (await composerOf(page))?.click();
  await page.keyboard.type(DRAFT);
  await pillSays(browser, page, "Serious 1");
  return page;
}

const composerOf = async (page: Page) => (await page.$("#place .composer")) ?? page.$("#place >>> .composer");

const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: string[] }).heard);

/** What the composer holds; null when it has closed. */
const draftOf = async (page: Page) =>
  (await composerOf(page))?.evaluate((box) =>
    (box instanceof HTMLTextAreaElement ? box.value : (box.textContent ?? "")).replaceAll("\u00a0", " "),
  ) ?? null;

/** What can be opened by keyboard, and how it is seen. */
const OPENED = {
  card: {
    open: async (browser: Browser, page: Page) => {
      await browser.pressCommand(page, "next-finding");
      await cardHasFocus(browser, page);
    },
    closes: cardCloses,
    isOpen: cardOf,
  },
  panel: {
    open: async (browser: Browser, page: Page) => {
      await browser.pressCommand(page, "open-panel");
      await panelShows(browser, page, "the focus", ({ focusedOn }) => focusedOn !== "");
    },
    closes: panelCloses,
    isOpen: panelOf,
  },
};

inEachBrowser("a composer that closes when the focus leaves it", (browser) => {
  for (const kind of Object.keys(KINDS) as Kind[])
    for (const [name, { open: opens, closes }] of Object.entries(OPENED)) {
      test(`stays, and Escape leads back to it: ${name}, heard by ${kind}`, async () => {
        const page = await open(browser(), kind);
        await opens(browser(), page);
        assert.equal(await draftOf(page), DRAFT);
        await page.keyboard.press("Escape");
        await closes(browser(), page);
        await page.keyboard.type("!");
        assert.equal(await draftOf(page), `${DRAFT}!`);
        assert.deepEqual(await heard(page), []);
      });

      test(`is told once the focus goes elsewhere from there: ${name}, heard by ${kind}`, async () => {
        const page = await open(browser(), kind);
        await opens(browser(), page);
        await page.focus("#other");
        await waitFor("it to close", async () => (await draftOf(page)) === null);
        assert.deepEqual(await heard(page), ["closed", "elsewhere"]);
        await closes(browser(), page);
      });
    }

  for (const [name, { open: opens, closes }] of Object.entries(OPENED))
    test(`stays when it is pressed, and the ${name} closes`, async () => {
      const page = await open(browser(), "the composer itself, by its blur");
      await opens(browser(), page);
      const composer = await composerOf(page);
      await composer?.click({ offset: { x: 10, y: 80 } });
      await closes(browser(), page);
      await page.keyboard.type("!");
      assert.equal(await draftOf(page), `${DRAFT}!`);
      assert.deepEqual(await heard(page), []);
    });

  test("is told that it is left when the focus goes nowhere", async () => {
    const page = await open(browser(), "the composer itself, by its blur");
    await OPENED.panel.open(browser(), page);
    await page.mouse.click(790, 590);
    await waitFor("it to close", async () => (await draftOf(page)) === null);
  });

  test("leaves no error behind", async () => {
    assert.deepEqual(await browser().errors(), []);
  });
});
