/** Pill, card and panel for everyone: by axe, in every look, at every width, and with what others put into the panel. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { faults } from "./card/axe.ts";
import { cardOf, cardOpens } from "./card/seen.ts";
import { type Browser, inEachBrowser, waitFor } from "./harness/index.ts";
import { pillGoes, pillOf, pillSays } from "./panel/pill.ts";
import { panelCloses, panelOf, panelShows, tabToButton } from "./panel/seen.ts";
import { asked, openSession, probe } from "./session/drive.ts";

const LOOKS = {
  light: {},
  dark: { scheme: "dark" },
  "forced colours": { forcedColours: true },
  "reduced motion": { reducedMotion: true },
} as const;
/** A window 800 wide zoomed to 200 % has room for as much as one of 400. */
const WINDOWS = {
  "800 wide": { width: 800, height: 700 },
  "320 wide": { width: 320, height: 568 },
  "at 200 %": { width: 400, height: 350, deviceScaleFactor: 2 },
} as const;

/** Axe sees into open shadow trees only; the helpers of these tests into all. */
const openShadows = (page: Page) =>
  page.evaluate(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) {
      const root = attach.call(this, options);
      // The root stays closed to the page; only whoever asks for it by this name gets it.
      Object.defineProperty(this, "shadowRoot", { configurable: true, get: () => root });
      return root;
    };
  });

const keys = async (page: Page, key: "n" | "o" | "p") => {
  await page.keyboard.down("Alt");
  await page.keyboard.press(key);
  await page.keyboard.up("Alt");
};

/** A text with two findings, one of them about its details, and a note beside it. */
async function open(browser: Browser, composer = "#area"): Promise<Page> {
  const page = await openSession(browser, composer);
  await openShadows(page);
  await page.keyboard.type("one two");
  await probe(page, "answer", await asked(page, "one two"), [
    ["caution", 0, 7],
    ["serious", 4, 7],
  ]);
  await probe(page, "note", "picture");
  await pillSays(browser, page, "Serious 3");
  return page;
}

const hasFocus = ({ entries }: { entries: readonly { hasFocus: boolean }[] }) => entries.some((one) => one.hasFocus);

