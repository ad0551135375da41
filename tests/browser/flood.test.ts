/** A page that changes itself a thousand times a second costs a drawing a frame at most, and no scan for nothing. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { type Browser, inEachBrowser, marks, waitFor } from "./harness/index.ts";
import { asked, openSession, probe } from "./session/drive.ts";

const TEXT = "one two three";
const FRAMES = 60;
/** Twenty in every frame are over a thousand a second. */
const A_FRAME = 20;

/** What the page does to itself, over and over. */
type Flood = "the same text again" | "another text each time" | "elsewhere";

/** Floods the page for a second, and counts what was drawn meanwhile. */
const flood = (page: Page, what: Flood) =>
  page.evaluate(
    async (what, frames, each) => {
      const rich = document.getElementById("rich") as HTMLElement;
      const beside = document.body.appendChild(document.createElement("p"));
      const own = CSS.highlights.set;
      let drawn = 0;
      CSS.highlights.set = (...call) => {
        drawn++;
        return own.apply(CSS.highlights, call);
      };
      const last = document.createTreeWalker(rich, NodeFilter.SHOW_TEXT).nextNode() as Text;
      for (let frame = 0; frame < frames; frame++) {
        for (let time = 0; time < each; time++) {
          if (what === "elsewhere") beside.textContent = `${frame}.${time}`;
          else if (what === "the same text again") last.replaceData(0, 1, last.data.slice(0, 1));
          else last.data = last.data.endsWith("!") ? last.data.slice(0, -1) : `${last.data}!`;
        }
        if (what === "another text each time" && frame % 2 === 0) last.data = `${last.data.replace(/!$/, "")}!`;
        await new Promise((next) => requestAnimationFrame(next));
      }
      last.data = last.data.replace(/!$/, what === "another text each time" ? "." : "");
      CSS.highlights.set = own;
      beside.remove();
      return drawn;
    },
    what,
    FRAMES,
    A_FRAME,
  );

async function openMarked(browser: Browser): Promise<Page> {
  const page = await openSession(browser, "#rich");
  await page.keyboard.type(TEXT);
  await probe(page, "answer", await asked(page, TEXT), [["serious", 4, 7]]);
  await marked(browser, page);
  return page;
}

const marked = (browser: Browser, page: Page) =>
  waitFor(
    "a mark on “two”",
    async () => (await marks(browser, page)).map(({ text }) => text),
    (seen) => seen.join() === "two",
  );
const scans = async (page: Page) => (await probe(page, "texts")).length;

inEachBrowser(
  "a flood of changes",
  (browser) => {
    for (const [what, most] of [
      ["the same text again", FRAMES + 1],
      ["elsewhere", 0],
    ] as const) {
      test(`is drawn once a frame, and scanned not at all: ${what}`, async () => {
        const page = await openMarked(browser());
        const before = await scans(page);
        const drawn = await flood(page, what);
        assert.ok(drawn <= most, `${drawn} drawings in ${FRAMES} frames of ${A_FRAME} changes`);
        assert.equal(await scans(page), before);
        await marked(browser(), page);
      });
    }

    test("of another text each time is scanned when it rests, and the mark is where it belongs", async () => {
      const page = await openMarked(browser());
      const before = await scans(page);
      const drawn = await flood(page, "another text each time");
      assert.ok(drawn <= FRAMES + 1, `${drawn} drawings in ${FRAMES} frames of ${A_FRAME} changes`);
      const last = await asked(page, `${TEXT}.`);
      assert.ok(last - before < FRAMES / 4, `${last - before} scans of a text that never rested`);
      await probe(page, "answer", last, [["serious", 4, 7]]);
      await marked(browser(), page);
      assert.equal(await page.$eval("#rich", (rich) => rich.textContent), `${TEXT}.`);
    });

    test("leaves no error behind", async () => {
      assert.deepEqual(await browser().errors(), []);
    });
  },
  { extension: null },
);
