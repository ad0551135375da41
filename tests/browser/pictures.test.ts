/** What a person is told of the pictures that they attach, and what their page and their files see of that: nothing. */
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { ElementHandle, Page } from "puppeteer-core";
import { heic, jpeg, png, webp } from "../pictures/make.ts";
import { type Browser, inEachBrowser, waitFor } from "./harness/index.ts";
import { pillGoes, pillOf, pillSays } from "./panel/pill.ts";

const PAGE = `<!doctype html><html lang="en"><title>Write</title><body>
<form id="post"><textarea id="words" aria-label="Post"></textarea><input id="file" type="file" multiple>
<button type="button" id="add">Add a picture</button></form>
<form id="other"><textarea id="reply" aria-label="Reply"></textarea></form>
<div data-testid="primaryColumn"><textarea id="column" aria-label="Post"></textarea><div><input id="inline" type="file"></div></div>
<input id="anywhere" type="file"><p id="away" tabindex="0">Elsewhere</p></body></html>`;

const FILES: Readonly<Record<string, Buffer>> = {
  "place.jpg": jpeg({ place: true, time: true }),
  "time.png": png({ time: true, little: false }),
  "place.webp": webp({ place: true }),
  "place.heic": heic({ place: true, time: true }),
  "long.jpg": jpeg({ place: true }, 3_000_000),
  "plain.jpg": jpeg(),
  "broken.jpg": jpeg({ place: true }).subarray(0, 40),
  "film.mp4": Buffer.from("no film"),
  "words.txt": Buffer.from("no picture"),
};

let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "forepost-pictures-"));
  await Promise.all(Object.entries(FILES).map(([name, bytes]) => writeFile(join(folder, name), bytes)));
});
after(() => rm(folder, { recursive: true, force: true }));

async function open(browser: Browser): Promise<Page> {
  browser.server.serve("/pictures", { body: PAGE });
  const page = await browser.newPage("https://x.com/pictures");
  await page.bringToFront();
  await page.focus("#words");
  return page;
}

async function choose(page: Page, selector: string, ...names: string[]): Promise<void> {
  const input = (await page.$(selector)) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(...names.map((name) => join(folder, name)));
}

/** As a drop or a paste brings files to a page; answers whether the page's own listener was the only one to be heard. */
const bring = (page: Page, type: "drop" | "paste", name: string) =>
  page.evaluate(
    (kind, called, base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], called, { type: "image/jpeg" }));
      const options = { bubbles: true, cancelable: true, composed: true };
      const event =
        kind === "drop"
          ? new DragEvent("drop", { ...options, dataTransfer: data })
          : new ClipboardEvent("paste", { ...options, clipboardData: data });
      return document.querySelector("#words")?.dispatchEvent(event);
    },
    type,
    name,
    FILES[name]?.toString("base64") ?? "",
  );

/** Everything of ours that can be read on the page. */
const told = (browser: Browser, page: Page) =>
  browser.inClosedRoots(page, (roots) => roots.map((root) => root.textContent).join(" "), null);

