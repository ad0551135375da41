/** What can go wrong around Forepost: the page goes on working, the draft stays, and nothing is claimed that is not so. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "puppeteer-core";
import { openEditor } from "../editors/drive.ts";
import { cardHasFocus, cardOf, markOn } from "./card/seen.ts";
import { BROWSERS, type Browser, inEachBrowser, marks, openBrowser, waitFor } from "./harness/index.ts";
import { pillOf, pillSays } from "./panel/pill.ts";

const NUMBER = "943 476 5919";
const TEXT = `NHS ${NUMBER}`;

const unmarked = (browser: Browser, page: Page) =>
  waitFor(
    "no mark to be left",
    () => marks(browser, page),
    (seen) => seen.length === 0,
  );
const says = (page: Page, words: RegExp) =>
  waitFor(
    `the page to say ${words}`,
    () => page.evaluate(() => document.body.innerText),
    (text) => words.test(text),
  );
const draftOf = (page: Page) => page.$eval("textarea", ({ value }) => value);
const elements = (page: Page) =>
  page.evaluate(() => [...document.documentElement.children].map((one) => one.localName));

const pillsIn = (browser: Browser, page: Page) =>
  browser.inClosedRoots(page, (roots) => roots.filter((root) => root.querySelector(".pill")).length, null);

/** What the icon of the page in front tells the pointer. */
const iconTitle = (own: Page) =>
  own.evaluate(async () => {
    const others = (await chrome.tabs.query({})).filter(({ url }) => !url?.startsWith(location.origin));
    const tabId = others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0]?.id as number;
    return chrome.action.getTitle({ tabId });
  });

/** A page with one composer and a script of its own. */
async function open(browser: Browser, composer: string, script: string, query = ""): Promise<Page> {
  browser.server.serve("/fights", {
    body: `<!doctype html><html lang="en"><title>Write</title><script src="/fights-first.js"></script>
      <link rel="stylesheet" href="/fights.css">${composer}<script src="/fights.js"></script></html>`,
  });
  browser.server.serve("/fights.css", {
    body: "[contenteditable], textarea { display: block; width: 500px; min-height: 80px; font: 18px/1.5 sans-serif; white-space: pre-wrap; }",
    type: "text/css",
  });
  browser.server.serve("/fights-first.js", { body: OVERRIDES, type: "text/javascript" });
  browser.server.serve("/fights.js", { body: script, type: "text/javascript" });
  const page = await browser.newPage(`https://x.com/fights${query}`);
  await page.bringToFront();
  await page.focus("#composer");
  return page;
}

/**
 * What the content code calls, broken for everyone in the page's own world until something is marked: from then on the test
 * itself has to look.
 */
const OVERRIDES = `const frame = requestAnimationFrame.bind(window);
const broken = [[Element.prototype, "attachShadow"], [Element.prototype, "getBoundingClientRect"], [Element.prototype, "matches"],
  [Array.prototype, "map"], [Array.prototype, "filter"], [Map.prototype, "get"], [HTMLElement.prototype, "showPopover"],
  [Document.prototype, "createElement"], [Range.prototype, "getClientRects"], [HighlightRegistry.prototype, "set"],
  [MutationObserver.prototype, "observe"], [window, "requestAnimationFrame"], [window, "setTimeout"]];
const whole = broken.map(([of, name]) => [of, name, of[name]]);
for (const [of, name] of broken) {
  Object.defineProperty(of, name, { configurable: true, writable: true, value() { throw new Error("broken"); } });
}
const mend = () => {
  const isMarked = CSS.highlights.size > 0 || document.documentElement.lastElementChild.localName === "div";
  if (isMarked) for (const [of, name, value] of whole) Object.defineProperty(of, name, { configurable: true, writable: true, value });
  else frame(mend);
};
if (location.search === "?broken") mend();
else for (const [of, name, value] of whole) Object.defineProperty(of, name, { configurable: true, writable: true, value });`;
const RICH = '<div id="composer" contenteditable="true" role="textbox" aria-label="Post"></div>';
const AREA = '<textarea id="composer" aria-label="Post"></textarea>';
const textOf = (page: Page) =>
  page.evaluate(() => {
    const composer = document.getElementById("composer") as HTMLTextAreaElement;
    return (composer.value ?? composer.textContent ?? "").replaceAll("\u00a0", " ");
  });

