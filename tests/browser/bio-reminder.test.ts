/** The reminder of a bio without a disclaimer: once, where something is about to be posted, and told from no text. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { bluesky } from "../sites/bluesky.ts";
import { openPage } from "../sites/drive.ts";
import type { SiteFixture } from "../sites/site.ts";
import { x } from "../sites/x.ts";
import { type Browser, inEachBrowser, marks, waitFor } from "./harness/index.ts";
import { pillOf, pillSays } from "./panel/pill.ts";
import { panelShows } from "./panel/seen.ts";

const BIO = 'textarea[name="description"]';
const POST = '[data-testid="tweetTextarea_0"]';
const LACKING = "Paramedic, East Midlands Ambulance Service";
const DISCLAIMER = ". These views are my own, not of my employer.";
const OTHER_DAY = { lacks: true, due: "2020-01-01" };

const pageOf = (site: SiteFixture, path: RegExp) => {
  const found = site.pages.find(({ url }) => path.test(url));
  if (!found) throw new Error(`${site.name} has no page ${path}`);
  return found;
};

type Kept = Record<string, { lacks: boolean; due: string }>;

/** A page of the extension, and no other: a page that is left open gets the focus back, and with it its composer. */
async function onlyOptions(browser: Browser): Promise<Page> {
  await browser.closePages();
  const page = await browser.extensionPage("pages/options.html");
  await waitFor(
    "the policies",
    () => page.$$eval("[name=policy]", (choices) => choices.length),
    (count) => count > 1,
  );
  return page;
}

const stored = (options: Page): Promise<Kept> =>
  options.evaluate(async () => ((await chrome.storage.local.get("bios")).bios ?? {}) as Kept);

const kept = async (browser: Browser): Promise<Kept> => stored(await onlyOptions(browser));

async function keep(browser: Browser, things: Record<string, unknown>): Promise<void> {
  const options = await onlyOptions(browser);
  await options.evaluate(async (things) => {
    await chrome.storage.local.clear();
    await chrome.storage.local.set(things);
  }, things);
}

/** Writes a bio that lacks a disclaimer and, if one is given, the disclaimer after it. */
async function writeBio(browser: Browser, disclaimer = ""): Promise<void> {
  const options = await onlyOptions(browser);
  const tab = await openPage(browser, x, pageOf(x, /settings\/profile/));
  // An empty bio lacks nothing, and is noted first.
  const noted = (lacks: boolean) =>
    waitFor(
      `a bio to be noted that ${lacks ? "lacks" : "has"} a disclaimer`,
      async () => (await stored(options))["x.com"]?.lacks,
      (seen) => seen === lacks,
    );
  await tab.click(BIO);
  await tab.keyboard.type(LACKING);
  await noted(true);
  if (!disclaimer) return;
  await tab.keyboard.type(disclaimer);
  await noted(false);
}

async function focusPost(browser: Browser, site = x, path = /home/, into = POST): Promise<Page> {
  await browser.closePages();
  const tab = await openPage(browser, site, pageOf(site, path));
  await tab.click(into);
  return tab;
}

/** Types what is marked, so that whatever was to come has come by then. */
async function hasNoReminder(browser: Browser, tab: Page): Promise<void> {
  await tab.keyboard.type("NHS 943 476 5919 ");
  await waitFor(
    "a mark",
    () => marks(browser, tab),
    (seen) => seen.length === 1,
  );
  await pillSays(browser, tab, "Serious 1");
  assert.equal((await pillOf(browser, tab))?.words, "Serious 1");
}

