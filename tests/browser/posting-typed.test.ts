/** What was typed just before it is posted is asked about too, and no press is lost, made twice or held up for long. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import type { Finding } from "../../extension/shared/protocol.ts";
import { press } from "../editors/drive.ts";
import { clickOn } from "./card/seen.ts";
import { type Browser, inEachBrowser, waitFor } from "./harness/index.ts";
import { panelCloses, panelOf, panelShows } from "./panel/seen.ts";
import { asked, openSession, probe } from "./session/drive.ts";

const TEXT = "NHS one two";
type Findings = [Finding["severity"], number, number][];
const SERIOUS: Findings = [["serious", 4, 7]];

/** How the text in a composer is posted. */
interface Way {
  readonly into: string;
  /** A button, or keys. */
  readonly by: string;
}
const WAYS: Readonly<Record<string, Way>> = {
  "the button of its form": { into: "#area", by: "#submit" },
  "the button beside it": { into: "#rich", by: "#near" },
  "Ctrl and Enter": { into: "#area", by: "Control+Enter" },
  "Enter in a line": { into: "#line", by: "Enter" },
  "Enter where the site is known to send by it": { into: "#known", by: "Enter" },
};

/** Every post is written down, each with whether a press of the person's own made it; the composer is empty then. */
const BOXES = `<form id="form"><textarea id="area" aria-label="Post"></textarea><button id="submit">Go</button></form>
<div role="dialog" aria-label="New post"><div id="rich" contenteditable="true" role="textbox" aria-label="Post"></div>
  <button type="button" id="near">Post</button></div>
<form id="lined"><input id="line" aria-label="Title"></form>
<div data-testid="DMDrawer"><div data-testid="dmComposerTextInput"><div id="known" contenteditable="true"
  role="textbox" aria-label="Message"></div></div>
  <button type="button" data-testid="dmComposerSendButton">Send</button></div>
<section><div id="usual" contenteditable="true" role="textbox" aria-label="Message"></div></section>
<script src="/posts.js"></script>`;
const SCRIPT = `window.posted = []; window.heard = []; window.takes = () => true; window.sendsOn = "keydown";
const { form, area, near, rich, lined, line, known, usual } = Object.fromEntries([...document.querySelectorAll("[id]")].map((e) => [e.id, e]));
const post = (box, { isTrusted }) => {
  const words = "value" in box ? box.value : box.textContent;
  posted.push([words.replaceAll("\\u00a0", " "), isTrusted ? "by hand" : "by script"].join(" "));
  if ("value" in box) box.value = "";
  else box.textContent = "";
};
for (const [one, box] of [[form, area], [lined, line]]) one.addEventListener("submit", (event) => event.preventDefault());
form.querySelector("button").addEventListener("click", (event) => post(area, event));
area.addEventListener("keydown", (event) => { if (event.key === "Enter" && event.ctrlKey) post(area, event); });
lined.addEventListener("submit", () => post(line, { isTrusted: false }));
near.addEventListener("click", (event) => post(rich, event));
document.querySelector('[data-testid="dmComposerSendButton"]').addEventListener("click", (event) => post(known, event));
for (const box of [known, usual]) for (const type of ["keydown", "keypress"]) box.addEventListener(type, (event) => {
  if (event.key !== "Enter" || event.shiftKey || type !== sendsOn || !takes(event)) return;
  event.preventDefault();
  post(box, event);
});
for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "keydown", "keyup"]) {
  document.addEventListener(type, (event) => { if (event.isTrusted) heard.push(type); }, true);
}`;

interface Site {
  posted: string[];
  heard: string[];
  takes: (event: Event) => boolean;
  sendsOn: string;
}
const ofSite = <K extends "posted" | "heard">(page: Page, key: K) =>
  page.evaluate((name) => (window as unknown as Site)[name].splice(0), key);
const posted = (page: Page) => page.evaluate(() => (window as unknown as Site).posted);
const posts = (page: Page, what: readonly string[]) =>
  waitFor(
    `${JSON.stringify(what)} to be posted`,
    () => posted(page),
    (seen) => JSON.stringify(seen) === JSON.stringify(what),
  );

/** Longer than any test takes. */
const FOR_EVER = 600_000;

async function open(browser: Browser, into: string, patience = FOR_EVER): Promise<Page> {
  browser.server.serve("/posts.js", { body: SCRIPT, type: "text/javascript" });
  const page = await openSession(browser, into, BOXES);
  await probe(page, "asksBeforePosting", patience);
  await page.keyboard.type(TEXT);
  return page;
}

const by = (page: Page, way: string) => (way.startsWith("#") ? page.click(way) : press(page, way));

/** Answers everything that was asked so far. */
async function answerAll(page: Page, findings: Findings): Promise<void> {
  const { length } = await probe(page, "texts");
  for (let question = 0; question < length; question++) await probe(page, "answer", question, findings);
}

const asksAboutIt = (browser: Browser, page: Page) =>
  panelShows(browser, page, "the question", ({ foot, entries }) => foot.includes("Before you post") && !!entries[0]);

