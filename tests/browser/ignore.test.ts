/** What is ignored always stays so, on every site and after a restart, and none of its words is kept anywhere. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { openEditor } from "../editors/drive.ts";
import { cardCloses, cardHasFocus, cardOf, cardOpens, hover, markOn, tabTo } from "./card/seen.ts";
import { type Browser, inEachBrowser, marks, waitFor } from "./harness/index.ts";
import { pillGoes, pillSays } from "./panel/pill.ts";
import { panelCloses, panelShows, tabToButton } from "./panel/seen.ts";

const NUMBER = "943 476 5919";
const POSTCODE = "LN1 3AB";
const POST = `NHS ${NUMBER} of someone at ${POSTCODE} today`;

const wordsMarked = async (browser: Browser, page: Page) => (await marks(browser, page)).map(({ text }) => text);

const markedAre = (browser: Browser, page: Page, words: readonly string[]) =>
  waitFor(
    `marks on ${JSON.stringify(words)}`,
    () => wordsMarked(browser, page),
    (seen) => JSON.stringify(seen) === JSON.stringify(words),
  );

const says = (page: Page, words: RegExp) =>
  waitFor(
    `the page to say ${words}`,
    () => page.evaluate(() => document.body.innerText),
    (text) => words.test(text),
  );

async function write(
  browser: Browser,
  text = POST,
  editor: "textarea" | "contenteditable" = "textarea",
): Promise<Page> {
  const page = await openEditor(browser, editor);
  await page.keyboard.type(text);
  return page;
}

/** Goes into the card of the first finding and ignores it for good, by keyboard alone. */
async function ignoreFirst(browser: Browser, page: Page): Promise<void> {
  await markOn(browser, page, NUMBER);
  await browser.pressCommand(page, "next-finding");
  await cardHasFocus(browser, page);
  await tabTo(page, browser, "Ignore always");
  await page.keyboard.press("Enter");
  await cardOpens(browser, page, "Ignored");
}

/** Presses the options page's button that forgets them all, if there is any to forget. */
async function forgetAll(browser: Browser): Promise<void> {
  const options = await browser.extensionPage("pages/options.html");
  await says(options, /ignored always/);
  await options.evaluate(() => document.querySelector<HTMLButtonElement>("#forget:not([hidden])")?.click());
  await says(options, /Nothing is ignored always/);
}

