/** What an administrator gives: it arrives, the person's own choice stands before it, and what is malformed is named. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import type { Page } from "puppeteer-core";
import { openEditor } from "../editors/drive.ts";
import { cardOpens, hover, markOn } from "./card/seen.ts";
import { BROWSERS, type Browser, type BrowserName, Managed, marks, openBrowser, waitFor } from "./harness/index.ts";

const NUMBER = "943 476 5919";
/** Chromium looks at the folder of policies every few seconds. */
const ARRIVES = 30_000;

type Settings = Record<string, unknown>;

/** What the options page shows as chosen. */
const shown = (options: Page) =>
  options.evaluate(() => ({
    policy: document.querySelector("[name=policy]:checked")?.closest("label")?.querySelector("strong")?.textContent,
    checking: document.querySelector<HTMLInputElement>("#checking")?.checked,
    bioReminder: document.querySelector<HTMLInputElement>("#bio-reminder")?.checked,
    corporate: document.querySelector<HTMLInputElement>("#corporate")?.checked,
    given: document.querySelector("#given")?.textContent,
  }));

const STRICTEST = "The strictest reading of all of them";
const NOTHING_GIVEN = { policy: STRICTEST, checking: true, bioReminder: true, corporate: false, given: "" };

/** Opens the options page until it shows this. */
async function optionsShow(browser: Browser, wanted: Partial<typeof NOTHING_GIVEN>): Promise<Page> {
  const options = await browser.extensionPage("pages/options.html");
  await waitFor(
    JSON.stringify(wanted),
    () => shown(options).catch(() => null),
    (seen) => JSON.stringify(seen) === JSON.stringify({ ...NOTHING_GIVEN, ...wanted }),
    ARRIVES,
  );
  return options;
}

/** A browser that is given these settings. */
async function given(
  name: BrowserName,
  settings: Settings,
  use: (browser: Browser, managed: Managed) => Promise<void>,
) {
  await Managed.with(name, async (managed) => {
    // Chromium reads what was there before the extension was installed only when it is written again.
    if (name === "firefox") await managed.give(settings);
    const browser = await openBrowser(name, { managed: managed.folder });
    try {
      if (name === "chrome") await managed.give(settings);
      await use(browser, managed);
      assert.deepEqual(await browser.errors(), []);
    } finally {
      await browser.close();
    }
  });
}

/** Which policies the card on a number quotes. */
async function quotedOn(browser: Browser): Promise<string> {
  const page = await openEditor(browser, "contenteditable");
  await page.keyboard.type(`NHS ${NUMBER}`);
  await hover(page, await markOn(browser, page, NUMBER));
  return (await cardOpens(browser, page, "NHS number")).text;
}

for (const name of BROWSERS) {
  describe(`what an administrator gives (${name})`, () => {
    test("is in force, on every page and in every switch, until the person chooses otherwise", async () => {
      await given(name, { policy: "las", corporate: true, bioReminder: false }, async (browser) => {
        const LAS = "London Ambulance Service NHS Trust";
        const options = await optionsShow(browser, { policy: LAS, bioReminder: false, corporate: true });
        const card = await quotedOn(browser);
        assert.match(card, /LAS 5\.14/);
        assert.doesNotMatch(card, /EMAS|YAS/);
        await options.bringToFront();
        await options.click("#corporate");
        await options.evaluate(() => document.querySelector<HTMLInputElement>("[name=policy]")?.click());
        await waitFor("the choice to be saved", () =>
          options.evaluate(async () => "policy" in (await chrome.storage.local.get(null))),
        );
        await optionsShow(browser, { bioReminder: false });
        assert.match(await quotedOn(browser), /EMAS/);
      });
    });

    test("may be the text of a policy file, and nothing is read while it says that nothing should be", async () => {
      const template = await readFile("docs/policy-template.txt", "utf8");
      const [, trust = ""] = /^name: (.+)$/m.exec(template) ?? [];
      await given(name, { policyFile: template, paused: true }, async (browser) => {
        await optionsShow(browser, { policy: trust, checking: false });
        const page = await openEditor(browser, "contenteditable");
        await page.keyboard.type(`NHS ${NUMBER}`);
        const popup = await browser.extensionPage("pages/popup.html");
        await waitFor(
          "the popup",
          () => popup.$eval("#state", (state) => state.textContent ?? ""),
          (said) => /Paused/.test(said),
        );
        assert.deepEqual(await marks(browser, page), []);
      });
    });

    test("is left out of account where it is malformed, and the pages say so", async () => {
      await given(name, { policy: "../emas", corporate: true }, async (browser) => {
        const wrong =
          "Your organisation’s setting “policy” is left out of account: it must be the id of a policy, such as “emas”.";
        await optionsShow(browser, { corporate: true, given: wrong });
        const popup = await browser.extensionPage("pages/popup.html");
        await waitFor(
          "the popup to say so",
          () => popup.$eval("#given", (said) => said.textContent),
          (said) => said === wrong,
        );
        assert.match(await quotedOn(browser), /EMAS/);
      });
    });
  });
}

describe("what an administrator changes while the browser runs (chrome)", () => {
  test("is in force a few seconds later", async () => {
    await given("chrome", { policy: "yas" }, async (browser, managed) => {
      const options = await optionsShow(browser, { policy: "Yorkshire Ambulance Service NHS Trust" });
      assert.match(await quotedOn(browser), /YAS 5\.7/);
      await managed.give({ policy: "emas", corporate: true });
      await waitFor(
        "the page to follow",
        () => shown(options).catch(() => null),
        (seen) => seen?.policy === "East Midlands Ambulance Service NHS Trust" && seen.corporate === true,
        ARRIVES,
      );
      assert.match(await quotedOn(browser), /EMAS 6\.8\.5/);
      await managed.give({});
      await waitFor(
        "the page to follow",
        () => shown(options).catch(() => null),
        (seen) => seen?.policy === STRICTEST,
        ARRIVES,
      );
    });
  });
});
