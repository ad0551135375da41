/** Advice for those who write for the Trust itself, so that a post can be heard as well as seen; nobody else gets any. */
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { ElementHandle, Page } from "puppeteer-core";
import { jpeg } from "../pictures/make.ts";
import { type Browser, inEachBrowser, marks, waitFor } from "./harness/index.ts";
import { pillGoes, pillOf, pillSays } from "./panel/pill.ts";
import { panelShows } from "./panel/seen.ts";

const PAGE = `<!doctype html><html lang="en"><title>Write</title><body><form>
<div id="words" contenteditable="true" role="textbox" aria-label="Post"></div>
<label>Describe your photo <textarea id="description" hidden></textarea></label>
<input id="file" type="file"></form></body></html>`;
const TITLES = ["A hashtag that is hard to read: #ambulanceservice", "Has the picture a description?"];

let picture = "";
before(async () => {
  const folder = await mkdtemp(join(tmpdir(), "forepost-corporate-"));
  picture = join(folder, "picture.jpg");
  await writeFile(picture, jpeg());
});
after(() => rm(join(picture, ".."), { recursive: true, force: true }));

async function switchTo(browser: Browser, corporate: boolean): Promise<void> {
  const options = await browser.extensionPage("pages/options.html");
  await waitFor("the policies", () => options.$$eval("[name=policy]", (choices) => choices.length > 1));
  const isOn = await options.$eval("#corporate", (box) => (box as HTMLInputElement).checked);
  if (isOn !== corporate) await options.click("#corporate");
  await waitFor(
    "the switch",
    () => options.evaluate(async () => (await chrome.storage.local.get("corporate")).corporate === true),
    (on) => on === corporate,
  );
  await browser.closePages();
}

async function open(browser: Browser): Promise<Page> {
  browser.server.serve("/corporate", { body: PAGE });
  const page = await browser.newPage("https://x.com/corporate");
  await page.bringToFront();
  await page.focus("#words");
  return page;
}

async function attach(page: Page): Promise<void> {
  const input = (await page.$("#file")) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(picture);
}

async function titles(browser: Browser, page: Page, count: number): Promise<readonly string[]> {
  await browser.pressCommand(page, "open-panel");
  const { entries } = await panelShows(browser, page, `${count} things`, (seen) => seen.entries.length === count);
  await page.keyboard.press("Escape");
  return entries.map(({ title }) => title);
}

inEachBrowser("a corporate account", (browser) => {
  test("gets advice on a hashtag without capitals, with the clause, until it has them", async () => {
    await switchTo(browser(), true);
    const page = await open(browser());
    await page.keyboard.type("Proud of our #ambulanceservice");
    await pillSays(browser(), page, "Advice 1");
    await browser().pressCommand(page, "open-panel");
    const panel = await panelShows(browser(), page, "what to do", (seen) => seen.explained !== "");
    assert.deepEqual(
      panel.entries.map(({ title }) => title),
      [TITLES[0]],
    );
    assert.match(panel.explained, /EMAS 6\.2\.4.*Write #AmbulanceService/);
    await page.keyboard.press("Escape");
    await page.focus("#words");
    for (const _ of "#ambulanceservice") await page.keyboard.press("Backspace");
    await page.keyboard.type("#AmbulanceService");
    await pillGoes(browser(), page);
  });

  test("gets advice on a picture without a description, until it has one", async () => {
    await switchTo(browser(), true);
    const page = await open(browser());
    await attach(page);
    await pillSays(browser(), page, "Advice 2");
    assert.ok((await titles(browser(), page, 2)).includes(TITLES[1] as string));
    await page.$eval("#description", (box) => box.removeAttribute("hidden"));
    await page.click("#description");
    await page.keyboard.type("Two paramedics beside an ambulance");
    await page.click("#words");
    await pillSays(browser(), page, "Advice 1");
  });

  test("is nobody who did not say so", async () => {
    await switchTo(browser(), false);
    const page = await open(browser());
    await attach(page);
    await page.keyboard.type("#ambulanceservice NHS 943 476 5919 ");
    await waitFor(
      "a mark",
      () => marks(browser(), page),
      (seen) => seen.length === 1,
    );
    await pillSays(browser(), page, "Serious 2");
    assert.equal((await pillOf(browser(), page))?.words, "Serious 2");
    assert.ok(!(await titles(browser(), page, 2)).some((title) => TITLES.includes(title)));
  });

  test("leaves no error behind", async () => {
    assert.deepEqual(await browser().errors(), []);
  });
});