inEachBrowser("what is ignored always", (browser) => {
  test("is marked no more here, on another site, and after the background was stopped", async () => {
    const page = await write(browser());
    await ignoreFirst(browser(), page);
    await markedAre(browser(), page, [POSTCODE]);
    await pillSays(browser(), page, "Serious 1");
    assert.match(
      (await cardOf(browser(), page))?.text ?? "",
      /not marked again, on any site\. The options can forget them/,
    );
    await page.keyboard.press("Escape");
    await cardCloses(browser(), page);
    await page.keyboard.type("!");
    await page.reload();
    await waitFor("the editor", () => page.evaluate(() => window.fixture !== undefined));
    await page.evaluate(() => window.fixture?.focus());
    await page.keyboard.type(POST.toLowerCase());
    await markedAre(browser(), page, [POSTCODE.toLowerCase()]);
    await browser().stopWorker();
    const other = await browser().newPage("https://www.linkedin.com/fixture/contenteditable?in=page");
    await waitFor("the editor", () => other.evaluate(() => window.fixture !== undefined));
    await other.bringToFront();
    await other.evaluate(() => window.fixture?.focus());
    await other.keyboard.type(POST);
    await markedAre(browser(), other, [POSTCODE]);
    await forgetAll(browser());
  });

  test("is kept as a hash, and none of its words", async () => {
    const page = await write(browser());
    await ignoreFirst(browser(), page);
    const options = await browser().extensionPage("pages/options.html");
    await says(options, /One finding is ignored always/);
    await browser().screenshot(options, "options-ignored");
    const stored = await options.evaluate(async () => JSON.stringify(await chrome.storage.local.get(null)));
    // The salt is any digits at all, so a few of them in a row prove nothing.
    for (const words of [NUMBER, NUMBER.replaceAll(" ", ""), "nhs", "LN1", "someone"]) {
      assert.ok(!stored.toLowerCase().includes(words.toLowerCase()), `${words} in ${stored}`);
    }
    assert.match(stored, /"hashes":\["[0-9a-f]{6}"\]/);
    await forgetAll(browser());
    const after = await options.evaluate(async () => JSON.stringify(await chrome.storage.local.get("ignored")));
    assert.equal(after, "{}");
    await page.bringToFront();
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.evaluate(() => window.fixture?.focus());
    await markOn(browser(), page, NUMBER);
  });

  test("comes back by Undo, from the card and from the panel", async () => {
    const page = await write(browser());
    await ignoreFirst(browser(), page);
    await markedAre(browser(), page, [POSTCODE]);
    assert.equal((await cardOf(browser(), page))?.focusedOn, "Undo");
    await page.keyboard.press("Enter");
    await cardOpens(browser(), page, "NHS number");
    await markedAre(browser(), page, [NUMBER, POSTCODE]);
    await page.keyboard.press("Escape");
    await cardCloses(browser(), page);
    await browser().pressCommand(page, "open-panel");
    await panelShows(browser(), page, "the list", ({ entries }) => entries.some(({ hasFocus }) => hasFocus));
    await page.keyboard.press("Enter");
    await tabToButton(browser(), page, "Ignore always");
    await page.keyboard.press("Enter");
    await panelShows(
      browser(),
      page,
      "one entry",
      ({ entries, focusedOn }) => entries.length === 1 && focusedOn === "Undo",
    );
    await page.keyboard.press("Enter");
    await panelShows(browser(), page, "both again", ({ entries }) => entries.length === 2);
    await page.keyboard.press("Escape");
    await panelCloses(browser(), page);
    const options = await browser().extensionPage("pages/options.html");
    await says(options, /Nothing is ignored always/);
  });

  test("can be pressed with the mouse while the editor keeps its focus", async () => {
    const page = await write(browser(), POST, "contenteditable");
    await hover(page, await markOn(browser(), page, NUMBER));
    await cardOpens(browser(), page, "NHS number");
    const middle = await browser().inClosedRoots(
      page,
      (roots) => {
        const buttons = roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>(".actions button")]);
        const button = buttons.find((one) => one.textContent === "Ignore here" && one.checkVisibility());
        button?.scrollIntoView({ block: "nearest" });
        const { x, y, width, height } = button?.getBoundingClientRect() ?? new DOMRect();
        return { x: x + width / 2, y: y + height / 2 };
      },
      null,
    );
    await page.mouse.click(middle.x, middle.y);
    await markedAre(browser(), page, [POSTCODE]);
    await page.keyboard.type("!");
    assert.ok((await page.evaluate(() => document.body.innerText)).includes("today!"), "the key went elsewhere");
  });

  test("pausing by keys takes the marks away, and the same keys bring them back", async () => {
    const page = await write(browser());
    await markedAre(browser(), page, [NUMBER, POSTCODE]);
    await browser().pressCommand(page, "pause");
    await markedAre(browser(), page, []);
    await pillGoes(browser(), page);
    await browser().pressCommand(page, "pause");
    await markedAre(browser(), page, [NUMBER, POSTCODE]);
  });

  test("popup and options tell the keys and what they do", async () => {
    for (const path of ["pages/popup.html", "pages/options.html"]) {
      const page = await browser().extensionPage(path);
      const keys = () => page.$$eval("#keys li", (items) => items.map((item) => item.textContent ?? ""));
      const listed = await waitFor(`the keys on ${path}`, keys, (seen) => seen.length === 4);
      for (const does of [/next marked part/, /marked part before/, /List everything/, /Pause/]) {
        assert.ok(
          listed.some((line) => does.test(line) && /^Alt\+.*(full stop|comma) /.test(line)),
          `${does}: ${listed}`,
        );
      }
    }
  });

  test("leaves no error behind", async () => {
    assert.deepEqual(await browser().errors(), []);
  });
});
