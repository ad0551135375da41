/** What is read is what the person sees, whatever an editor's DOM is like; and every unit of it leads back to its place. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { build } from "esbuild";
import type { Page } from "puppeteer-core";
import { type Browser, inEachBrowser } from "./harness/index.ts";

let script = "";
before(async () => {
  const made = await build({
    entryPoints: ["tests/browser/read/page.ts"],
    bundle: true,
    write: false,
    format: "iife",
    charset: "utf8",
  });
  script = made.outputFiles[0]?.text ?? "";
});

async function open(browser: Browser): Promise<Page> {
  const body =
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Read</title><body><script src="/read.js"></script>';
  browser.server.serve("/read", { body, csp: null });
  browser.server.serve("/read.js", { body: script, type: "text/javascript; charset=utf-8" });
  return browser.newPage("https://unknown.example/read");
}

const SEEN = "border: 0; clip: rect(0 0 0 0); height: 1px; width: 1px; overflow: hidden; position: absolute";

/** What stands in the DOM, and what is read. */
const CASES: readonly (readonly [string, string, string])[] = [
  ["nested blocks", "<div><div>one</div><div><p>two</p></div></div><section>three</section>", "one\ntwo\nthree"],
  ["a bare first line", "one<div>two</div><div><br></div><div>three</div>", "one\ntwo\n\nthree"],
  ["broken lines", "<p>one<br>two<br></p><p>three</p>", "one\ntwo\nthree"],
  ["a list", "<ul><li>one</li><li>two<ul><li>three</li></ul></li></ul>after", "one\ntwo\nthree\nafter"],
  ["a table", "<table><tr><td>one</td><td>two</td></tr><tr><td>three</td></tr></table>", "one\ntwo\nthree"],
  ["spaces that do not break", "NHS\u00a0943\u00a0476", "NHS\u00a0943\u00a0476"],
  ["white space that is not shown", "<p>\n  one\n  <b>two</b>\n</p>", "one two "],
  [
    "a mention",
    'with <span contenteditable="false" data-lexical-text="true">Jo Smith</span> today',
    "with Jo Smith today",
  ],
  [
    "a mention with a way to take it out",
    'with <span contenteditable="false">Jo<span role="button">×</span></span>today',
    "with Jo today",
  ],
  [
    "a mention in a box of its own",
    'with <span contenteditable="false" style="display: inline-flex"><svg></svg><span>Jo</span></span> today',
    "with Jo today",
  ],
  ["a label over an island", 'one<span contenteditable="false"><label>Poll</label></span>two', "one two"],
  ["emoji as images", '<img alt="😀">one<img alt="👩‍🚒">', "😀one👩‍🚒"],
  ["emoji by name", '<span role="img" aria-label="🚑"></span> one', "🚑 one"],
  ["a picture", 'one<img alt="a cat">two', "one two"],
  ["a video", "one<video>Your browser plays no video</video>two", "one two"],
  ["words for screen readers alone", `one<span contenteditable="false" style="${SEEN}">mention</span> two`, "one two"],
  [
    "a placeholder",
    '<span contenteditable="false" aria-hidden="true" style="position: absolute">What is happening?</span>one',
    "one",
  ],
  [
    "what is not shown",
    'one<span style="display: none">two</span><span style="visibility: hidden">three</span>',
    "one",
  ],
  [
    "what is hidden from screen readers alone",
    'with <span contenteditable="false" aria-hidden="true">@Jo</span>',
    "with @Jo",
  ],
  ["words above words", "<ruby>漢字<rp>(</rp><rt>kanji</rt><rp>)</rp></ruby> today", "漢字 kanji today"],
  ["right to left", "<p dir='rtl'>שלום 943 <b>476</b> עולם</p>", "שלום 943 476 עולם"],
  ["caret holders", "<p>\uFEFFone\u200B<span>\u2060</span>two</p>", "onetwo"],
  ["joiners", "<p>👨‍👩‍👧 क्‍ष</p>", "👨‍👩‍👧 क्‍ष"],
  ["a row of boxes", '<div style="display: flex"><div>one</div><div>two</div></div><div>three</div>', "one two\nthree"],
];

inEachBrowser(
  "a composer",
  (browser) => {
    test("is read as the person sees it", async () => {
      const page = await open(browser());
      for (const [what, html, text] of CASES) {
        const seen = await page.evaluate((html) => window.readComposer(html), html);
        assert.equal(seen.text, text, what);
        assert.deepEqual(seen.astray, [], what);
        assert.equal(seen.shown.replace(/\s+/g, ""), text.replace(/\s+/g, ""), what);
      }
    });

    for (const seed of [1, 2, 3]) {
      test(`made up by chance leads every unit back to its place (seed ${seed})`, async () => {
        const page = await open(browser());
        assert.equal(await page.evaluate((seed) => window.readRandom(seed, 1000), seed), null);
      });
    }
  },
  { extension: null },
);