inEachBrowser("the reminder of the bio", (browser) => {
  test("comes once, where something is posted, with what to do; the text of the bio is kept nowhere", async () => {
    await keep(browser(), {});
    await writeBio(browser());
    const { lacks, due, ...more } = (await kept(browser()))["x.com"] ?? {};
    assert.deepEqual({ lacks, more }, { lacks: true, more: {} });
    assert.match(due ?? "", /^\d{4}-\d{2}-\d{2}$/);

    const tab = await focusPost(browser());
    await pillSays(browser(), tab, "Advice 1");
    await browser().pressCommand(tab, "open-panel");
    const { entries } = await panelShows(browser(), tab, "the reminder", (seen) => seen.entries.length === 1);
    assert.equal(entries[0]?.title, "Your bio may need a few more words");

    await hasNoReminder(browser(), await focusPost(browser()));
  });

  test("comes again when the bio was seen again, and a week later", async () => {
    await keep(browser(), { bios: { "x.com": { lacks: true, due: "2999-01-01" } } });
    await hasNoReminder(browser(), await focusPost(browser()));
    await writeBio(browser());
    await pillSays(browser(), await focusPost(browser()), "Advice 1");
    await keep(browser(), { bios: { "x.com": OTHER_DAY } });
    await pillSays(browser(), await focusPost(browser()), "Advice 1");
  });

  test("does not come when the bio says whose views these are, nor on another site, nor in a message", async () => {
    await keep(browser(), {});
    await writeBio(browser(), DISCLAIMER);
    await hasNoReminder(browser(), await focusPost(browser()));
    await keep(browser(), { bios: { "x.com": OTHER_DAY } });
    await hasNoReminder(browser(), await focusPost(browser(), bluesky, /bsky\.app\/?$|compose|home/, ".ProseMirror"));
    await hasNoReminder(browser(), await focusPost(browser(), x, /messages/, '[data-testid="dmComposerTextInput"]'));
    assert.deepEqual(await kept(browser()), { "x.com": OTHER_DAY });
  });

  test("comes for a bio that was checked by hand", async () => {
    await keep(browser(), {});
    const popup = await browser().extensionPage("pages/popup.html");
    await popup.evaluate((text) => {
      const bio = document.querySelector<HTMLTextAreaElement>("#bio");
      if (bio) bio.value = text;
      document.querySelector<HTMLButtonElement>("#check-bio")?.click();
    }, LACKING);
    await waitFor("the bio to be noted", async () => (await stored(popup))["by hand"]?.lacks);
    await pillSays(browser(), await focusPost(browser()), "Advice 1");
  });

  test("comes for none that was checked by hand in a private window", async () => {
    await keep(browser(), {});
    const popup = await browser().extensionPage("pages/popup.html");
    await popup.evaluate((text) => {
      const inPrivate = async () => ({ incognito: true }) as chrome.tabs.Tab;
      Object.assign(chrome.tabs, { getCurrent: inPrivate });
      const bio = document.querySelector<HTMLTextAreaElement>("#bio");
      if (bio) bio.value = text;
      document.querySelector<HTMLButtonElement>("#check-bio")?.click();
    }, LACKING);
    // The answer comes after whatever is noted.
    await waitFor("the answer", () => popup.$eval("#bio-said", (said) => said.textContent !== ""));
    assert.deepEqual(await stored(popup), {});
  });

  test("is switched off on the options page, and what was kept for it is forgotten", async () => {
    await keep(browser(), { bios: { "x.com": OTHER_DAY } });
    const options = await onlyOptions(browser());
    await options.click("#bio-reminder");
    await waitFor(
      "nothing to be kept",
      () => stored(options),
      (seen) => Object.keys(seen).length === 0,
    );
    const tab = await openPage(browser(), x, pageOf(x, /settings\/profile/));
    await tab.click(BIO);
    await tab.keyboard.type(LACKING);
    await waitFor(
      "a mark",
      () => marks(browser(), tab),
      (seen) => seen.length === 1,
    );
    await hasNoReminder(browser(), await focusPost(browser()));
    assert.deepEqual(await kept(browser()), {});
  });

  test("leaves no error behind", async () => {
    assert.deepEqual(await browser().errors(), []);
  });
});
