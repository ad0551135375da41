/** The panel: what it lists, that it is used by keyboard alone, and that the caret is where it was when it has gone. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { openEditor, RICH, write as type } from "../editors/drive.ts";
import { cardCloses, cardHasFocus, cardOf, cardOpens, hover, markOn } from "./card/seen.ts";
import { type Browser, inEachBrowser, marks, waitFor } from "./harness/index.ts";
import { pillGoes, pillOf, pillSays } from "./panel/pill.ts";
import { panelCloses, panelOf, panelShows, type SeenPanel, tabToButton } from "./panel/seen.ts";

const NUMBER = "943 476 5919";
const POSTCODE = "LN1 3AB";
const POST = `NHS ${NUMBER} of someone at ${POSTCODE} today`;
const JIGSAW = "Called to a lady, 87 years old, in Barnsley, Thursday night";

const PAGE = `<!doctype html><html lang="en"><title>Write</title><link rel="stylesheet" href="/panel.css">
<h1>A site</h1>
<div id="rich" contenteditable="true" role="textbox" aria-label="Post"></div>
<textarea id="area" aria-label="Post"></textarea>
<input id="paste" aria-label="Title">
<button id="post" type="button">Post</button></html>`;
const STYLE = `body { font: 18px/1.5 sans-serif; margin: 20px; }
[contenteditable], textarea, input { display: block; box-sizing: border-box; width: 100%; max-width: 500px;
  min-height: 60px; font: inherit; border: 1px solid; padding: 8px; margin: 40px 0 0; white-space: pre-wrap; }`;

async function open(browser: Browser, composer: string, text = POST): Promise<Page> {
  browser.server.serve("/panel", { body: PAGE });
  browser.server.serve("/panel.css", { body: STYLE, type: "text/css" });
  const page = await browser.newPage("https://x.com/panel");
  await page.setViewport({ width: 800, height: 700 });
  await page.bringToFront();
  await page.focus(composer);
  await page.keyboard.type(text);
  return page;
}

const textOf = (page: Page, composer: string): Promise<string> =>
  page.$eval(composer, (element) =>
    element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement
      ? element.value
      : (element.textContent ?? "").replace(/\u00a0/g, " "),
  );

/** Opens the panel by its keys, once the pill says so much. */
async function openByKeys(browser: Browser, page: Page, pill: string): Promise<SeenPanel> {
  await pillSays(browser, page, pill);
  await browser.pressCommand(page, "open-panel");
  return panelShows(browser, page, "its list, with the focus", ({ entries }) => entries.some((one) => one.hasFocus));
}

const wordsMarked = async (browser: Browser, page: Page) => (await marks(browser, page)).map(({ text }) => text);

const markedAre = (browser: Browser, page: Page, words: readonly string[]) =>
  waitFor(
    `marks on ${JSON.stringify(words)}`,
    () => wordsMarked(browser, page),
    (seen) => JSON.stringify(seen) === JSON.stringify(words),
  );

