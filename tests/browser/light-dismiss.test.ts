/** A composer in something that closes when it is pressed beside: pressing what is Forepost's must not close it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { cardHasFocus, cardOf, clickOn, hover, markOn } from "./card/seen.ts";
import { type Browser, inEachBrowser, waitFor } from "./harness/index.ts";
import { pillSays } from "./panel/pill.ts";
import { panelCloses, panelShows } from "./panel/seen.ts";

const NUMBER = "943 476 5919";
const DRAFT = `NHS ${NUMBER} of someone at LN1 3AB today`;

const PAGE = `<!doctype html><html lang="en"><title>Write</title><link rel="stylesheet" href="/closes.css">
<div id="popover" popover aria-label="New post"><textarea aria-label="Post"></textarea></div>
<div id="inline"><textarea aria-label="Post"></textarea></div><script src="/closes.js"></script>
<dialog id="dialog" closedby="any" aria-label="New post"><textarea aria-label="Post"></textarea></dialog></html>`;
const STYLE = `textarea { display: block; width: 400px; height: 90px; font: 18px/1.5 sans-serif; }
[popover], dialog { padding: 20px 20px 60px; }`;

/** A page that closes its composer by itself, and hears of a click before anything in it does. */
const SCRIPT = `document.addEventListener("click", ({ target }) => {
  if (!document.getElementById("inline").contains(target)) document.getElementById("inline").hidden = true;
}, true);`;

/** How a page opens it, and what tells that it is still open. */
const OPENED = {
  popover: { open: "popover.showPopover()", still: "#popover:popover-open" },
  dialog: { open: "dialog.show()", still: "#dialog[open]" },
  "a box of the page's own": { open: "scrollTo(0, 0)", still: "#inline:not([hidden])" },
  "modal dialog": { open: "dialog.showModal()", still: "#dialog:modal" },
};
type Kind = keyof typeof OPENED;

async function open(browser: Browser, kind: Kind): Promise<Page> {
  browser.server.serve("/closes", { body: PAGE });
  browser.server.serve("/closes.css", { body: STYLE, type: "text/css" });
  browser.server.serve("/closes.js", { body: SCRIPT, type: "text/javascript" });
  const page = await browser.newPage("https://x.com/closes");
  await page.bringToFront();
  await page.evaluate(OPENED[kind].open);
  const composer = await page.$(`${OPENED[kind].still} textarea`);
  await composer?.click();
  await page.keyboard.type(DRAFT);
  await pillSays(browser, page, "Serious 2");
  return page;
}

/** It is open, the draft is as it was written, and the caret is in it. */
async function goesOn(page: Page, kind: Kind): Promise<void> {
  const { still } = OPENED[kind];
  assert.ok(await page.$(still), `the ${kind} has closed`);
  await page.keyboard.type("!");
  assert.equal(await page.$eval(`${still} textarea`, (area) => area.value), `${DRAFT}!`);
}

inEachBrowser("a composer in what closes when it is pressed beside", (browser) => {
  for (const kind of Object.keys(OPENED) as Kind[]) {
    test(`stays open while the pill and the panel are pressed: ${kind}`, async () => {
      const page = await open(browser(), kind);
      const { rect, onTop } = await pillSays(browser(), page, "Serious 2");
      assert.ok(onTop, "something lies over the pill");
      await page.mouse.click(rect.x + rect.width / 2, rect.y + rect.height / 2);
      const panel = await panelShows(browser(), page, "both", ({ entries }) => entries.length === 2);
      assert.ok(panel.onTop, "something lies over the panel");
      await page.mouse.click(panel.rect.x + 20, panel.rect.y + 20);
      await clickOn(page, browser(), "Close");
      await panelCloses(browser(), page);
      await goesOn(page, kind);
    });

    test(`stays open while the card is pressed, and when Escape closes it: ${kind}`, async () => {
      const page = await open(browser(), kind);
      await hover(page, await markOn(browser(), page, NUMBER));
      const card = await waitFor("the card", () => cardOf(browser(), page));
      assert.ok(card?.onTop, "something lies over the card");
      await page.mouse.click(card.rect.x + 20, card.rect.y + 20);
      await browser().pressCommand(page, "next-finding");
      await cardHasFocus(browser(), page);
      await page.keyboard.press("Escape");
      await waitFor(
        "the card to close",
        () => cardOf(browser(), page),
        (seen) => seen === null,
      );
      await goesOn(page, kind);
    });
  }

  test("leaves no error behind", async () => {
    assert.deepEqual(await browser().errors(), []);
  });
});
