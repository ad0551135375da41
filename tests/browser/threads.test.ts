/** Posts that are written together are read together: details that add up over them are found, and marked where they stand. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { bluesky } from "../sites/bluesky.ts";
import { openPage, writeIn } from "../sites/drive.ts";
import { mastodon } from "../sites/mastodon.ts";
import type { Box, SiteFixture, SitePage } from "../sites/site.ts";
import { threads } from "../sites/threads.ts";
import { tumblr } from "../sites/tumblr.ts";
import { x } from "../sites/x.ts";
import { type Browser, card, hover, inEachBrowser, marks, waitFor } from "./harness/index.ts";
import { pillSays } from "./panel/pill.ts";

// By itself, the first tells nothing of anybody.
const FIRST = "What a shift. We had a little girl off a farm.";
const SECOND = "She came off a quad bike near Horncastle on Sunday.";
const IN_SECOND = ["Horncastle", "Sunday"];
const IN_BOTH = ["girl", "quad bike", ...IN_SECOND];

interface Case {
  readonly site: SiteFixture;
  readonly page: SitePage | undefined;
  readonly boxes: readonly [string, string];
}

const CASES: readonly Case[] = [
  {
    site: x,
    page: x.pages.find(({ url }) => url.endsWith("/compose/post")),
    boxes: ['[data-testid="tweetTextarea_0"]', '[data-testid="tweetTextarea_1"]'],
  },
  { site: bluesky, page: bluesky.pages[0], boxes: [".ProseMirror", "div:nth-of-type(2) > .ProseMirror"] },
  {
    site: threads,
    page: threads.pages[0],
    boxes: [
      '[role="dialog"] > div:nth-of-type(1) [role="textbox"]',
      '[role="dialog"] > div:nth-of-type(2) [role="textbox"]',
    ],
  },
  {
    site: tumblr,
    page: tumblr.pages[0],
    boxes: [
      ".is-root-container > div:first-of-type [contenteditable]",
      ".is-root-container > div:nth-of-type(2) [contenteditable]",
    ],
  },
  { site: mastodon, page: mastodon.pages[0], boxes: ["#cw-spoiler-input", ".autosuggest-textarea__textarea"] },
];

const box = (into: string): Box => ({ into, surface: "post" });

inEachBrowser("a thread", (browser) => {
  for (const { site, page, boxes } of CASES) {
    const [first, second] = boxes;
    const open = () => {
      if (!page) throw new Error("the fixture has lost its page");
      return openPage(browser(), site, page);
    };

    test(`of ${site.name} is read as one text`, async () => {
      const tab = await open();
      await writeIn(tab, box(first), FIRST);
      await writeIn(tab, box(second), SECOND);
      await marked(browser(), tab, IN_BOTH);
      await pillSays(browser(), tab, "Caution 5");
      await browser().screenshot(tab, `thread-${site.name.toLowerCase()}`, "target/test-screens/sites");

      // A mark in the post without the focus is explained like any other; the focus stays where it is.
      const girl = (await marks(browser(), tab)).find(({ text }) => text === "girl");
      assert.ok(girl);
      assert.match((await hover(browser(), tab, girl)).text, /girl/);

      // What gave the first its meaning is gone.
      await writeOver(browser(), tab, second);
      await marked(browser(), tab, []);
      assert.equal(await card(browser(), tab), null);
    });

    test(`of ${site.name} is forgotten when the focus leaves it`, async () => {
      const tab = await open();
      await writeIn(tab, box(second), SECOND);
      await marked(browser(), tab, IN_SECOND);
      await writeIn(tab, box(first), FIRST);
      await marked(browser(), tab, IN_BOTH);
      await tab.evaluate(() => (document.activeElement as HTMLElement).blur());
      await marked(browser(), tab, []);
    });
  }

  test("explains no mark that something else of the site lies over", async () => {
    const tab = await openPage(browser(), threads, threads.pages[0] as SitePage);
    const [first, second] = CASES.find(({ site }) => site === threads)?.boxes ?? ["", ""];
    await writeIn(tab, box(first), FIRST);
    await writeIn(tab, box(second), SECOND);
    await marked(browser(), tab, IN_BOTH);
    const girl = (await marks(browser(), tab)).find(({ text }) => text === "girl");
    assert.ok(girl);
    await hover(browser(), tab, girl);
    await tab.evaluate(({ x, y, width, height }) => {
      const menu = document.createElement("div");
      Object.assign(menu.style, { position: "fixed", left: `${x}px`, top: `${y}px`, width: `${width}px` });
      Object.assign(menu.style, { height: `${height}px`, background: "#fff" });
      // As menus of editors do, it leaves the focus where it is.
      menu.addEventListener("mousedown", (event) => event.preventDefault());
      document.querySelector('[role="dialog"]')?.append(menu);
    }, girl.rect);
    await tab.touchscreen.tap(girl.rect.x + girl.rect.width / 2, girl.rect.y + girl.rect.height / 2);
    await waitFor(
      "the card to close",
      () => card(browser(), tab),
      (seen) => seen === null,
    );
  });

  test("leaves no error behind", async () => {
    assert.deepEqual(await browser().errors(), []);
  });
});

/** Exactly these words are marked, from the top of the page to its bottom. */
async function marked(browser: Browser, tab: Page, expected: readonly string[]): Promise<void> {
  await waitFor(
    `marks on ${JSON.stringify(expected)}`,
    async () =>
      [...(await marks(browser, tab))]
        .sort((a, b) => a.rect.y - b.rect.y || a.rect.x - b.rect.x)
        .map(({ text }) => text),
    (seen) => JSON.stringify(seen) === JSON.stringify(expected),
  );
}

/** Takes out everything that stands there. */
async function writeOver(browser: Browser, tab: Page, into: string): Promise<void> {
  await tab.keyboard.press("Escape");
  await waitFor(
    "the card to close",
    () => card(browser, tab),
    (seen) => seen === null,
  );
  await tab.click(into);
  await tab.keyboard.down("Control");
  await tab.keyboard.press("a");
  await tab.keyboard.up("Control");
  await tab.keyboard.press("Delete");
}