inEachBrowser(
  "the question before posting what was typed just before",
  (browser) => {
    for (const [name, way] of Object.entries(WAYS)) {
      test(`is asked once it is known to be serious: ${name}`, async () => {
        const page = await open(browser(), way.into);
        await by(page, way.by);
        const question = await asked(page, TEXT);
        assert.deepEqual(await posted(page), []);
        await probe(page, "answer", question, SERIOUS);
        await asksAboutIt(browser(), page);
        assert.deepEqual(await posted(page), []);
        await clickOn(page, browser(), "Post anyway");
        await posts(page, [`${TEXT} by script`]);
      });

      test(`is not asked where it is harmless, and it is posted once: ${name}`, async () => {
        const page = await open(browser(), way.into);
        await by(page, way.by);
        await probe(page, "answer", await asked(page, TEXT), []);
        await posts(page, [`${TEXT} by script`]);
        // What is posted by now has been posted once.
        await page.keyboard.type("Next");
        await asked(page, "Next");
        assert.deepEqual(await posted(page), [`${TEXT} by script`]);
        assert.equal(await panelOf(browser(), page), null);
      });

      test(`is not asked where the scanner fails, and it is posted once: ${name}`, async () => {
        const page = await open(browser(), way.into);
        await by(page, way.by);
        await probe(page, "fail", await asked(page, TEXT));
        await posts(page, [`${TEXT} by script`]);
      });

      test(`waits for a scanner that never answers, but not for long, and once only: ${name}`, async () => {
        const page = await open(browser(), way.into, 300);
        await by(page, way.by);
        await posts(page, [`${TEXT} by script`]);
        await page.keyboard.type("More");
        await ofSite(page, "heard");
        await by(page, way.by);
        const last = way.into === "#line" ? "More by script" : "More by hand";
        await posts(page, [`${TEXT} by script`, last]);
        assert.ok((await ofSite(page, "heard")).some((type) => type === "click" || type === "keydown"));
      });

      test(`does not touch the press once the text is checked: ${name}`, async () => {
        const page = await open(browser(), way.into);
        await probe(page, "answer", await asked(page, TEXT), SERIOUS.slice(1));
        await ofSite(page, "heard");
        await by(page, way.by);
        await posts(page, [way.into === "#line" ? `${TEXT} by script` : `${TEXT} by hand`]);
        const heard = await ofSite(page, "heard");
        assert.ok(way.by.startsWith("#") ? heard.includes("click") : heard.includes("keydown"));
      });

      test(`holds nothing back while nobody wants to be asked: ${name}`, async () => {
        const page = await open(browser(), way.into);
        await probe(page, "asksBeforePosting", null);
        await by(page, way.by);
        await posts(page, [way.into === "#line" ? `${TEXT} by script` : `${TEXT} by hand`]);
      });

      test(`takes another press of the same for no second: ${name}`, async () => {
        const page = await open(browser(), way.into);
        await by(page, way.by);
        await by(page, way.by);
        await answerAll(page, []);
        await posts(page, [`${TEXT} by script`]);
        await page.keyboard.type("Next");
        await asked(page, "Next");
        assert.deepEqual(await posted(page), [`${TEXT} by script`]);
      });
    }

    test("lets a click be the person's own where the answer comes while the button is down", async () => {
      const page = await open(browser(), "#rich");
      await ofSite(page, "heard");
      const button = await page.$("#near");
      const { x = 0, y = 0 } = (await button?.boundingBox()) ?? {};
      await page.mouse.move(x + 5, y + 5);
      await page.mouse.down();
      await probe(page, "answer", await asked(page, TEXT), []);
      await page.mouse.up();
      await posts(page, [`${TEXT} by hand`]);
      assert.deepEqual(await ofSite(page, "heard"), ["pointerdown", "mousedown", "pointerup", "mouseup", "click"]);
    });

    test("is asked where the answer comes while the button is down", async () => {
      const page = await open(browser(), "#rich");
      const button = await page.$("#near");
      const { x = 0, y = 0 } = (await button?.boundingBox()) ?? {};
      await page.mouse.move(x + 5, y + 5);
      await page.mouse.down();
      await probe(page, "answer", await asked(page, TEXT), SERIOUS);
      await page.mouse.up();
      await asksAboutIt(browser(), page);
      assert.deepEqual(await posted(page), []);
    });

    test("keeps what is written while it waits out of what is posted", async () => {
      const page = await open(browser(), "#known");
      await page.keyboard.press("Enter");
      await page.keyboard.type("Next");
      await posts(page, [`${TEXT} by script`]);
      assert.equal(await page.$eval("#known", ({ textContent }) => textContent), "Next");
    });

    test("posts by the site's own button where it takes no key of a script", async () => {
      const page = await open(browser(), "#known");
      await page.evaluate(() => {
        (window as unknown as Site).takes = ({ isTrusted }) => isTrusted;
      });
      await page.keyboard.press("Enter");
      await probe(page, "answer", await asked(page, TEXT), []);
      await posts(page, [`${TEXT} by script`]);
    });

    test("posts where a site waits for the second event of a key", async () => {
      const page = await open(browser(), "#known");
      await page.evaluate(() => {
        (window as unknown as Site).sendsOn = "keypress";
      });
      await page.keyboard.press("Enter");
      await probe(page, "answer", await asked(page, TEXT), []);
      await posts(page, [`${TEXT} by script`]);
    });

    test("never holds back an Enter that may mean a new line", async () => {
      const page = await open(browser(), "#usual");
      await page.keyboard.press("Enter");
      await posts(page, [`${TEXT} by hand`]);
    });

    test("is asked where the button is reached by keyboard before anything could be checked", async () => {
      const page = await open(browser(), "#area");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await waitFor("the question", async () => {
        await answerAll(page, SERIOUS);
        return panelOf(browser(), page);
      });
      assert.deepEqual(await posted(page), []);
      await page.keyboard.press("Escape");
      await panelCloses(browser(), page);
      await page.click("#submit");
      await posts(page, [`${TEXT} by hand`]);
    });

    test("leaves no error behind", async () => {
      assert.deepEqual(await browser().errors(), []);
    });
  },
  { extension: null },
);
