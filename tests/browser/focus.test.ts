/** Only what a person writes to be read by others is read, and only while they write it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { openEditor } from "../editors/drive.ts";
import { cardHasFocus, markOn } from "./card/seen.ts";
import { type Browser, inEachBrowser, marks, waitFor } from "./harness/index.ts";
import { CHECKED, iconOf, PRIVATE } from "./icon/seen.ts";
import { panelShows } from "./panel/seen.ts";

const SECRET = "NHS 943 476 5919, LN1 3AB";
const NUMBER = "943 476 5919";

async function openFields(browser: Browser): Promise<Page> {
  const page = await browser.newPage("https://x.com/fixture/fields");
  await page.bringToFront();
  await page.waitForSelector("textarea");
  return page;
}

const words = async (browser: Browser, page: Page) => (await marks(browser, page)).map(({ text }) => text);

/** Everything on a page that was not there when it was served. */
const traces = (page: Page) =>
  page.evaluate(() => ({
    highlights: [...CSS.highlights.keys()],
    elements: [...document.documentElement.children].map(({ localName }) => localName),
    sheets: document.adoptedStyleSheets.length,
    attributes: [document.documentElement, document.body].flatMap((element) => element.getAttributeNames()),
  }));

inEachBrowser("the focus", (browser) => {
  test("in a field that is nobody's business marks nothing, as the icon says, and in a composer it does", async () => {
    const own = await browser().extensionPage("pages/options.html");
    const page = await openFields(browser());
    const fields = await page.$$("[data-private]");
    assert.ok(fields.length >= 10, `${fields.length} fields`);
    for (const field of fields) {
      await field.focus();
      await page.keyboard.type(SECRET);
      // Coming back to a text that is there already has it scanned at once.
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await field.focus();
      const name = await field.evaluate((element) => element.getAttribute("data-private"));
      await waitFor(
        `the icon to say that “${name}” is never read`,
        () => iconOf(own),
        ({ title }) => title === PRIVATE.title,
      );
      assert.deepEqual(await words(browser(), page), [], `marks in “${name}”`);
    }
    await page.focus("textarea");
    await page.keyboard.type(SECRET);
    await waitFor(
      "the composer's marks",
      () => words(browser(), page),
      (seen) => seen.includes(NUMBER),
    );
    assert.equal((await iconOf(own)).title, CHECKED.title);
  });

  for (const editor of ["contenteditable", "textarea"] as const) {
    test(`in a composer that was focused when the page came is seen: ${editor}`, async () => {
      const page = await openEditor(browser(), editor);
      await page.keyboard.type(`NHS ${NUMBER}`);
      await waitFor(
        "the mark",
        () => words(browser(), page),
        (seen) => seen.includes(NUMBER),
      );
    });

    test(`when it leaves, leaves nothing behind: ${editor}`, async () => {
      const page = await openEditor(browser(), editor);
      const before = await traces(page);
      await page.keyboard.type(`NHS ${NUMBER}`);
      await waitFor(
        "the mark",
        () => words(browser(), page),
        (seen) => seen.includes(NUMBER),
      );
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await waitFor(
        "no trace",
        () => traces(page),
        (seen) => JSON.stringify(seen) === JSON.stringify(before),
      );
    });
  }

  for (const [where, open] of [
    [
      "a card",
      (page: Page) =>
        browser()
          .pressCommand(page, "next-finding")
          .then(() => cardHasFocus(browser(), page)),
    ],
    [
      "the panel",
      (page: Page) =>
        browser()
          .pressCommand(page, "open-panel")
          .then(() => panelShows(browser(), page, "its focus", ({ focusedOn }) => focusedOn !== "")),
    ],
  ] as const)
    test(`goes from ${where} back to the composer when everything of ours goes`, async () => {
      const page = await openEditor(browser(), "textarea");
      await page.keyboard.type(`NHS ${NUMBER}`);
      await markOn(browser(), page, NUMBER);
      await open(page);
      await browser().pressCommand(page, "pause");
      await waitFor(
        "no marks",
        () => words(browser(), page),
        (seen) => seen.length === 0,
      );
      await page.keyboard.type("!");
      assert.equal(await page.$eval("textarea", ({ value }) => value), `NHS ${NUMBER}!`);
      await browser().pressCommand(page, "pause");
      await markOn(browser(), page, NUMBER);
    });

  test("is left where it went from a card", async () => {
    const page = await openFields(browser());
    await page.focus("textarea");
    await page.keyboard.type(`NHS ${NUMBER}`);
    await markOn(browser(), page, NUMBER);
    await browser().pressCommand(page, "next-finding");
    await cardHasFocus(browser(), page);
    await page.evaluate(() => document.querySelector<HTMLElement>("[data-private=search]")?.focus());
    await waitFor(
      "no marks",
      () => words(browser(), page),
      (seen) => seen.length === 0,
    );
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-private")), "search");
  });

  test("is not lost to an event that the page's script makes up", async () => {
    const page = await openEditor(browser(), "textarea");
    await page.keyboard.type(`NHS ${NUMBER}`);
    await markOn(browser(), page, NUMBER);
    await page.$eval("textarea", (area) => {
      area.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
      window.dispatchEvent(new FocusEvent("blur"));
    });
    await page.keyboard.type(", LN1 3AB");
    await markOn(browser(), page, "LN1 3AB");
  });

  for (const attribute of ["readonly", "aria-readonly"])
    test(`stays in a composer that was ${attribute} while it was sent, and what is written then is marked`, async () => {
      const page = await openEditor(browser(), "textarea");
      await page.keyboard.type(`NHS ${NUMBER}`);
      await markOn(browser(), page, NUMBER);
      await page.$eval("textarea", (area, name) => area.setAttribute(name, "true"), attribute);
      await waitFor(
        "no marks",
        () => words(browser(), page),
        (seen) => seen.length === 0,
      );
      await page.$eval("textarea", (area, name) => area.removeAttribute(name), attribute);
      await page.keyboard.type(", LN1 3AB");
      await markOn(browser(), page, "LN1 3AB");
    });

  test("comes back to a composer and finds its text marked again", async () => {
    const page = await openFields(browser());
    await page.focus("textarea");
    await page.keyboard.type(SECRET);
    const seen = () => words(browser(), page);
    await waitFor("marks", seen, (all) => all.includes(NUMBER));
    await page.focus("[data-private=search]");
    await waitFor("no marks", seen, (all) => all.length === 0);
    await page.focus("textarea");
    await waitFor("marks", seen, (all) => all.includes(NUMBER));
  });

  test("leaves no error behind", async () => {
    assert.deepEqual(await browser().errors(), []);
  });
});
