/** A page that holds the page behind its dialog still: what is Forepost's scrolls all the same. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { cardHasFocus, cardOf } from "./card/seen.ts";
import { type Browser, inEachBrowser, type Rect, waitFor } from "./harness/index.ts";
import { pillSays } from "./panel/pill.ts";
import { panelOf, panelShows } from "./panel/seen.ts";

const DRAFT = "NHS 943 476 5919 of someone at LN1 3AB, ring 07700 900123, and their NHS 401 023 2137";

const COMPOSER = `<textarea id="composer" aria-label="Post"></textarea>`;
const PAGE = (
  box: string,
) => `<!doctype html><html lang="en"><title>Write</title><link rel="stylesheet" href="/locks.css">
<p id="behind">Behind</p>${box}<script src="/locks.js"></script></html>`;
const STYLE = `#box { padding: 4px; } textarea { display: block; width: 340px; height: 60px; font: 14px/1.3 sans-serif; }
body { margin: 4px; height: 3000px; touch-action: none; } p { margin: 0; }`;

/** What it lets be scrolled, of those who hear of it first or last: nothing beside its box, or nothing that cannot scroll. */
const SCRIPT = `window.held = [];
const box = document.getElementById("box");
const scrolls = (at) => at && at !== document.body && (at.scrollHeight > at.clientHeight && getComputedStyle(at).overflowY === "auto"
  || scrolls(at.parentElement));
const lets = { beside: ({ target }) => box.contains(target), still: ({ target }) => scrolls(target) };
window.lock = (by, capture) => {
  for (const type of ["wheel", "mousewheel", "DOMMouseScroll", "MozMousePixelScroll", "touchmove"]) {
    document.addEventListener(type, (event) => {
      if (lets[by](event)) return;
      held.push(type);
      event.preventDefault();
    }, { capture, passive: false });
  }
};`;

/** Pages that lock, and whether our element stands in their box or beside it. */
const LOCKS = {
  "beside a box of its own": { box: `<div id="box">${COMPOSER}</div>`, lock: `lock("beside", false)` },
  "beside a box of its own, heard first": { box: `<div id="box">${COMPOSER}</div>`, lock: `lock("beside", true)` },
  "all of a dialog that does not scroll": {
    box: `<div id="box" role="dialog" aria-label="New post">${COMPOSER}</div>`,
    lock: `lock("still", false)`,
  },
};
type Lock = keyof typeof LOCKS;

async function open(browser: Browser, lock: Lock): Promise<Page> {
  browser.server.serve("/locks", { body: PAGE(LOCKS[lock].box) });
  browser.server.serve("/locks.css", { body: STYLE, type: "text/css" });
  browser.server.serve("/locks.js", { body: SCRIPT, type: "text/javascript" });
  const page = await browser.newPage("https://x.com/locks");
  await page.setViewport({ width: 360, height: 260, hasTouch: true });
  await page.bringToFront();
  await page.evaluate(LOCKS[lock].lock);
  await page.focus("#composer");
  await page.keyboard.type(DRAFT);
  await pillSays(browser, page, "Serious 4");
  return page;
}

/** How far the body of what is open is scrolled, and how far it could be. */
const scrolled = (browser: Browser, page: Page) =>
  browser.inClosedRoots(
    page,
    (roots) => {
      const body = roots.map((root) => root.querySelector(".card:popover-open .body")).find((one) => one);
      return body ? { at: body.scrollTop, most: body.scrollHeight - body.clientHeight } : null;
    },
    null,
  );

const held = (page: Page) => page.evaluate(() => (window as unknown as { held: string[] }).held.splice(0));

const OPENED = {
  panel: async (browser: Browser, page: Page): Promise<Rect> => {
    await browser.pressCommand(page, "open-panel");
    await panelShows(browser, page, "four entries", ({ entries }) => entries.length === 4);
    return (await panelOf(browser, page))?.rect as Rect;
  },
  card: async (browser: Browser, page: Page): Promise<Rect> => {
    await browser.pressCommand(page, "next-finding");
    await cardHasFocus(browser, page);
    return (await cardOf(browser, page))?.rect as Rect;
  },
};

inEachBrowser("a page that locks scrolling", (browser) => {
  for (const lock of Object.keys(LOCKS) as Lock[])
    for (const [name, opens] of Object.entries(OPENED)) {
      test(`has the ${name} scroll by the wheel: ${lock}`, async () => {
        const page = await open(browser(), lock);
        const { x, y, width, height } = await opens(browser(), page);
        const { most = 0 } = (await scrolled(browser(), page)) ?? {};
        assert.ok(most > 20, `there is nothing to scroll, only ${most}`);
        await page.mouse.move(x + width / 2, y + height / 2);
        await page.mouse.wheel({ deltaY: 60 });
        await waitFor(
          "it to scroll",
          () => scrolled(browser(), page),
          (seen) => (seen?.at ?? 0) > 0,
        );
        assert.deepEqual(await held(page), []);
        assert.equal(await page.evaluate(() => scrollY), 0);
      });

      test(`holds back no finger that moves on the ${name}: ${lock}`, async () => {
        const page = await open(browser(), lock);
        const { x, y, width, height } = await opens(browser(), page);
        const drag = async (left: number, top: number) => {
          const touch = await page.touchscreen.touchStart(left, top);
          for (const up of [4, 12, 24, 40]) await touch.move(left, top - up);
          await touch.end();
        };
        await drag(x + width / 2, y + height / 2);
        // The finger of Firefox's driver is no finger to what scrolls there.
        if (browser().name === "chrome") {
          await waitFor(
            "it to scroll",
            () => scrolled(browser(), page),
            (seen) => (seen?.at ?? 0) > 0,
          );
        }
        assert.deepEqual(await held(page), []);
        await page.keyboard.press("Escape");
        await waitFor("it to close", async () => (await scrolled(browser(), page)) === null);
        // The page does hear what is moved over it.
        await drag(300, 240);
        assert.ok((await held(page)).includes("touchmove"));
      });
    }

  test("leaves no error behind", async () => {
    assert.deepEqual(await browser().errors(), []);
  });
});
