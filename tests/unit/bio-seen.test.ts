/** What is kept of a bio: a yes or no and a day, and when it leads to a reminder. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  type BioSeen,
  BY_HAND,
  biosFrom,
  dueOn,
  isLacking,
  reminded,
  seen,
  siteOf,
} from "../../extension/shared/bio-seen.ts";

const MONDAY = new Date("2026-03-02T09:00:00Z");
const later = (days: number) => new Date(MONDAY.getTime() + days * 86_400_000);
const NONE: ReadonlyMap<string, BioSeen> = new Map();
const sees = (bios: ReadonlyMap<string, BioSeen>, site: string, lacks: boolean, day = MONDAY) =>
  seen(bios, site, lacks, day) ?? bios;

describe("a bio that was seen", () => {
  test("is kept as a yes or no and a day, and nothing else", () => {
    assert.deepEqual([...sees(NONE, "x.com", true)], [["x.com", { lacks: true, due: "2026-03-02" }]]);
  });

  test("is not written down again while nothing changed, as at every key", () => {
    const bios = sees(NONE, "x.com", true);
    assert.equal(seen(bios, "x.com", true, MONDAY), null);
    assert.notEqual(seen(bios, "x.com", false, MONDAY), null);
  });

  test("leads to one reminder on its own site, and to the next after a week", () => {
    const bios = sees(NONE, "x.com", true);
    assert.equal(dueOn(bios, "bsky.app", MONDAY), null);
    assert.equal(dueOn(bios, "x.com", MONDAY), "x.com");
    const after = reminded(bios, "x.com", MONDAY);
    assert.equal(dueOn(after, "x.com", later(6)), null);
    assert.equal(dueOn(after, "x.com", later(7)), "x.com");
    assert.ok(isLacking(after, "x.com"));
  });

  test("leads to a reminder sooner when it is seen again and still lacks the words", () => {
    const after = reminded(sees(NONE, "x.com", true), "x.com", MONDAY);
    assert.equal(dueOn(sees(after, "x.com", true, later(1)), "x.com", later(1)), "x.com");
  });

  test("leads to none once it has the words", () => {
    const bios = sees(sees(NONE, "x.com", true), "x.com", false);
    assert.equal(dueOn(bios, "x.com", later(30)), null);
    assert.equal(isLacking(bios, "x.com"), false);
  });

  test("by hand counts for every site, in the place of what was said before", () => {
    const bios = sees(sees(NONE, "x.com", true), BY_HAND, false);
    assert.equal(dueOn(bios, "x.com", MONDAY), null);
    assert.equal(dueOn(sees(bios, BY_HAND, true), "bsky.app", MONDAY), BY_HAND);
  });

  test("is of a site, whichever host of it the page has", () => {
    assert.equal(siteOf(new URL("https://www.youtube.com/@me")), siteOf(new URL("https://studio.youtube.com/x")));
    assert.equal(siteOf(new URL("https://x.com/home")), "x.com");
  });

  test("is forgotten when what is stored is anything else", () => {
    const stored = {
      "x.com": { lacks: true, due: "2026-03-02" },
      a: { lacks: 1, due: "2026-03-02" },
      b: null,
      c: { lacks: true, due: "soon" },
    };
    assert.deepEqual([...biosFrom(stored).keys()], ["x.com"]);
    for (const odd of [null, undefined, 5, "x", []]) assert.equal(biosFrom(odd).size, 0);
  });
});
