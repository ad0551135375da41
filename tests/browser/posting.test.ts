/** Before something serious is posted the person is asked once, where they want that, and never held up twice. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { press } from "../editors/drive.ts";
import { clickOn, markOn } from "./card/seen.ts";
import { type Browser, inEachBrowser, waitFor } from "./harness/index.ts";
import { panelCloses, panelOf, panelShows } from "./panel/seen.ts";

const SERIOUS = "943 476 5919";
const TEXT = `NHS ${SERIOUS} again`;

/** A composer of each kind beside its button, and a list of what the page has posted. */
const PAGE = `<!doctype html><html lang="en"><title>Write</title><link rel="stylesheet" href="/posting.css">
<form id="form"><textarea id="area" aria-label="Post"></textarea><button type="button" id="tool">Bold</button>
  <button id="submit">Go</button></form>
<div role="dialog" aria-label="New post"><div id="rich" contenteditable="true" role="textbox" aria-label="Post"></div>
  <button type="button" id="near">Post</button> <button type="button" id="other">Add a photo</button></div>
<form id="lined"><input id="line" aria-label="Title"><button name="by" value="Go">Go</button></form>
<form id="lonely"><input id="alone" aria-label="Title"></form>
<section><div id="chat" contenteditable="true" role="textbox" aria-label="Message"></div></section>
<script src="/posting.js"></script></html>`;
const STYLE = `body { font: 18px/1.5 sans-serif; } textarea, [contenteditable] { display: block; width: 500px; min-height: 60px;
  font: inherit; border: 1px solid; white-space: pre-wrap; } form, section, [role=dialog] { margin: 10px; }`;
const SCRIPT = `window.posted = []; window.heard = [];
const { area, rich, chat, form, lined, lonely, near, other, tool } = Object.fromEntries([...document.querySelectorAll("[id]")].map((e) => [e.id, e]));
form.addEventListener("submit", (event) => { event.preventDefault(); posted.push(area.value); });
area.addEventListener("keydown", (event) => { if (event.key === "Enter" && event.ctrlKey) form.requestSubmit(); });
for (const one of [lined, lonely]) one.addEventListener("submit", (event) => {
  event.preventDefault();
  posted.push(one.elements[0].value + " " + (event.submitter?.value ?? ""));
});
near.addEventListener("click", () => posted.push(rich.textContent));
other.addEventListener("click", () => posted.push("a photo"));
tool.addEventListener("click", () => posted.push("bold"));
chat.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey) return;
  event.preventDefault();
  posted.push(chat.textContent);
  chat.textContent = "";
});
for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "keydown", "keyup"]) {
  document.addEventListener(type, (event) => { if (event.isTrusted) heard.push(type); }, true);
}`;

async function open(browser: Browser, composer: string, text = TEXT): Promise<Page> {
  browser.server.serve("/posting", { body: PAGE });
  browser.server.serve("/posting.css", { body: STYLE, type: "text/css" });
  browser.server.serve("/posting.js", { body: SCRIPT, type: "text/javascript" });
  const page = await browser.newPage("https://x.com/posting");
  await page.setViewport({ width: 800, height: 800 });
  await page.bringToFront();
  await page.focus(composer);
  await page.keyboard.type(text);
  if (text.includes(SERIOUS)) await markOn(browser, page, SERIOUS);
  return page;
}

const spaced = (words: string) => words.replaceAll("\u00a0", " ");
const posted = async (page: Page) =>
  (await page.evaluate(() => (window as unknown as { posted: string[] }).posted)).map(spaced);
const posts = (page: Page, what: readonly string[]) =>
  waitFor(
    `${JSON.stringify(what)} to be posted`,
    () => posted(page),
    (seen) => JSON.stringify(seen) === JSON.stringify(what),
  );
const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));
const asks = (browser: Browser, page: Page) =>
  panelShows(browser, page, "the question", ({ foot }) => /Before you post.*Edit.*Post anyway/.test(foot));

