/** The pill: what it counts, where it stands, and that it is in nobody's way. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { type Browser, inEachBrowser, marks, type Rect, waitFor } from "./harness/index.ts";
import { pillGoes, pillOf, pillSays } from "./panel/pill.ts";

const NUMBER = "943 476 5919";
const POSTCODE = "LN1 3AB";
const POST = `NHS ${NUMBER} of someone at ${POSTCODE} today`;

/** A composer with a tool bar under it, as most sites have, and room to scroll. */
const PAGE = `<!doctype html><html lang="en"><title>Write</title><link rel="stylesheet" href="/pill.css">
<h1 id="top">A site</h1>
<div id="rich" contenteditable="true" role="textbox" aria-label="Post"></div>
<textarea id="area" aria-label="Post"></textarea>
<div id="bar"><button id="picture" type="button">Picture</button><button id="post" type="button">Post</button></div>
<div id="below"></div></html>`;
const STYLE = `body { font: 18px/1.5 sans-serif; margin: 20px; } #below { height: 2000px; }
#bar { display: flex; justify-content: space-between; width: 500px; } #bar button { font: inherit; padding: 8px; }
[contenteditable], textarea { display: block; box-sizing: border-box; width: 500px; min-height: 60px; font: inherit;
  border: 1px solid; padding: 8px; margin: 0; white-space: pre-wrap; }`;

async function open(browser: Browser, composer: string, text = POST): Promise<Page> {
  browser.server.serve("/pill", { body: PAGE });
  browser.server.serve("/pill.css", { body: STYLE, type: "text/css" });
  const page = await browser.newPage("https://x.com/pill");
  await page.setViewport({ width: 800, height: 600 });
  await page.bringToFront();
  await page.focus(composer);
  await page.keyboard.type(text);
  return page;
}

/** A page of this body, and what is written in its composer. */
async function openWith(browser: Browser, body: string, style: string, composer: string | null): Promise<Page> {
  browser.server.serve("/held", {
    body: `<!doctype html><html lang="en"><title>Write</title><link rel="stylesheet" href="/held.css">${body}</html>`,
  });
  browser.server.serve("/held.css", { body: style, type: "text/css" });
  const page = await browser.newPage("https://x.com/held");
  await page.setViewport({ width: 800, height: 600 });
  await page.bringToFront();
  if (!composer) return page;
  await page.focus(composer);
  await page.keyboard.type(POST);
  return page;
}

const meet = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const rectOf = (page: Page, selector: string): Promise<Rect> =>
  page.$eval(selector, (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  });

/** Waits until the pill stands by the composer's edge, wherever that is by now. */
const standsBy = (browser: Browser, page: Page, composer: string) =>
  waitFor(
    "the pill to stand by the composer",
    async () => ({ pill: await pillOf(browser, page), box: await rectOf(page, composer) }),
    ({ pill, box }) => {
      if (!pill) return false;
      const { x, y, width, height } = pill.rect;
      const wide = { x: box.x - 5, y: box.y - 5, width: box.width + 10, height: box.height + 10 };
      return meet({ x, y, width, height }, wide) && !meet(pill.rect, box);
    },
  );

/** How often something of ours changes while sixty frames are drawn, in a page that scrolls or one that does not. */
const changesIn = (browser: Browser, page: Page, scrolls: boolean): Promise<number> =>
  browser.inClosedRoots(
    page,
    async (roots, scrolling) => {
      let changes = 0;
      const observer = new MutationObserver((records) => {
        changes += records.length;
      });
      for (const root of roots) observer.observe(root, { subtree: true, attributes: true, childList: true });
      for (let frame = 0; frame < 60; frame++) {
        if (scrolling) scrollBy(0, 1);
        await new Promise((drawn) => requestAnimationFrame(drawn));
      }
      observer.disconnect();
      return changes;
    },
    scrolls,
  );