inEachBrowser("a picture", (browser) => {
  for (const [name, pill] of [
    ["place.jpg", "Caution 2"],
    ["time.png", "Caution 2"],
    ["place.webp", "Caution 2"],
    ["place.heic", "Caution 2"],
    ["long.jpg", "Caution 2"],
    ["plain.jpg", "Advice 1"],
    ["broken.jpg", "Advice 1"],
    ["film.mp4", "Advice 1"],
  ] as const) {
    test(`chosen from a file is told of: ${name}`, async () => {
      const page = await open(browser());
      await choose(page, "#file", name);
      await page.focus("#words");
      await pillSays(browser(), page, pill);
    });
  }

  test("is told of after a drop, and in Chromium a paste, and the event goes its way", async () => {
    // No page, and no driver, can make up a paste of files in Firefox.
    for (const type of browser().name === "chrome" ? (["drop", "paste"] as const) : (["drop"] as const)) {
      const page = await open(browser());
      assert.equal(await bring(page, type, "place.jpg"), true);
      await pillSays(browser(), page, "Caution 2");
    }
  });

  test("is one of several: the reminder comes once, and so does what any of them stores", async () => {
    const page = await open(browser());
    await choose(page, "#file", "plain.jpg", "place.jpg", "words.txt", "time.png");
    await page.focus("#words");
    await pillSays(browser(), page, "Caution 2");
    assert.equal(await bring(page, "drop", "plain.jpg"), true);
    await page.keyboard.type("NHS 943 476 5919");
    await pillSays(browser(), page, "Serious 3");
  });

  test("waits for the composer of its own form", async () => {
    const page = await open(browser());
    await choose(page, "#file", "place.jpg");
    await page.focus("#reply");
    await page.keyboard.type("NHS 943 476 5919");
    await pillSays(browser(), page, "Serious 1");
    await page.focus("#words");
    await pillSays(browser(), page, "Caution 2");
  });

  test("that comes in elsewhere belongs to the post that is being written", async () => {
    const page = await open(browser());
    await choose(page, "#anywhere", "plain.jpg");
    await pillSays(browser(), page, "Advice 1");
  });

  test("that comes in elsewhere belongs to the post whose button was pressed for it", async () => {
    const page = await open(browser());
    await page.click("#add");
    await choose(page, "#anywhere", "place.jpg");
    await page.focus("#reply");
    await page.keyboard.type("NHS 943 476 5919");
    await pillSays(browser(), page, "Serious 1");
    await page.focus("#words");
    await pillSays(browser(), page, "Caution 2");
  });

  test("that comes in elsewhere belongs to the post whose label was pressed for it", async () => {
    const page = await open(browser());
    await page.evaluate(() => {
      const label = document.createElement("label");
      label.htmlFor = "anywhere";
      label.id = "label";
      label.textContent = "Add a picture";
      document.querySelector("#post")?.append(label);
      document.querySelector("#anywhere")?.addEventListener("click", (event) => event.preventDefault());
    });
    await page.click("#label");
    await choose(page, "#anywhere", "place.jpg");
    await page.focus("#words");
    await pillSays(browser(), page, "Caution 2");
  });

  test("is not told of at the post that something else was pressed in before", async () => {
    const page = await open(browser());
    await page.click("#add");
    // The window for choosing a file would stay open.
    await page.$eval("#anywhere", (input) => input.addEventListener("click", (event) => event.preventDefault()));
    await page.click("#anywhere");
    await choose(page, "#anywhere", "place.jpg");
    await page.focus("#words");
    await choose(page, "#file", "plain.jpg");
    await page.keyboard.type("NHS 943 476 5919");
    await pillSays(browser(), page, "Serious 2");
  });

  test("waits for the composer that its site has in the same place", async () => {
    const page = await open(browser());
    await page.click("#away");
    await choose(page, "#inline", "place.jpg");
    await page.focus("#column");
    await pillSays(browser(), page, "Caution 2");
  });

  test("that has to do with no post is not told of at any", async () => {
    const page = await open(browser());
    await page.click("#away");
    await choose(page, "#anywhere", "place.jpg");
    await page.focus("#words");
    // By the time that this one is told of the one before it would be, and what it stores.
    await choose(page, "#file", "plain.jpg");
    await page.keyboard.type("NHS 943 476 5919");
    await pillSays(browser(), page, "Serious 2");
  });

  test("is no longer told of when its post has gone", async () => {
    const page = await open(browser());
    await choose(page, "#file", "place.jpg");
    await page.focus("#words");
    await pillSays(browser(), page, "Caution 2");
    await page.keyboard.type("A good day");
    await page.focus("#away");
    await pillGoes(browser(), page);
    // As a site empties its composer.
    await page.evaluate(() => {
      (document.querySelector("#words") as HTMLTextAreaElement).value = "";
    });
    await page.focus("#words");
    await page.keyboard.type("Next, NHS 943 476 5919");
    await pillSays(browser(), page, "Serious 1");
  });

  test("that is none says nothing", async () => {
    const page = await open(browser());
    await choose(page, "#file", "words.txt");
    await page.focus("#words");
    await page.keyboard.type("NHS 943 476 5919");
    await pillSays(browser(), page, "Serious 1");
  });

  test("asks the network for nothing, and its file is as it was", async () => {
    const page = await open(browser());
    const before = browser().server.requests.length;
    await choose(page, "#file", "place.jpg");
    await page.focus("#words");
    await pillSays(browser(), page, "Caution 2");
    const bytes = await page.evaluate(async () => {
      const file = (document.querySelector("#file") as HTMLInputElement).files?.[0];
      return file ? [...new Uint8Array(await file.arrayBuffer())] : [];
    });
    assert.deepEqual(Buffer.from(bytes), FILES["place.jpg"]);
    assert.deepEqual(
      browser()
        .server.requests.slice(before)
        .filter(({ host }) => host === "x.com"),
      [],
    );
    assert.doesNotMatch(await told(browser(), page), /52|57|latitude/i);
    assert.ok(await pillOf(browser(), page));
    assert.deepEqual(await browser().errors(), []);
    await waitFor(
      "the page to say nothing of it",
      () => page.evaluate(() => document.body.innerText.includes("taken")),
      (is) => !is,
    );
  });
});
