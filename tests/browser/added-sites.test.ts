/** Sites that the person adds: from the options page to marks in a composer, and away again. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "puppeteer-core";
import { openPage, words, writeIn } from "../sites/drive.ts";
import { mastodon } from "../sites/mastodon.ts";
import type { Box, SiteFixture, SitePage } from "../sites/site.ts";
import { faults } from "./card/axe.ts";
import {
  BROWSERS,
  type Browser,
  type BrowserName,
  ExtensionCopy,
  openBrowser,
  shipped,
  waitFor,
} from "./harness/index.ts";

const HOST = "ambulance.social.example";

/** A Mastodon of which nobody has heard, with the same software as all. */
const [home, , profile] = mastodon.pages.map((page) => ({ ...page, url: page.url.replace(/\/\/[^/]+/, `//${HOST}`) }));
const server: SiteFixture = {
  ...mastodon,
  pages: [home, profile].filter((page): page is SitePage => page !== undefined),
};

const BIO: Box = { into: "#account_note", surface: "bio" };
const WARNING: Box = { into: "#cw-spoiler-input", surface: "post" };

/**
 * A browser in which the person says yes when asked. Firefox has a switch for that; Chromium asks no more for a host that it
 * has granted already, so there a copy comes with the one that the test adds.
 */
async function withYes(name: BrowserName, use: (browser: Browser) => Promise<void>): Promise<void> {
  await ExtensionCopy.with(name, async (copy) => {
    if (name === "chrome") {
      await copy.changeManifest((manifest) => {
        manifest.host_permissions = [`https://${HOST}/*`];
      });
    }
    const browser = await openBrowser(name, { extension: name === "chrome" ? copy.folder : shipped(name) });
    try {
      await use(browser);
    } finally {
      await browser.close();
    }
  });
}

async function openOptions(browser: Browser): Promise<Page> {
  const options = await browser.extensionPage("pages/options.html");
  await options.bringToFront();
  await options.waitForSelector("#site");
  return options;
}

async function add(options: Page, typed: string): Promise<void> {
  await options.$eval("#site", (field) => {
    (field as HTMLInputElement).value = "";
  });
  await options.focus("#site");
  await options.keyboard.type(typed);
  await options.keyboard.press("Enter");
}

const says = (options: Page, id: string, sentence: RegExp) =>
  waitFor(
    `“${sentence.source}”`,
    () => options.$eval(id, (element) => element.textContent ?? ""),
    (seen) => sentence.test(seen),
  );

const listed = (options: Page) =>
  options.$$eval("#sites li", (items) => items.map((item) => item.firstChild?.textContent?.trim()));

/** What is written there has these words marked. */
async function marked(browser: Browser, page: SitePage, box: Box, text: string, expected: string): Promise<void> {
  const tab = await openPage(browser, server, page);
  const where = await writeIn(tab, box, text);
  await waitFor(
    `“${expected}” to be marked in ${box.into}`,
    () => words(browser, where),
    (seen) => JSON.stringify(seen) === JSON.stringify([expected]),
  );
}

/** Where it does not run, nothing is asked: the same text is marked elsewhere meanwhile. */
async function unmarked(browser: Browser, page: SitePage): Promise<void> {
  const tab = await openPage(browser, server, page);
  const where = await writeIn(tab, WARNING, "NHS 943 476 5919");
  const known = await openPage(browser, mastodon, mastodon.pages[0] as SitePage);
  const there = await writeIn(known, WARNING, "NHS 943 476 5919");
  await waitFor(
    "the marks on a site that it knows",
    () => words(browser, there),
    (seen) => seen.length === 1,
  );
  assert.deepEqual(await words(browser, where), []);
}

for (const name of BROWSERS) {
  describe(`a site that the person adds (${name})`, () => {
    test("is read from then on, as what it is, until it is taken away", () =>
      withYes(name, async (browser) => {
        if (!home || !profile) throw new Error("the fixture has lost its pages");
        await unmarked(browser, home);
        const options = await openOptions(browser);
        await add(options, `@me@${HOST}`);
        await says(options, "#site-added", new RegExp(`Added. Forepost runs on ${HOST}`));
        assert.deepEqual(await listed(options), [HOST]);
        assert.deepEqual(await faults(options), []);
        await browser.screenshot(options, "options-added-site");
        await marked(browser, home, WARNING, "NHS 943 476 5919", "943 476 5919");
        await marked(browser, profile, BIO, "Paramedic at EMAS. Dog person.", "Paramedic at EMAS");

        await options.bringToFront();
        await options.focus(`[aria-label="Remove ${HOST}"]`);
        await options.keyboard.press("Enter");
        await says(options, "#site-added", /Removed/);
        assert.deepEqual(await listed(options), []);
        await unmarked(browser, home);
        assert.deepEqual(await browser.errors(), []);
      }));

    test("must have an address, and be no site that it runs on already", async () => {
      const browser = await openBrowser(name);
      try {
        const options = await openOptions(browser);
        for (const [typed, sentence] of [
          ["", /Please type the address/],
          ["my server", /“my server” is not the address of a site/],
          ["localhost", /“localhost” is not/],
          ["ftp://social.example", /is not the address/],
          ["social.example:8443", /address with a port/],
          ["https://x.com/home", /runs on x\.com already/],
          ["mastodon.social", /runs on mastodon\.social already/],
        ] as const) {
          await add(options, typed);
          await says(options, "#site-problem", sentence);
          assert.deepEqual(await listed(options), []);
        }
        assert.deepEqual(await browser.errors(), []);
      } finally {
        await browser.close();
      }
    });
  });
}