inEachBrowser("the pill", (browser) => {
  for (const composer of ["#rich", "#area"]) {
    test(`counts what is found and says how grave it is, beside the box: ${composer}`, async () => {
      const page = await open(browser(), composer);
      const pill = await pillSays(browser(), page, "Serious 2");
      assert.equal(pill.name, "Serious 2 things to look at");
      assert.ok(pill.rect.height >= 24 && pill.rect.width >= 24, "it is too small to be pressed");
      assert.ok(pill.onTop, "something lies over it");
      assert.ok(!meet(pill.rect, await rectOf(page, composer)), "it covers what is written");
      for (const control of ["#picture", "#post"]) {
        assert.ok(!meet(pill.rect, await rectOf(page, control)), `it covers ${control}`);
      }
      await browser().screenshot(page, `pill-${composer.slice(1)}`);
    });

    test(`is there only while there is something to look at: ${composer}`, async () => {
      const page = await open(browser(), composer, "Nothing of note today");
      assert.equal(await pillOf(browser(), page), null);
      await page.keyboard.type(` ${POSTCODE}`);
      await pillSays(browser(), page, "Serious 1");
      for (const _ of POSTCODE) await page.keyboard.press("Backspace");
      await pillGoes(browser(), page);
    });
  }

  test("has a shape of its own for each severity", async () => {
    const page = await open(browser(), "#rich");
    const serious = await pillSays(browser(), page, "Serious 2");
    await page.evaluate(() => document.execCommand("selectAll"));
    await page.keyboard.type("please sign the petition about it");
    const other = await waitFor(
      "another severity",
      () => pillOf(browser(), page),
      (seen) => seen !== null && !seen.words.startsWith("Serious"),
    );
    assert.notEqual(other?.icon, serious.icon);
  });

  test("takes no focus when it is pressed with the mouse", async () => {
    const page = await open(browser(), "#area");
    const { rect } = await pillSays(browser(), page, "Serious 2");
    await page.mouse.move(rect.x + rect.width / 2, rect.y + rect.height / 2);
    await page.mouse.down();
    assert.equal(await page.evaluate(() => document.activeElement?.id), "area");
    assert.equal((await pillOf(browser(), page))?.hasFocus, false);
  });

  test("goes with the box when the page is scrolled, the box grows, or something pushes it", async () => {
    const page = await open(browser(), "#area");
    await pillSays(browser(), page, "Serious 2");
    await page.evaluate(() => scrollBy(0, 30));
    await standsBy(browser(), page, "#area");
    await page.$eval("#area", (area) => (area as HTMLElement).style.setProperty("height", "200px"));
    await standsBy(browser(), page, "#area");
    await page.$eval("#top", (top) => (top as HTMLElement).style.setProperty("height", "140px"));
    await standsBy(browser(), page, "#area");
    await page.evaluate(() => scrollTo(0, 1000));
    await pillGoes(browser(), page);
    await page.evaluate(() => scrollTo(0, 0));
    await standsBy(browser(), page, "#area");
  });

  test("does nothing while nothing changes", async () => {
    const page = await open(browser(), "#rich");
    await pillSays(browser(), page, "Serious 2");
    assert.equal(await changesIn(browser(), page, false), 0);
    assert.ok((await changesIn(browser(), page, true)) > 0, "scrolling would have been seen");
  });

  test("stays inside a box that leaves no room beside it, in a corner where nothing is written", async () => {
    const page = await open(browser(), "#area");
    await page.$eval("#area", (area) => {
      const fill = { position: "fixed", inset: "0", width: "100vw", height: "100vh", "z-index": "9" };
      for (const [name, value] of Object.entries(fill)) (area as HTMLElement).style.setProperty(name, value);
    });
    const [pill] = await waitFor(
      "the pill in the box",
      async () => [await pillOf(browser(), page), await marks(browser(), page)] as const,
      ([seen]) => seen !== null && seen.rect.y > 500,
    );
    assert.ok(pill && pill.rect.x + pill.rect.width <= 800 && pill.rect.y + pill.rect.height <= 600);
  });

  for (const [what, body] of [
    ["the page", '<textarea id="held" aria-label="Post"></textarea>'],
    [
      "a dialog",
      '<dialog id="dialog" aria-label="New post"><textarea id="held" aria-label="Post"></textarea></dialog>',
    ],
  ] as const) {
    test(`stands by the composer and looks as ever where ${what} is zoomed`, async () => {
      const page = await openWith(browser(), body, "html:not(:has(dialog)), dialog { zoom: 1.5; }", null);
      await page.evaluate(() => document.querySelector("dialog")?.showModal());
      await page.focus("#held");
      await page.keyboard.type(POST);
      await standsBy(browser(), page, "#held");
      assert.equal((await pillOf(browser(), page))?.rect.height, 28);
    });
  }

  for (const position of ["fixed", "absolute"]) {
    test(`stands by a composer that what holds it does not cut off: ${position}`, async () => {
      const holder = '<div id="holder"><textarea id="held" aria-label="Post"></textarea></div>';
      const style = `#holder { overflow: hidden; height: 1px; } #held { position: ${position}; left: 60px; top: 200px; }`;
      const page = await openWith(browser(), holder, style, "#held");
      await standsBy(browser(), page, "#held");
      const seen = await waitFor(
        "both marks",
        () => marks(browser(), page),
        (all) => all.length === 2,
      );
      assert.deepEqual(
        seen.map(({ text }) => text),
        [NUMBER, POSTCODE],
      );
    });
  }

  test("goes when the composer is scrolled out of what holds the shadow tree that it stands in", async () => {
    const holder = '<div id="before"></div><div id="holder"><div id="host"></div><div id="rest"></div></div>';
    const style = "#before { height: 300px; } #holder { overflow: auto; height: 150px; } #rest { height: 900px; }";
    const page = await openWith(browser(), holder, style, null);
    await page.$eval("#host", (host) => {
      const area = document.createElement("textarea");
      host.attachShadow({ mode: "open" }).append(area);
      area.focus();
    });
    await page.keyboard.type(POST);
    await pillSays(browser(), page, "Serious 2");
    await page.$eval("#holder", (holder) => holder.scrollBy(0, 120));
    await pillGoes(browser(), page);
    await page.$eval("#holder", (holder) => holder.scrollBy(0, -120));
    await pillSays(browser(), page, "Serious 2");
  });

  test("covers no button, however small", async () => {
    const buttons = [12, 40, 68, 90].map(
      (right) => `<button id="at-${right}" type="button" aria-label="Send"></button>`,
    );
    const body = `<div id="box"><textarea id="held" aria-label="Post"></textarea>${buttons.join("")}</div>`;
    const at = [12, 40, 68, 90].map((right) => `#at-${right} { right: ${right}px; }`);
    const style = `#box { position: relative; width: 500px; } #held { display: block; width: 100%; height: 60px; }
      button { position: absolute; top: 100%; width: 18px; height: 18px; padding: 0; display: none; } .shown { display: block; }
      ${at.join(" ")}`;
    for (const right of [12, 40, 68, 90]) {
      const page = await openWith(browser(), body, style, null);
      await page.$eval(`#at-${right}`, (button) => button.classList.add("shown"));
      await page.focus("#held");
      await page.keyboard.type(POST);
      const { rect } = await pillSays(browser(), page, "Serious 2");
      assert.ok(!meet(rect, await rectOf(page, `#at-${right}`)), `it covers the button ${right} px from the right`);
    }
  });

  test("comes along when the page shows its composer on the full screen", async () => {
    const page = await openWith(
      browser(),
      '<main><textarea id="held" aria-label="Post"></textarea></main>',
      "",
      "#held",
    );
    await pillSays(browser(), page, "Serious 2");
    await page.$eval("main", (main) => main.requestFullscreen());
    await waitFor("the full screen", () => page.evaluate(() => document.fullscreenElement !== null));
    await waitFor("the pill on top of it", async () => (await pillOf(browser(), page))?.onTop);
  });

  test("goes when the composer is left, and with it every trace", async () => {
    const page = await open(browser(), "#area");
    await pillSays(browser(), page, "Serious 2");
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await waitFor(
      "nothing of ours in the page",
      () => page.evaluate(() => [...document.documentElement.children].map(({ localName }) => localName).join(" ")),
      (seen) => seen === "head body",
    );
  });

  test("leaves no error behind", async () => {
    assert.deepEqual(await browser().errors(), []);
  });
});

inEachBrowser(
  "on paper",
  (browser) => {
    test("nothing of Forepost's is printed", async () => {
      const page = await open(browser(), "#rich");
      await pillSays(browser(), page, "Serious 2");
      await page.emulateMediaType("print");
      await pillGoes(browser(), page);
      // A look into the closed tree ends what was chosen for the page.
      await page.emulateMediaType("screen");
      await page.emulateMediaType("print");
      const line = await page.$eval(
        "#rich",
        (rich) => getComputedStyle(rich, "::highlight(line-3)").textDecorationLine,
      );
      assert.equal(line, "none");
      await page.emulateMediaType("screen");
      await pillSays(browser(), page, "Serious 2");
    });
  },
  // Firefox prints a copy of the document, which has none of it, and shows no page as if it was printed.
  { browsers: ["chrome"] },
);