inEachBrowser(
  "what is shown",
  (browser) => {
    for (const [look, chosen] of Object.entries(LOOKS)) {
      for (const [window, viewport] of Object.entries(WINDOWS)) {
        test(`can be used by everyone: ${look}, ${window}`, async () => {
          const page = await open(browser());
          await browser().setLook(page, chosen);
          await page.setViewport(viewport);
          const name = `${look}-${window}`.replace(/\W+/g, "-");
          await waitFor(
            "the pill inside the window",
            () => pillOf(browser(), page),
            (seen) => seen !== null && seen.rect.x >= 0 && seen.rect.x + seen.rect.width <= viewport.width,
          );
          assert.deepEqual(await faults(page, "html > div"), [], "the pill");
          await browser().screenshot(page, `everyone-pill-${name}`);

          await keys(page, "o");
          await panelShows(browser(), page, "its list", hasFocus);
          await page.keyboard.press("Enter");
          const { rect } = await panelShows(
            browser(),
            page,
            "the first explained",
            ({ explained }) => explained !== "",
          );
          assert.ok(rect.x >= 0 && rect.x + rect.width <= viewport.width, `from ${rect.x} on for ${rect.width}`);
          assert.ok(rect.y >= 0 && rect.y + rect.height <= viewport.height, `from ${rect.y} down for ${rect.height}`);
          const wide = await browser().inClosedRoots(
            page,
            (roots) =>
              roots
                .flatMap((root) => [...root.querySelectorAll(".panel, .panel *")])
                .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline")
                .map((one) => one.className),
            null,
          );
          assert.deepEqual(wide, [], "it runs off the side");
          assert.deepEqual(await faults(page, "html > div"), [], "the panel");
          await browser().screenshot(page, `everyone-panel-${name}`);
          await page.keyboard.press("Escape");
          await panelCloses(browser(), page);

          await keys(page, "n");
          await cardOpens(browser(), page, "Everything");
          assert.deepEqual(await faults(page, "html > div"), [], "the card");
          await browser().screenshot(page, `everyone-card-${name}`);
          await browser().setLook(page);
        });
      }
    }

    test("a note is counted, listed behind the findings, and explained", async () => {
      const page = await open(browser());
      await keys(page, "o");
      const { entries } = await panelShows(browser(), page, "its list", hasFocus);
      assert.deepEqual(
        entries.map(({ severity, title, words }) => [severity, title, words]),
        [
          ["Caution", "Everything", "The text as a whole"],
          ["Serious", "A title", "“two”"],
          ["Advice", "A picture", "About the post"],
        ],
      );
      await page.keyboard.press("End");
      await page.keyboard.press("Enter");
      const { explained } = await panelShows(browser(), page, "the note", (seen) => seen.explained !== "");
      assert.equal(explained, "It may show who. What to do: Look.");
      await probe(page, "unnote", "picture");
      await panelShows(browser(), page, "the findings alone", (seen) => seen.entries.length === 2 && hasFocus(seen));
    });

    test("a note alone has a pill, twice the same is one, and without it the pill is gone", async () => {
      const page = await openSession(browser(), "#rich");
      await probe(page, "note", "picture");
      await probe(page, "note", "picture");
      await pillSays(browser(), page, "Advice 1");
      // Going to another window and back takes nothing away.
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await pillGoes(browser(), page);
      await page.focus("#rich");
      await pillSays(browser(), page, "Advice 1");
      await probe(page, "unnote", "picture");
      await pillGoes(browser(), page);
    });

    test("notes are spoken of with the marks, once they have settled", async () => {
      const page = await openSession(browser(), "#area");
      await page.evaluate(() => {
        const heard: string[] = [];
        Object.assign(window, { heard });
        Object.assign(Element.prototype, { ariaNotify: (text: string) => heard.push(text) });
      });
      await page.keyboard.type("one two");
      await probe(page, "answer", await asked(page, "one two"), [["serious", 4, 7]]);
      await probe(page, "note", "picture");
      const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
      await waitFor("the numbers to be spoken", heard, (all) => all.length > 0);
      assert.deepEqual(await heard(), ["One part of your draft is marked. There is one note beside it."]);
    });

    test("what is asked at the foot is answered with the focus back in the composer", async () => {
      const page = await open(browser());
      await probe(page, "ask");
      const { foot } = await panelShows(browser(), page, "what is asked", ({ focusedOn }) => focusedOn === "Edit");
      assert.equal(foot, "Before you post Edit Post anyway");
      await browser().screenshot(page, "everyone-asked");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await panelCloses(browser(), page);
      assert.deepEqual(await probe(page, "answers"), ["Post anyway in area"]);
      await probe(page, "ask");
      await panelShows(browser(), page, "what is asked", ({ focusedOn }) => focusedOn === "Edit");
      await page.keyboard.press("Escape");
      await panelCloses(browser(), page);
      assert.deepEqual(await probe(page, "answers"), ["Post anyway in area", "closed in area"]);
      // Asked without a question, it has none.
      await keys(page, "o");
      assert.equal((await panelShows(browser(), page, "its list", hasFocus)).foot, "");
    });

    test("something new while the panel opens does not keep the focus out of it", async () => {
      const page = await open(browser());
      await page.evaluate(() => {
        window.probe.ask();
        window.probe.note("another");
      });
      await panelShows(
        browser(),
        page,
        "what is asked, below four entries",
        ({ focusedOn, entries }) => focusedOn === "Edit" && entries.length === 4,
      );
    });

    test("Escape on the pill goes back to the composer", async () => {
      const page = await open(browser());
      // Where nothing of the page comes behind the composer, Tab goes on to the pill.
      await page.evaluate(() => {
        for (const one of document.querySelectorAll("input, #bio")) one.remove();
      });
      await page.keyboard.press("Tab");
      await waitFor(
        "the focus on the pill",
        () => pillOf(browser(), page),
        (seen) => seen?.hasFocus === true,
      );
      await page.keyboard.press("Escape");
      await page.keyboard.type("!");
      assert.equal(await page.$eval("#area", (area) => (area as HTMLTextAreaElement).value), "one two!");
    });

    test("without a memory there is no ignoring for good, and details are ignored for the whole text", async () => {
      const page = await open(browser());
      await keys(page, "o");
      await panelShows(browser(), page, "its list", hasFocus);
      await page.keyboard.press("Enter");
      await panelShows(browser(), page, "the details", ({ explained }) => explained !== "");
      assert.doesNotMatch((await panelOf(browser(), page))?.explained ?? "", /Ignore always/);
      await tabToButton(browser(), page, "Ignore here");
      await page.keyboard.press("Enter");
      await panelShows(browser(), page, "two entries", ({ entries }) => entries.length === 2);
      await page.keyboard.press("Escape");
      await panelCloses(browser(), page);
      await page.keyboard.type(" three");
      await probe(page, "answer", await asked(page, "one two three"), [["caution", 0, 13]]);
      await pillSays(browser(), page, "Advice 1");
    });

    test("an entry that goes while it is read gives the focus to another", async () => {
      const page = await open(browser());
      await keys(page, "o");
      await panelShows(browser(), page, "its list", hasFocus);
      await page.keyboard.press("ArrowDown");
      await page.$eval("#area", (area) => {
        (area as HTMLTextAreaElement).value = "one";
        area.dispatchEvent(new Event("input", { bubbles: true }));
      });
      await probe(page, "answer", await asked(page, "one"), []);
      const { entries } = await panelShows(browser(), page, "the note alone", (seen) => seen.entries.length === 1);
      assert.deepEqual(
        entries.map(({ title, hasFocus: focused }) => [title, focused]),
        [["A picture", true]],
      );
      assert.equal(await cardOf(browser(), page), null);
    });

    test("leaves no error behind", async () => {
      assert.deepEqual(await browser().errors(), []);
    });
  },
  { extension: null },
);