async function setAsking(browser: Browser, on: boolean): Promise<void> {
  const options = await browser.extensionPage("pages/options.html");
  await options.evaluate((ask) => chrome.storage.local.set({ beforePosting: ask }), on);
}

const BUTTONS = [
  ["a form", "#area", "#submit"],
  ["a dialog", "#rich", "#near"],
] as const;

inEachBrowser("the question before posting", (browser) => {
  test("is not asked unless someone wants it", async () => {
    for (const [, composer, button] of BUTTONS) {
      const page = await open(browser(), composer);
      await page.click(button);
      await posts(page, [TEXT]);
      assert.equal(await panelOf(browser(), page), null);
    }
  });

  test("is switched on in the options", async () => {
    const options = await browser().extensionPage("pages/options.html");
    await waitFor("the options", () => options.evaluate(() => document.body.innerText.includes("East Midlands")));
    await options.bringToFront();
    await options.click("#before-posting");
    await waitFor(
      "the choice to be saved",
      () => options.evaluate(() => document.body.innerText),
      (text) => text.includes("You are asked once"),
    );
  });

  for (const [name, composer, button] of BUTTONS) {
    test(`is asked once when the button is pressed, and “Post anyway” posts: ${name}`, async () => {
      const page = await open(browser(), composer);
      await heard(page);
      await page.click(button);
      const panel = await asks(browser(), page);
      assert.equal(panel.focusedOn, "Edit");
      assert.ok(panel.entries.some(({ words }) => words.includes(SERIOUS)));
      assert.deepEqual(await posted(page), []);
      assert.deepEqual(await heard(page), [], "the page hears nothing of the press");
      await clickOn(page, browser(), "Post anyway");
      await posts(page, [TEXT]);
      await page.click(button);
      await posts(page, [TEXT, TEXT]);
    });

    test(`leads back to the text by “Edit”, and then the button works: ${name}`, async () => {
      const page = await open(browser(), composer);
      await page.click(button);
      await asks(browser(), page);
      await page.keyboard.press("Enter");
      await panelCloses(browser(), page);
      await page.keyboard.type("!");
      assert.deepEqual(await posted(page), []);
      await page.click(button);
      await posts(page, [`${TEXT}!`]);
    });

    test(`is asked when the button is pressed by keyboard: ${name}`, async () => {
      const page = await open(browser(), composer);
      await page.focus(button);
      await page.keyboard.press("Enter");
      await asks(browser(), page);
      assert.deepEqual(await posted(page), []);
      await page.keyboard.press("Escape");
      await panelCloses(browser(), page);
      await page.focus(button);
      await page.keyboard.press("Enter");
      await posts(page, [TEXT]);
    });
  }

  for (const [name, composer, button] of BUTTONS)
    test(`is not pressed away by a double click: ${name}`, async () => {
      const page = await open(browser(), composer);
      await heard(page);
      await page.click(button, { count: 2 });
      await asks(browser(), page);
      assert.deepEqual(await posted(page), []);
      assert.deepEqual(await heard(page), []);
      await clickOn(page, browser(), "Post anyway");
      await posts(page, [TEXT]);
    });

  test("is asked where Enter in a line submits its form, and “Post anyway” does", async () => {
    for (const [line, value] of [
      ["#line", "Go"],
      ["#alone", ""],
    ] as const) {
      const page = await open(browser(), line);
      await page.keyboard.press("Enter");
      await asks(browser(), page);
      assert.deepEqual(await posted(page), []);
      await clickOn(page, browser(), "Post anyway");
      await posts(page, [`${TEXT} ${value}`]);
    }
  });

  for (const [attribute, value] of [
    ["aria-activedescendant", "other"],
    ["aria-expanded", "true"],
  ] as const)
    test(`is not asked of an Enter that picks a suggestion: ${attribute}`, async () => {
      const page = await open(browser(), "#chat");
      await page.$eval("#chat", (chat, name, says) => chat.setAttribute(name, says), attribute, value);
      await heard(page);
      await page.keyboard.press("Enter");
      assert.ok((await heard(page)).includes("keydown"));
      assert.equal(await panelOf(browser(), page), null);
      await page.keyboard.type(TEXT);
      await markOn(browser(), page, SERIOUS);
      await page.$eval("#chat", (chat, name) => chat.removeAttribute(name), attribute);
      await page.keyboard.press("Enter");
      await asks(browser(), page);
    });

  test("is asked about what is serious, not about the rest, and not of other buttons", async () => {
    const mild = await open(browser(), "#area", "Called to an 84 year old");
    await markOn(browser(), mild, "84 year old");
    await mild.click("#submit");
    await posts(mild, ["Called to an 84 year old"]);

    const page = await open(browser(), "#rich");
    await page.click("#other");
    await posts(page, ["a photo"]);
    await page.click("#tool");
    await posts(page, ["a photo", "bold"]);
    assert.equal(await panelOf(browser(), page), null);
  });

  test("is asked anew about something else that is serious", async () => {
    const page = await open(browser(), "#area");
    await page.click("#submit");
    await asks(browser(), page);
    await page.keyboard.press("Enter");
    await panelCloses(browser(), page);
    await page.keyboard.type(", and NHS 401 023 2137");
    await markOn(browser(), page, "401 023 2137");
    await page.click("#submit");
    await asks(browser(), page);
    assert.deepEqual(await posted(page), []);
  });

  test("is asked where Enter sends, and the message after it is one of its own", async () => {
    const page = await open(browser(), "#chat");
    await heard(page);
    await page.keyboard.press("Enter");
    await asks(browser(), page);
    assert.deepEqual(await posted(page), []);
    assert.deepEqual(await heard(page), []);
    await clickOn(page, browser(), "Post anyway");
    await posts(page, [TEXT]);

    await page.keyboard.type(TEXT);
    await markOn(browser(), page, SERIOUS);
    await page.keyboard.press("Enter");
    await asks(browser(), page);
    await page.keyboard.press("Escape");
    await panelCloses(browser(), page);
    await page.keyboard.press("Enter");
    await posts(page, [TEXT, TEXT]);
  });

  test("is asked where Ctrl and Enter post, and a new line is none of its business", async () => {
    const page = await open(browser(), "#area");
    await page.keyboard.press("Enter");
    assert.equal(await page.$eval("#area", (area) => (area as HTMLTextAreaElement).value), `${TEXT}\n`);
    await press(page, "Control+Enter");
    await asks(browser(), page);
    await clickOn(page, browser(), "Post anyway");
    await posts(page, [`${TEXT}\n`]);
  });

  test("is asked about what was typed just before it is posted", async () => {
    for (const [composer, keys] of [
      ["#area", "Control+Enter"],
      ["#line", "Enter"],
    ] as const) {
      const page = await open(browser(), composer, "");
      await browser().pressAll(page, [...TEXT, keys]);
      await asks(browser(), page);
      assert.deepEqual(await posted(page), []);
      await clickOn(page, browser(), "Post anyway");
      await posts(page, [composer === "#line" ? `${TEXT} Go` : TEXT]);
    }
  });

  test("never holds back what the page presses itself", async () => {
    const page = await open(browser(), "#area");
    await page.$eval("#submit", (button) => (button as HTMLElement).click());
    await posts(page, [TEXT]);
    assert.equal(await panelOf(browser(), page), null);
  });

  test("is not asked of words that are gone", async () => {
    const page = await open(browser(), "#area");
    await page.focus("#rich");
    await page.$eval("#area", (area) => {
      (area as HTMLTextAreaElement).value = "";
    });
    await page.click("#submit");
    await posts(page, [""]);
  });

  test("is asked no more once it is switched off", async () => {
    await setAsking(browser(), false);
    const page = await open(browser(), "#area");
    await page.click("#submit");
    await posts(page, [TEXT]);
  });

  test("leaves no error behind", async () => {
    assert.deepEqual(await browser().errors(), []);
  });
});
