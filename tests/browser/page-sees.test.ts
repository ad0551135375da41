/**
 * What a page can see. One that looks by every means is visited with the extension and without: before anything is
 * found, while something is marked, while its card is open, and afterwards. What it sees more, or otherwise, is held to
 * the table in docs/privacy.md; and what the table admits must be there to see.
 */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Page } from "puppeteer-core";
import { press } from "../editors/drive.ts";
import {
  BROWSERS,
  type Browser,
  type BrowserName,
  ExtensionCopy,
  openBrowser,
  shipped,
  waitFor,
} from "./harness/index.ts";
import { type Admitted, admitted, MOMENTS, type Moment, rowOf } from "./spy/admitted.ts";
import type { Spy } from "./spy/page.ts";
import { COMPOSERS, type Composer, openSpied } from "./spy/serve.ts";

type Visit = Readonly<Record<Moment, readonly string[]>>;
type Signs = ReturnType<Spy["signs"]>;

const signs = (page: Page) => page.evaluate(() => window.spy.signs());
const isMarked = ({ highlights, elements }: Signs) => highlights.length + elements > 0;

/** A person writes, sees a mark, reads its card, deletes what was marked and goes elsewhere. */
async function visit(browser: Browser, composer: Composer, isExtended: boolean): Promise<Visit> {
  const page = await openSpied(browser, composer);
  const when = async (condition: (signs: Signs) => boolean) => {
    if (isExtended) await waitFor("the extension", () => signs(page), condition);
    return page.evaluate(() => window.spy.report());
  };
  await page.keyboard.type("A long day with a good crew. ");
  // Nothing tells a page that a scan has found nothing.
  await page.evaluate(() => window.spy.quiet());
  const before = await page.evaluate(() => window.spy.report());
  await page.keyboard.type("NHS 943 476 5919");
  const marked = await when(isMarked);
  await browser.pressCommand(page, "next-finding");
  const card = await when(({ focused }) => focused !== "composer");
  await press(page, "Escape");
  if (isExtended)
    await waitFor(
      "the caret",
      () => signs(page),
      ({ focused }) => focused === "composer",
    );
  await press(page, "Control+a");
  await press(page, "Delete");
  const unmarked = await when(({ highlights }) => highlights.length === 0);
  await page.focus("#other");
  const left = await when((now) => !isMarked(now));
  await browser.closePages();
  return { before, marked, card, unmarked, left };
}

/** The visits of each composer, in one browser after the other. */
async function visits(name: BrowserName, extension: string | null): Promise<Record<Composer, Visit>> {
  const browser = await openBrowser(name, { extension });
  try {
    const isExtended = extension !== null;
    const textarea = await visit(browser, "textarea", isExtended);
    return { textarea, contenteditable: await visit(browser, "contenteditable", isExtended) };
  } finally {
    await browser.close();
  }
}

const baselines = new Map<BrowserName, Promise<Record<Composer, Visit>>>();

function baseline(name: BrowserName): Promise<Record<Composer, Visit>> {
  const known = baselines.get(name) ?? visits(name, null);
  baselines.set(name, known);
  return known;
}

/** What is there with the extension only, and what is missing. */
async function differences(name: BrowserName, extension: string): Promise<Record<Moment, string[]>> {
  const [withIt, without] = [await visits(name, extension), await baseline(name)];
  const among = (moment: Moment, composer: Composer) => {
    const [seen, usual] = [withIt[composer][moment], without[composer][moment]];
    return [...seen.filter((fact) => !usual.includes(fact)), ...usual.filter((fact) => !seen.includes(fact))];
  };
  const of = (moment: Moment) => (Object.keys(COMPOSERS) as Composer[]).flatMap((composer) => among(moment, composer));
  return Object.fromEntries(MOMENTS.map((moment) => [moment, of(moment)])) as Record<Moment, string[]>;
}

let table: Admitted;
before(async () => {
  table = await admitted();
});

for (const name of BROWSERS) {
  describe(`what a page sees (${name})`, () => {
    test("is what docs/privacy.md admits, at each moment, and nothing else", async () => {
      const seen = await differences(name, shipped(name));
      for (const moment of MOMENTS) {
        const unadmitted = seen[moment].filter((fact) => !table[rowOf(fact)]?.includes(moment));
        assert.deepEqual(unadmitted, [], `${moment}: to be seen and not admitted`);
      }
      const rows = new Set(Object.values(seen).flat().map(rowOf));
      assert.deepEqual([...rows].sort(), Object.keys(table).sort(), "what is admitted is there");
    });

    test("of a copy that leaves traces is more, and each trace is seen", async () => {
      const traces = await ExtensionCopy.with(name, async (copy) => {
        await copy.append("content.js", LEAK);
        return differences(name, copy.folder);
      });
      const unadmitted = traces.before.filter((fact) => !table[rowOf(fact)]?.includes("before"));
      for (const trace of LEFT)
        assert.ok(
          unadmitted.some((fact) => trace.test(fact)),
          `${trace} is seen`,
        );
    });

    test("is nothing when it asks for files of the extension", async () => {
      const browser = await openBrowser(name);
      try {
        const page = await openSpied(browser, "contenteditable");
        for (const text of ["A good crew. ", "NHS 943 476 5919"]) {
          await page.keyboard.type(text);
          if (text.startsWith("NHS")) await waitFor("the mark", () => signs(page), isMarked);
          for (const file of ["manifest.json", "content.js", "icons/48.png"]) await compareFetches(browser, page, file);
        }
      } finally {
        await browser.close();
      }
    });
  });
}

/** Asks in turn for a file of ours and for the same of an extension that nobody has. */
async function compareFetches(browser: Browser, page: Page, file: string): Promise<void> {
  const own = browser.extensionUrl(file);
  const { host } = new URL(own);
  const other = own.replace(host, [...host].reverse().join(""));
  const { slower, outcomes } = await page.evaluate((...all) => window.spy.race(...all), own, other, PAIRS);
  assert.equal(outcomes.length, 1, `${file}: ${outcomes.join(", ")}`);
  // Firefox gives every installation an address of its own, so that no page knows what to ask for.
  if (browser.name === "chrome") {
    assert.ok(Math.abs(slower / PAIRS - 0.5) < 0.3, `${file}: ${slower} of ${PAIRS} answers took longer`);
  }
}

/** If neither address is special, each is the slower one half the time; four fifths of so many is one in a million. */
const PAIRS = 60;

/** A class, a style sheet, an event and a time mark on each page that it comes to. */
const LEAK = `
document.documentElement.classList.add("helped");
document.documentElement.dispatchEvent(new CustomEvent("focusin"));
const sheet = new CSSStyleSheet();
sheet.replaceSync("::highlight(line-1) { color: red }");
document.adoptedStyleSheets.push(sheet);
performance.mark("helped");`;
const LEFT = [
  /^element .*html:2\[class="helped"\]/,
  /^adopted sheet/,
  /^style .*highlight\(line-1\)/,
  /^performance mark helped/,
];
