/** What is offered for a bio fits into it: as its field says, and where it says nothing, as its site is known to. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bluesky } from "../sites/bluesky.ts";
import { openPage, writeIn } from "../sites/drive.ts";
import { instagram } from "../sites/instagram.ts";
import { linkedin } from "../sites/linkedin.ts";
import type { SiteFixture } from "../sites/site.ts";
import { cardOpens, hover, markOn } from "./card/seen.ts";
import { type Browser, inEachBrowser } from "./harness/index.ts";

const WORK = "Paramedic, East Midlands Ambulance Service";
/** How many code units the sites take, and how long the words are that would be added. */
const CASES: readonly [SiteFixture, string, number][] = [
  [instagram, "#pepBio", 150],
  [bluesky, '[data-testid="editProfileDescriptionInput"]', 256],
  [linkedin, '[id$="headline"]', 220],
];

/** What the card offers for a bio of this length. */
async function offersFor(
  browser: Browser,
  site: SiteFixture,
  into: string,
  length: number,
): Promise<readonly string[]> {
  const found = site.pages.find(({ boxes }) => boxes.some((box) => box.into === into));
  if (!found) throw new Error(`${site.name} has no ${into}`);
  const tab = await openPage(browser, site, found);
  await writeIn(tab, { into, surface: "bio" }, WORK.padStart(length, "Tea and cake. "));
  await hover(tab, await markOn(browser, tab, WORK));
  const { offers } = await cardOpens(browser, tab, 'No "views are my own"');
  await browser.closePages();
  return offers;
}

inEachBrowser("the words for a bio", (browser) => {
  for (const [site, into, room] of CASES) {
    test(`are offered on ${site.name} as long as they fit`, async () => {
      const [offer = ""] = await offersFor(browser(), site, into, WORK.length + 14);
      assert.match(offer, /views are my own/i);
      const long = await offersFor(browser(), site, into, room - 10);
      assert.deepEqual(long, []);
    });
  }

  test("leave no error behind", async () => {
    assert.deepEqual(await browser().errors(), []);
  });
});
