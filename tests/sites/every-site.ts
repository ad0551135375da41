/** Every site's composers under its own host, nesting and security policy, with the extension that ships. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { SITES } from "../../extension/content/sites/index.ts";
import type { Surface } from "../../extension/shared/protocol.ts";
import { type Browser, type BrowserName, inEachBrowser, waitFor } from "../browser/harness/index.ts";
import { iconOf, NONE, PRIVATE } from "../browser/icon/seen.ts";
import { openPage, textIn, words, writeIn } from "./drive.ts";
import { FIXTURES } from "./index.ts";
import type { SitePage } from "./site.ts";

/** A page of the extension, to look at its icon from. */
const LOOKOUT = "pages/options.html";

const SECRET = "NHS 943 476 5919";

/** What is typed into a box, and the words that are marked in it only if its surface is known for what it is. */
const PROBES: Readonly<Record<Surface, { text: string; marked: readonly string[] }>> = {
  // A post, a reply and a message are marked alike; a bio would tell of its owner, and have neither.
  post: { text: "Had a busy one, 84 year old fell at home in Grantham", marked: ["84 year old", "Grantham"] },
  reply: { text: "Had a busy one, 84 year old fell at home in Grantham", marked: ["84 year old", "Grantham"] },
  message: { text: "Had a busy one, 84 year old fell at home in Grantham", marked: ["84 year old", "Grantham"] },
  // In a post neither would be; as a handle, the whole bio would.
  bio: { text: "Paramedic at EMAS. Dog person.", marked: ["Paramedic at EMAS"] },
  handle: { text: "EMAS press office", marked: ["EMAS press office"] },
};

/** Opens every page of every site's fixture in one browser. */
export function everySite(name: BrowserName): void {
  inEachBrowser("the site", suite, { browsers: [name] });
}

function suite(browser: () => Browser): void {
  test("has a fixture, whichever it is", () => {
    assert.deepEqual(FIXTURES.map(({ name }) => name).sort(), SITES.map(({ name }) => name).sort());
  });

  for (const site of FIXTURES) {
    for (const page of site.pages.filter(({ boxes }) => boxes.length > 0)) {
      test(`${site.name}: ${page.url}`, async () => {
        const own = page.boxes.some(({ surface }) => surface === null) ? await browser().extensionPage(LOOKOUT) : null;
        const tab = await openPage(browser(), site, page);
        if (own) await leavesAlone(browser(), own, tab, page);
        await reads(browser(), tab, page);
        await browser().screenshot(tab, nameOf(page), "target/test-screens/sites");
      });
    }
  }

  test("leaves no error behind", async () => {
    assert.deepEqual(await browser().errors(), []);
  });
}

/** Boxes that are nobody's business are never read, and the icon says so. */
async function leavesAlone(browser: Browser, own: Page, tab: Page, { boxes }: SitePage): Promise<void> {
  for (const box of boxes.filter(({ surface }) => surface === null)) {
    const where = await writeIn(tab, box, SECRET);
    await waitFor(
      `the icon to say that ${box.into} is never read`,
      () => iconOf(own),
      ({ title }) => title === PRIVATE.title,
    );
    assert.deepEqual(await words(browser, where), [], `marks in ${box.into}`);
    await leave(tab);
    await waitFor(
      "the icon to say nothing",
      () => iconOf(own),
      ({ title }) => title === NONE.title,
    );
  }
}

/** Takes the focus out of the box that has it, however deep in shadow trees that is. */
async function leave(tab: Page): Promise<void> {
  await tab.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    (at as HTMLElement).blur();
  });
}

async function reads(browser: Browser, tab: Page, { boxes }: SitePage): Promise<void> {
  for (const box of boxes) {
    if (box.surface === null) continue;
    const { text, marked } = PROBES[box.surface];
    const where = await writeIn(tab, box, text);
    await waitFor(
      `${JSON.stringify(marked)} to be marked in ${box.into}, a ${box.surface}`,
      () => words(browser, where),
      (seen) => JSON.stringify(seen) === JSON.stringify(marked),
    );
    assert.equal(await textIn(where, box), text, "what was typed does not stand there");
  }
}

/** The address as a file name. */
const nameOf = ({ url }: SitePage) =>
  url
    .replace(/^https:\/\//, "")
    .replace(/[^\w.]+/g, "-")
    .replace(/-$/, "");