inEachBrowser("the panel", (browser) => {
  for (const composer of ["#rich", "#area"]) {
    test(`lists everything, and explains what is chosen as the card does: ${composer}`, async () => {
      const page = await open(browser(), composer);
      const { rect } = await pillSays(browser(), page, "Serious 2");
      await page.mouse.click(rect.x + rect.width / 2, rect.y + rect.height / 2);
      const panel = await panelShows(browser(), page, "two entries", ({ entries }) => entries.length === 2);
      assert.equal(panel.title, "2 things to look at");
      assert.deepEqual(
        panel.entries.map(({ severity, title, words }) => [severity, title, words]),
        [
          ["Serious", "NHS number", `“${NUMBER}”`],
          ["Serious", "Full postcode", `“${POSTCODE}”`],
        ],
      );
      assert.ok(panel.onTop, "something lies over it");
      assert.equal(panel.explained, "");
      await browser().screenshot(page, `panel-${composer.slice(1)}`);
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      const chosen = await panelShows(browser(), page, "the second explained", ({ entries }) => !!entries[1]?.isOpen);
      await browser().screenshot(page, `panel-chosen-${composer.slice(1)}`);
      await page.keyboard.press("Escape");
      await panelCloses(browser(), page);
      await hover(page, await markOn(browser(), page, POSTCODE));
      const card = await cardOpens(browser(), page, "Full postcode");
      const [, why] = /^(.*?)What to do: /.exec(chosen.explained) ?? [];
      assert.ok(why && card.text.includes(why.trim()), `the card says “${card.text}”, the panel “${chosen.explained}”`);
    });

    test(`is gone through by keyboard, and the caret is where it was: ${composer}`, async () => {
      const page = await open(browser(), composer);
      for (const _ of "today") await page.keyboard.press("ArrowLeft");
      const panel = await openByKeys(browser(), page, "Serious 2");
      assert.deepEqual(
        panel.entries.map(({ hasFocus }) => hasFocus),
        [true, false],
      );
      const focusNow = async () => (await panelOf(browser(), page))?.entries.findIndex(({ hasFocus }) => hasFocus);
      for (const [key, at] of [
        ["ArrowDown", 1],
        ["ArrowDown", 0],
        ["ArrowUp", 1],
        ["Home", 0],
        ["End", 1],
      ] as const) {
        await page.keyboard.press(key);
        assert.equal(await focusNow(), at, key);
      }
      await page.keyboard.press("Enter");
      await panelShows(browser(), page, "it explained", ({ entries }) => !!entries[1]?.isOpen);
      await page.keyboard.press("Enter");
      await panelShows(browser(), page, "it folded", ({ entries }) => !entries[1]?.isOpen);
      await page.keyboard.press("Escape");
      await panelCloses(browser(), page);
      await page.keyboard.type("not ");
      assert.equal(await textOf(page, composer), POST.replace("today", "not today"));
    });
  }

  for (const editor of RICH) {
    test(`gives the caret back to ${editor}, where it was`, async () => {
      const page = await openEditor(browser(), editor);
      await type(page, [POST]);
      await markOn(browser(), page, POSTCODE);
      await type(
        page,
        [..."today"].map(() => ({ press: "ArrowLeft" })),
      );
      await openByKeys(browser(), page, "Serious 2");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Escape");
      await panelCloses(browser(), page);
      await type(page, ["not "]);
      const said = () =>
        page.evaluate(
          () =>
            window.fixture
              ?.html()
              .replace(/<[^>]+>/g, "")
              .replace(/&nbsp;|\u00a0/g, " ") ?? "",
        );
      await waitFor("the words where the caret was", said, (seen) => seen.includes(POST.replace("today", "not today")));
    });
  }

  test("leads Tab from stop to stop and then back to the caret", async () => {
    const page = await open(browser(), "#area");
    await openByKeys(browser(), page, "Serious 2");
    await page.keyboard.press("Enter");
    await tabToButton(browser(), page, "Ignore here");
    await tabToButton(browser(), page, "Not right?");
    await page.keyboard.press("Tab");
    await panelCloses(browser(), page);
    await page.keyboard.type("!");
    assert.equal(await textOf(page, "#area"), `${POST}!`);
  });

  test("shows details that add up among the others", async () => {
    const page = await open(browser(), "#rich", JIGSAW);
    const { words } = (await waitFor("the pill", () => pillOf(browser(), page))) as { words: string };
    const { entries } = await openByKeys(browser(), page, words);
    const details = entries.find(({ title }) => title === "Details that add up");
    assert.ok(details, JSON.stringify(entries));
    await browser().screenshot(page, "panel-details");
  });

  test("an entry that is ignored here is gone from marks, pill and panel, and comes back by Undo", async () => {
    const page = await open(browser(), "#area");
    await openByKeys(browser(), page, "Serious 2");
    await page.keyboard.press("Enter");
    await tabToButton(browser(), page, "Ignore here");
    await page.keyboard.press("Enter");
    const after = await panelShows(browser(), page, "one entry", ({ entries }) => entries.length === 1);
    assert.match(after.ignored, /^Ignored\. These words are not marked here again unless you change them\.$/);
    assert.equal(after.focusedOn, "Undo");
    await markedAre(browser(), page, [POSTCODE]);
    await pillSays(browser(), page, "Serious 1");
    await browser().screenshot(page, "panel-ignored");
    await page.keyboard.press("Enter");
    await panelShows(browser(), page, "both again", ({ entries, ignored }) => entries.length === 2 && ignored === "");
    await markedAre(browser(), page, [NUMBER, POSTCODE]);
    await page.keyboard.press("Escape");
    await panelCloses(browser(), page);
    await page.keyboard.type("!");
    assert.equal(await textOf(page, "#area"), `${POST}!`);
  });

  test("the last entry ignored leaves nothing marked; other words are marked again", async () => {
    const page = await open(browser(), "#rich", `at ${POSTCODE} `);
    await openByKeys(browser(), page, "Serious 1");
    await tabToButton(browser(), page, "Ignore here");
    await page.keyboard.press("Enter");
    await panelShows(browser(), page, "none", ({ entries }) => entries.length === 0);
    await page.keyboard.press("Escape");
    await panelCloses(browser(), page);
    await pillGoes(browser(), page);
    await page.keyboard.type("or LN2 5ZZ here ");
    await markedAre(browser(), page, ["LN2 5ZZ"]);
    // Coming back to the box does not bring it back: it is the same text.
    await page.focus("#paste");
    await page.focus("#rich");
    await markedAre(browser(), page, ["LN2 5ZZ"]);
    // But an emptied box is one for another text.
    await page.keyboard.down("Control");
    await page.keyboard.press("a");
    await page.keyboard.up("Control");
    await page.keyboard.press("Backspace");
    await pillGoes(browser(), page);
    await page.keyboard.type(`at ${POSTCODE} `);
    await markedAre(browser(), page, [POSTCODE]);
  });

  test("the card ignores too, with its way back, and goes on to the next", async () => {
    const page = await open(browser(), "#area");
    await markOn(browser(), page, NUMBER);
    await browser().pressCommand(page, "next-finding");
    await cardHasFocus(browser(), page);
    const press = async (words: string) => {
      for (let stop = 0; (await cardOf(browser(), page))?.focusedOn !== words; stop++) {
        assert.ok(stop < 12, `Tab never comes to “${words}”`);
        await page.keyboard.press("Tab");
      }
      await page.keyboard.press("Enter");
    };
    await press("Ignore here");
    await cardOpens(browser(), page, "Ignored");
    await markedAre(browser(), page, [POSTCODE]);
    await browser().screenshot(page, "card-ignored");
    assert.equal((await cardOf(browser(), page))?.focusedOn, "Undo");
    await page.keyboard.press("Enter");
    await cardOpens(browser(), page, "NHS number");
    await markedAre(browser(), page, [NUMBER, POSTCODE]);
    await press("Ignore here");
    await cardOpens(browser(), page, "Ignored");
    await browser().pressCommand(page, "next-finding");
    await cardOpens(browser(), page, "Full postcode");
    await page.keyboard.press("Escape");
    await cardCloses(browser(), page);
    await page.keyboard.type("!");
    assert.equal(await textOf(page, "#area"), `${POST}!`);
  });

  test("a report holds nothing that was written", async () => {
    const page = await open(browser(), "#area");
    await openByKeys(browser(), page, "Serious 2");
    await page.keyboard.press("Enter");
    await tabToButton(browser(), page, "Not right?");
    await page.keyboard.press("Enter");
    const { outcome } = await panelShows(browser(), page, "what was copied", (seen) => seen.outcome !== "");
    assert.equal(
      outcome,
      "Copied: rule, kind, severity, policy, kind of box, version and browser. None of your words.",
    );
    await browser().screenshot(page, "panel-report");
    await page.keyboard.press("Escape");
    await panelCloses(browser(), page);
    await page.focus("#paste");
    await page.keyboard.down("Control");
    await page.keyboard.press("v");
    await page.keyboard.up("Control");
    const report = await waitFor("the report", () => textOf(page, "#paste"));
    const product = browser().name === "chrome" ? "Chrome" : "Firefox";
    for (const line of ["rule: nhs-number", "kind: identifier/nhs-number", "severity: serious", "surface: post"]) {
      assert.ok(report.includes(line), `${line} in ${report}`);
    }
    assert.match(report, /policy: the strictest reading.*version: \d+\.\d+\.\d+/s);
    assert.match(report, new RegExp(`browser: ${product} \\d+`));
    for (const word of ["943", "5919", "someone", "LN1", "x.com"]) assert.ok(!report.includes(word), word);
  });

  test("goes back a finding by its keys", async () => {
    const page = await open(browser(), "#rich");
    await markOn(browser(), page, POSTCODE);
    await browser().pressCommand(page, "previous-finding");
    assert.equal((await cardHasFocus(browser(), page)).title, "Full postcode");
    await browser().pressCommand(page, "previous-finding");
    await cardOpens(browser(), page, "NHS number");
  });

  test("closes when someone clicks back into the composer", async () => {
    const page = await open(browser(), "#area");
    await openByKeys(browser(), page, "Serious 2");
    const { x, y } = await page.$eval("#area", (area) => area.getBoundingClientRect().toJSON());
    await page.mouse.click(x + 60, y + 22);
    await panelCloses(browser(), page);
    assert.equal(await page.evaluate(() => document.activeElement?.id), "area");
  });

  test("leaves no error behind", async () => {
    assert.deepEqual(await browser().errors(), []);
  });
});