for (const name of BROWSERS) {
  describe(`an extension that goes while someone writes (${name})`, () => {
    let browser: Browser;
    before(async () => {
      browser = await openBrowser(name);
    });
    after(() => browser.close());

    test("is updated: the text stays and can be posted, and what is checked is said as it is", async () => {
      const options = await browser.extensionPage("pages/options.html");
      await options.evaluate(() => chrome.storage.local.set({ beforePosting: true }));
      browser.server.serve("/update", {
        body: '<!doctype html><html lang="en"><title>Write</title><form><textarea></textarea><button>Post</button></form><script src="/update.js"></script></html>',
      });
      browser.server.serve("/update.js", {
        body: 'document.forms[0].addEventListener("submit", (event) => { event.preventDefault(); document.title = "posted"; });',
        type: "text/javascript",
      });
      const page = await browser.newPage("https://x.com/update");
      await page.bringToFront();
      await page.focus("textarea");
      await page.keyboard.type(TEXT);
      await markOn(browser, page, NUMBER);
      await browser.updateExtension();
      // Firefox brings the new version into pages that are open; Chromium leaves them without until they are reloaded.
      if (name === "chrome") {
        await unmarked(browser, page);
        assert.deepEqual(await elements(page), ["head", "body"]);
        await page.keyboard.type(" and more");
        assert.equal(await draftOf(page), `${TEXT} and more`);
        await page.click("button");
        assert.equal(await page.title(), "posted");
        const popup = await browser.extensionPage("pages/popup.html");
        await says(popup, /not at work on this page.*installed or updated: reload it/);
        await page.bringToFront();
        await page.reload();
        await page.focus("textarea");
        await page.keyboard.type(TEXT);
      } else {
        await page.keyboard.type(" and more");
        assert.equal(await draftOf(page), `${TEXT} and more`);
        await waitFor(
          "one element of ours, the new one's",
          () => pillsIn(browser, page),
          (pills) => pills === 1,
        );
      }
      await markOn(browser, page, NUMBER);
      const popup = await browser.extensionPage("pages/popup.html");
      await says(popup, /The box that you are writing in is checked/);
    });

    test("is removed: the text stays, and nothing of ours hears another key", async () => {
      const page = await openEditor(browser, "contenteditable");
      await page.keyboard.type(TEXT);
      await markOn(browser, page, NUMBER);
      await browser.removeExtension();
      // Firefox ends the script on the spot, and what it has drawn stays until the page is loaded again.
      if (name === "chrome") {
        await unmarked(browser, page);
        await waitFor(
          "our element to go",
          () => elements(page),
          (seen) => seen.join() === "head,body",
        );
      }
      await page.keyboard.type(" and more");
      const text = await page.$eval("[contenteditable]", (editor) => editor.textContent?.replace(/\u00a0/g, " "));
      assert.equal(text, `${TEXT} and more`);
    });
  });
}

