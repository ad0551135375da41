/** The toolbar icon and its popup say whether the box in focus is checked and, if not, why. */
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Page } from "puppeteer-core";
import { openEditor, serveWithFrames } from "../editors/drive.ts";
import { cardHasFocus, markOn } from "./card/seen.ts";
import { BROWSERS, type Browser, ExtensionCopy, inEachBrowser, openBrowser, STRICT, waitFor } from "./harness/index.ts";
import { CHECKED, FAILED, type Icon, iconOf, NONE, PRIVATE } from "./icon/seen.ts";

const iconIs = (own: Page, icon: Icon) =>
  waitFor(
    `the icon to say ${icon.title}`,
    () => iconOf(own),
    (seen) => JSON.stringify(seen) === JSON.stringify(icon),
  );

const says = (page: Page, words: RegExp) =>
  waitFor(
    `the page to say ${words}`,
    () => page.evaluate(() => document.body.innerText),
    (text) => words.test(text),
  );

/** An extension page to look at icons from, without coming to the front. */
async function lookout(browser: Browser): Promise<Page> {
  return browser.extensionPage("pages/options.html");
}

async function popupSays(browser: Browser, words: RegExp): Promise<void> {
  const popup = await browser.extensionPage("pages/popup.html");
  await says(popup, words);
}

const focusPrivate = (page: Page, name: string) => page.focus(`[data-private="${name}"]`);

inEachBrowser("the toolbar icon", (browser) => {
  test("says that a composer is checked for as long as the focus is in it", async () => {
    const own = await lookout(browser());
    const page = await openEditor(browser(), "textarea");
    await iconIs(own, CHECKED);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await iconIs(own, NONE);
    await page.focus("textarea");
    await iconIs(own, CHECKED);
    await page.$eval("textarea", (area) => area.remove());
    await iconIs(own, NONE);
  });

  test("says so while the focus is in the card", async () => {
    const own = await lookout(browser());
    const page = await openEditor(browser(), "contenteditable");
    await page.keyboard.type("NHS 943 476 5919");
    await markOn(browser(), page, "943 476 5919");
    await browser().pressCommand(page, "next-finding");
    await cardHasFocus(browser(), page);
    assert.deepEqual(await iconOf(own), CHECKED);
  });

  test("says that boxes for passwords, searches and the like are never read", async () => {
    const own = await lookout(browser());
    const page = await browser().newPage("https://x.com/fixture/fields");
    await page.bringToFront();
    for (const name of ["password", "search", "search-role", "combobox", "email", "card", "code", "phone"]) {
      await focusPrivate(page, name);
      await iconIs(own, PRIVATE);
      await page.focus("textarea");
      await iconIs(own, CHECKED);
    }
    await focusPrivate(page, "password");
    await iconIs(own, PRIVATE);
    await popupSays(browser(), /is not read, on purpose.*passwords/);
  });

  test("is each tab's own, and a page's own", async () => {
    const own = await lookout(browser());
    const first = await openEditor(browser(), "textarea");
    await iconIs(own, CHECKED);
    const second = await browser().newPage("https://x.com/fixture/fields");
    await second.bringToFront();
    await iconIs(own, NONE);
    await popupSays(browser(), /Click into a box and write/);
    await first.bringToFront();
    await iconIs(own, CHECKED);
    await first.goto("https://x.com/fixture/fields");
    await iconIs(own, NONE);
    await first.goBack();
    await first.focus("textarea");
    await iconIs(own, CHECKED);
  });

  test("says the same after the background was stopped, and goes on saying what is so", async () => {
    const own = await lookout(browser());
    const page = await browser().newPage("https://x.com/fixture/fields");
    await page.bringToFront();
    await page.focus("textarea");
    await iconIs(own, CHECKED);
    await browser().stopWorker();
    assert.deepEqual(await iconOf(own), CHECKED);
    await focusPrivate(page, "password");
    await iconIs(own, PRIVATE);
  });

  test("says that everything is off while it is paused", async () => {
    const own = await lookout(browser());
    const page = await openEditor(browser(), "textarea");
    await iconIs(own, CHECKED);
    await own.evaluate(() => chrome.storage.local.set({ paused: true }));
    await iconIs(own, { badge: "off", title: "Forepost" });
    await popupSays(browser(), /Paused: nothing that you write is read or marked/);
    await own.evaluate(() => chrome.storage.local.set({ paused: false }));
    await page.bringToFront();
    await iconIs(own, CHECKED);
  });

  test("says nothing of a page that is not supported, and the popup says what to do", async () => {
    const own = await lookout(browser());
    const page = await browser().newPage("https://example.org/fixture/textarea");
    await page.bringToFront();
    await page.focus("textarea");
    await popupSays(browser(), /Forepost is not at work on this page\..*reload it/);
    await page.bringToFront();
    assert.deepEqual(await iconOf(own), NONE);
  });

  test("speaks of the frame that the focus is in, and of one that is closed off", async () => {
    await serveWithFrames(browser(), "textarea");
    const own = await lookout(browser());
    await openEditor(browser(), "textarea", "iframe");
    await iconIs(own, CHECKED);
    await popupSays(browser(), /The box that you are writing in is checked/);

    browser().server.serve("/around", {
      body: '<!doctype html><html lang="en"><title>Around</title><iframe title="Inside" src="https://example.org/fixture/textarea"></iframe></html>',
      csp: `${STRICT}; frame-src https://example.org`,
    });
    const page = await browser().newPage("https://x.com/around");
    await page.bringToFront();
    const frame = await page.waitForFrame((inner) => inner.url().includes("example.org"));
    await frame.click("textarea");
    await popupSays(browser(), /closed off from Forepost/);
    await page.bringToFront();
    assert.deepEqual(await iconOf(own), NONE);
  });

  test("leaves no error behind", async () => {
    assert.deepEqual(await browser().errors(), []);
  });
});

for (const name of BROWSERS) {
  describe(`a scanner that cannot be started (${name})`, () => {
    let browser: Browser;
    let folder: ExtensionCopy;
    before(async () => {
      folder = await ExtensionCopy.make(name);
      await writeFile(join(folder.folder, "forepost_bg.wasm"), await readFile("package.json"));
      browser = await openBrowser(name, { extension: folder.folder });
    });
    after(async () => {
      await browser.close();
      await folder.remove();
    });

    test("is told by the icon and the popup as soon as there is something to check", async () => {
      const own = await browser.extensionPage("pages/options.html");
      const page = await openEditor(browser, "textarea");
      await iconIs(own, CHECKED);
      await page.keyboard.type("NHS 943 476 5919");
      await iconIs(own, FAILED);
      const popup = await browser.extensionPage("pages/popup.html");
      await says(popup, /not checked at the moment: the scanner did not answer/);
      assert.equal(await page.$eval("textarea", ({ value }) => value), "NHS 943 476 5919");
    });
  });
}
