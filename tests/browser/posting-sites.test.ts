/** The question before posting on the sites' own composers: their buttons, in their nesting, and their Enter. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Page } from "puppeteer-core";
import { openPage, words, writeIn } from "../sites/drive.ts";
import { FIXTURES } from "../sites/index.ts";
import { clickOn } from "./card/seen.ts";
import { type Browser, inEachBrowser, waitFor } from "./harness/index.ts";
import { panelOf, panelShows } from "./panel/seen.ts";

const SERIOUS = "943 476 5919";
const TEXT = `Their NHS ${SERIOUS}`;

/** A composer, and the button that posts it; without one, Enter does. */
interface Case {
  readonly site: string;
  readonly url: string;
  readonly into: string;
  readonly button?: string;
  /** Where something harmless is written afterwards: a post of the same thread. */
  readonly afterwards?: string;
}

const CASES: readonly Case[] = [
  {
    site: "X",
    url: "https://x.com/home",
    into: '[data-testid="tweetTextarea_0"]',
    button: '[data-testid="tweetButtonInline"]',
  },
  {
    site: "X",
    url: "https://x.com/compose/post",
    into: '[data-testid="tweetTextarea_0"]',
    afterwards: '[data-testid="tweetTextarea_1"]',
    button: '[data-testid="tweetButton"]',
  },
  { site: "X", url: "https://x.com/messages/1-2", into: '[data-testid="dmComposerTextInput"]' },
  {
    site: "LinkedIn",
    url: "https://www.linkedin.com/feed/",
    into: "#interop-outlet >>> .ql-editor",
    button: "#interop-outlet >>> .share-actions__primary-action",
  },
  {
    site: "Facebook",
    url: "https://www.facebook.com/",
    into: '[role="dialog"] [role="textbox"]',
    button: '[aria-label="Post"]',
  },
  {
    site: "Mastodon",
    url: "https://mastodon.social/@someone/1",
    into: ".autosuggest-textarea__textarea",
    button: '[type="submit"]',
  },
  { site: "Bluesky", url: "https://bsky.app/", into: ".ProseMirror", button: '[data-testid="composerPublishBtn"]' },
  { site: "WhatsApp", url: "https://web.whatsapp.com/", into: '[data-tab="10"]', button: "footer button" },
  { site: "WhatsApp", url: "https://web.whatsapp.com/", into: '[data-tab="10"]' },
  { site: "Discord", url: "https://discord.com/channels/1/2", into: '[data-slate-editor="true"]' },
  {
    site: "YouTube",
    url: "https://www.youtube.com/@someone/posts",
    into: "#contenteditable-root",
    button: "#submit-button button",
  },
];

/** Has the page write down every press and Enter that reach it. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    // The page must stay to be asked what it heard.
    document.addEventListener("submit", (event) => event.preventDefault());
    for (const type of ["click", "keydown"]) {
      document.addEventListener(type, (event) => {
        if (event instanceof KeyboardEvent && event.key !== "Enter") return;
        heard.push(`${type} ${event.isTrusted ? "by hand" : "by script"}`);
      });
    }
  });
const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: string[] }).heard);

async function openCase(browser: Browser, { site, url, into, afterwards }: Case): Promise<Page> {
  const fixture = FIXTURES.find(({ name }) => name === site);
  const found = fixture?.pages.find((page) => page.url === url);
  if (!fixture || !found) throw new Error(`there is no fixture of ${url}`);
  const page = await openPage(browser, fixture, found);
  const where = await writeIn(page, { into, surface: "post" }, TEXT);
  await waitFor("a mark", async () => (await words(browser, where)).includes(SERIOUS));
  if (afterwards !== undefined) await writeIn(page, { into: afterwards, surface: "post" }, "And a nice day it was");
  await listen(page);
  return page;
}

inEachBrowser("the question before posting", (browser) => {
  before(async () => {
    const options = await browser().extensionPage("pages/options.html");
    await waitFor("the options", () => options.evaluate(() => document.body.innerText.includes("East Midlands")));
    await options.evaluate(() => chrome.storage.local.set({ beforePosting: true }));
    await browser().closePages();
  });

  for (const one of CASES) {
    test(`is asked on ${one.url}, at ${one.button ?? "Enter"}`, async () => {
      const page = await openCase(browser(), one);
      const pressIt = async () => {
        if (one.button === undefined) await page.keyboard.press("Enter");
        else await (await page.waitForSelector(one.button))?.click();
      };
      await pressIt();
      const panel = await panelShows(browser(), page, "the question", ({ foot }) => /Before you post/.test(foot));
      assert.ok(panel.entries.some((entry) => entry.words.includes(SERIOUS)));
      assert.deepEqual(await heard(page), []);
      await clickOn(page, browser(), "Post anyway");
      await waitFor("the press to go through", async () => (await heard(page)).at(-1)?.endsWith("by script"));
      assert.equal(await panelOf(browser(), page), null);
    });
  }

  test("leaves no error behind", async () => {
    assert.deepEqual(await browser().errors(), []);
  });
});