inEachBrowser("a page that fights back", (browser) => {
  for (const [name, composer] of [
    ["a rich composer", RICH],
    ["a field", AREA],
  ] as const) {
    test(`breaks every function for its own scripts, and changes nothing: ${name}`, async () => {
      const page = await open(browser(), composer, "", "?broken");
      await page.keyboard.type(TEXT);
      await waitFor("something to be marked", () =>
        page.evaluate(() => CSS.highlights.size > 0 || document.documentElement.lastElementChild?.localName === "div"),
      );
      await pillSays(browser(), page, "Serious 1");
      await browser().pressCommand(page, "next-finding");
      assert.equal((await cardHasFocus(browser(), page)).title, "NHS number");
      await page.keyboard.press("Escape");
      await page.keyboard.type(" on");
      assert.equal(await textOf(page), `${TEXT} on`);
    });

    test(`takes our element away now and then: marks and pill come back: ${name}`, async () => {
      const page = await open(browser(), composer, "");
      for (let times = 1; times <= 3; times++) {
        await page.keyboard.type(times === 1 ? TEXT : ".");
        await pillSays(browser(), page, "Serious 1");
        await page.evaluate(() => document.documentElement.lastElementChild?.remove());
      }
      await pillSays(browser(), page, "Serious 1");
      await page.keyboard.type("!");
      assert.equal(await textOf(page), `${TEXT}..!`);
    });

    test(`takes it away each time: it is left alone, and the icon says so: ${name}`, async () => {
      const own = await browser().extensionPage("pages/options.html");
      const page = await open(
        browser(),
        composer,
        `new MutationObserver(() => {
          for (const one of document.documentElement.children) if (one.localName === "div") one.remove();
        }).observe(document.documentElement, { childList: true });`,
      );
      await page.keyboard.type(TEXT);
      await waitFor(
        "the icon to say that the marks are taken away",
        () => iconTitle(own),
        (title) => title === "Forepost: this page takes the marks away",
      );
      const popup = await browser().extensionPage("pages/popup.html");
      await says(popup, /takes Forepost’s marks away/);
      await page.bringToFront();
      await unmarked(browser(), page);
      assert.equal(await pillOf(browser(), page), null);
      assert.deepEqual(await elements(page), ["head", "body"]);
      await page.keyboard.type(" and more");
      assert.equal(await textOf(page), `${TEXT} and more`);
    });
  }

  test("replaces its editor in the middle of a word: the new one is marked, the old one forgotten", async () => {
    const page = await openEditor(browser(), "textarea");
    await page.keyboard.type("NHS 943 476");
    await page.evaluate(() => {
      const old = document.querySelector("textarea");
      const copy = old?.cloneNode() as HTMLTextAreaElement;
      copy.value = old?.value ?? "";
      old?.replaceWith(copy);
      copy.focus();
      copy.setSelectionRange(copy.value.length, copy.value.length);
    });
    await page.keyboard.type(" 5919 rang");
    const mark = await markOn(browser(), page, NUMBER);
    assert.equal(mark.start, 4);
    assert.equal((await marks(browser(), page)).length, 1);
    assert.equal(await draftOf(page), `${TEXT} rang`);
  });

  test("is put behind another tab before it is scanned, and is marked when it is back", async () => {
    const page = await openEditor(browser(), "textarea");
    await page.keyboard.type(TEXT);
    const other = await browser().newPage("https://x.com/fixture/fields");
    await other.bringToFront();
    await page.bringToFront();
    await page.focus("textarea");
    await markOn(browser(), page, NUMBER);
    assert.equal(await cardOf(browser(), page), null);
    assert.equal(await draftOf(page), TEXT);
  });

  test("leaves no error behind", async () => {
    assert.deepEqual(await browser().errors(), []);
  });
});

inEachBrowser("a browser without room", (browser) => {
  test("is told of on the options page, which shows what still holds", async () => {
    const options = await browser().extensionPage("pages/options.html");
    await says(options, /East Midlands/);
    const chosenOn = (page: Page) => page.$$eval("input", (inputs) => inputs.map(({ checked }) => checked));
    const chosen = () => chosenOn(options);
    const before = await chosen();
    await options.evaluate(() => {
      chrome.storage.local.set = () => Promise.reject(new Error("QUOTA_BYTES quota exceeded"));
    });
    for (const words of ["Check what I write", "Ask me once", "East Midlands", "Remind me"]) {
      await options.evaluate((wanted) => {
        const label = [...document.querySelectorAll("label")].find((one) => one.textContent?.includes(wanted));
        label?.click();
      }, words);
      await says(options, /could not be saved: the browser has no room left/);
      await waitFor(
        "the choices to be shown as they are",
        chosen,
        (now) => JSON.stringify(now) === JSON.stringify(before),
      );
    }
    const anew = await browser().extensionPage("pages/options.html");
    await says(anew, /East Midlands/);
    assert.deepEqual(await chosenOn(anew), before);
  });

  test("is told of in the popup, and nothing is paused that is not", async () => {
    const popup = await browser().extensionPage("pages/popup.html");
    await says(popup, /Checking against/);
    await popup.evaluate(() => {
      chrome.storage.local.set = () => Promise.reject(new Error("QUOTA_BYTES quota exceeded"));
      document.querySelector<HTMLInputElement>("#checking")?.click();
    });
    await says(popup, /could not be saved/);
    await says(popup, /Checking against/);
    assert.equal(await popup.$eval("#checking", (box) => (box as HTMLInputElement).checked), true);
  });
});
