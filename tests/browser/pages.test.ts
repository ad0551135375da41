/** The popup and the options page: what they say, what they change, and whether everyone can use them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { openEditor } from "../editors/drive.ts";
import { faults } from "./card/axe.ts";
import { cardOpens, hover, markOn } from "./card/seen.ts";
import { type Browser, inEachBrowser, marks, waitFor } from "./harness/index.ts";

const NUMBER = "943 476 5919";
const EMAS = "East Midlands Ambulance Service NHS Trust";

const says = (page: Page, words: RegExp) =>
  waitFor(
    `the page to say ${words}`,
    () => page.evaluate(() => document.body.innerText),
    (text) => words.test(text),
  );

/** Chooses a radio button or ticks a box by the words beside it. */
const press = (page: Page, words: string) =>
  page.evaluate((wanted) => {
    const label = [...document.querySelectorAll("label")].find((one) => one.textContent?.includes(wanted));
    if (!label) throw new Error(`nothing is labelled “${wanted}”`);
    label.click();
  }, words);

const words = async (browser: Browser, page: Page) => (await marks(browser, page)).map(({ text }) => text);

inEachBrowser("the extension's own pages", (browser) => {
  for (const [path, ready] of [
    ["pages/popup.html", /Checking against/],
    ["pages/options.html", /East Midlands/],
  ] as const) {
    test(`${path} can be used by everyone, in light and in dark, on a narrow screen`, async () => {
      const page = await browser().extensionPage(path);
      await says(page, ready);
      for (const scheme of browser().name === "chrome" ? ["light", "dark"] : ["light"]) {
        if (browser().name === "chrome") {
          await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
        }
        assert.deepEqual(await faults(page), []);
        await browser().screenshot(page, `${path.slice(6, -5)}-${scheme}`);
      }
      await page.setViewport({ width: 320, height: 500 });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "it runs off the side");
    });
  }

  test("the policy that is chosen is the one that the card quotes", async () => {
    const options = await browser().extensionPage("pages/options.html");
    await says(options, /East Midlands/);
    await press(options, EMAS);
    await says(options, /Saved\. What you write is now checked against the EMAS policy/);
    const page = await openEditor(browser(), "contenteditable");
    await page.keyboard.type(`NHS ${NUMBER}`);
    await hover(page, await markOn(browser(), page, NUMBER));
    const card = await cardOpens(browser(), page, "NHS number");
    assert.match(card.text, /EMAS 6\.8\.5/);
    assert.doesNotMatch(card.text, /LAS|YAS/);
    assert.match(card.text, /Not sure\? Ask .*EMAS/);
    const popup = await browser().extensionPage("pages/popup.html");
    await says(popup, /Checking against the EMAS Social Media Policy, version 8\.0/);
  });

  test("a policy that a Trust wrote itself is taken from a file, and one with a slip is not", async () => {
    const options = await browser().extensionPage("pages/options.html");
    await says(options, /East Midlands/);
    const load = (name: string, text: string) =>
      options.evaluate(
        (name, text) => {
          const input = document.querySelector<HTMLInputElement>("#policy-file");
          if (!input) throw new Error("there is no file chooser");
          const given = new DataTransfer();
          given.items.add(new File([text], name));
          input.files = given.files;
          input.dispatchEvent(new Event("change"));
        },
        name,
        text,
      );
    const file =
      "id: us\nname: Our Own Ambulance\nshort: OOA\nask: our press desk\nphrase: Operation Kestrel is conduct/internal";
    await load("ours.txt", file);
    await says(options, /Saved\. What you write is now checked against the OOA policy from the file/);
    await load("slip.txt", "id: us\nnam: Our Own Ambulance");
    await says(options, /This file cannot be used: line 2: there is no line “?"?nam/);

    const page = await openEditor(browser(), "contenteditable");
    await page.keyboard.type("Operation Kestrel is on");
    await markOn(browser(), page, "Operation Kestrel");
    const popup = await browser().extensionPage("pages/popup.html");
    await says(popup, /Checking against the OOA/);
    await options.bringToFront();
    await press(options, EMAS);
    await says(options, /checked against the EMAS policy\./);
  });

  test("the popup checks a bio by hand, and shows it in the words that the policy asks for", async () => {
    const popup = await browser().extensionPage("pages/popup.html");
    await says(popup, /Checking against/);
    const check = (bio: string) =>
      popup.evaluate((bio) => {
        const field = document.querySelector<HTMLTextAreaElement>("#bio");
        const button = document.querySelector<HTMLButtonElement>("#check-bio");
        if (!field || !button) throw new Error("there is no box for a bio");
        for (const details of document.querySelectorAll("details")) details.open = true;
        field.value = bio;
        button.click();
      }, bio);
    await check("Paramedic. Dog person.");
    await says(popup, /Paramedic\. Dog person\. These views are my own, not of my employer\./);
    await check("Paramedic. These views are my own, not of my employer. Dog person.");
    await says(popup, /There is nothing to change/);
  });

  test("while checking is off, nothing is read; once it is on again, it is", async () => {
    const popup = await browser().extensionPage("pages/popup.html");
    await says(popup, /Checking against/);
    await press(popup, "Check what I write");
    await says(popup, /Paused: nothing that you write is read or marked/);
    await browser().stopWorker();

    const page = await openEditor(browser(), "contenteditable");
    await page.keyboard.type(`NHS ${NUMBER}`);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.evaluate(() => window.fixture?.focus());
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    assert.deepEqual(await words(browser(), page), []);
    assert.equal(await browser().workerRunning(), false);

    await popup.bringToFront();
    await press(popup, "Check what I write");
    await says(popup, /Checking against/);
    await page.bringToFront();
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.evaluate(() => window.fixture?.focus());
    await markOn(browser(), page, NUMBER);
  });

  test("a policy that there is not gives way to the strictest reading, and the pages say so", async () => {
    const options = await browser().extensionPage("pages/options.html");
    await says(options, /East Midlands/);
    await options.evaluate(() => chrome.storage.local.set({ policy: "no-such-policy" }));
    const popup = await browser().extensionPage("pages/popup.html");
    await says(popup, /strictest reading/);
    await says(popup, /no-such-policy/);
    const page = await openEditor(browser(), "contenteditable");
    await page.keyboard.type(`NHS ${NUMBER}`);
    await markOn(browser(), page, NUMBER);
    await options.bringToFront();
    await press(options, "strictest");
    await says(options, /Saved/);
  });

  test("leave no error behind", async () => {
    assert.deepEqual(await browser().errors(), []);
  });
});
