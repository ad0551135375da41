import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { matchesPattern, type Site, siteAt } from "../../extension/content/site.ts";
import { SITES } from "../../extension/content/sites/index.ts";

const nameAt = (address: string) => siteAt(new URL(address))?.name;

describe("the sites", () => {
  test("are all those that have an adapter", async () => {
    // Not bundled with this test: it finds its folder beside itself.
    const { siteList } = (await import(`${process.cwd()}/extension/sites.mjs`)) as { siteList(): Promise<string> };
    assert.equal(await readFile("extension/content/sites/index.ts", "utf8"), await siteList());
  });

  test("are told by the address of their pages", () => {
    assert.equal(nameAt("https://x.com/home"), "X");
    assert.equal(nameAt("https://mobile.twitter.com/home"), "X");
    assert.equal(nameAt("https://www.google.co.uk/maps/place/x"), "Google reviews");
    assert.equal(nameAt("https://www.messenger.com/t/1"), "Facebook");
    assert.notEqual(nameAt("https://notx.com/home"), "X");
    assert.notEqual(nameAt("https://www.google.com/search"), "Google reviews");
  });

  test("that run anywhere are looked for on hosts that no other site has", () => {
    assert.equal(nameAt("https://mastodon.social/home"), "Mastodon");
    assert.equal(nameAt("https://ambulance.example/home"), "Mastodon");
  });

  test("are found under one name, each under its own hosts only", () => {
    assert.equal(new Set(SITES.map(({ name }) => name)).size, SITES.length);
    for (const { name, matches } of SITES) {
      for (const pattern of matches) {
        const address = pattern.replace("*.", "www.").replace(/\*$/, "page");
        assert.equal(nameAt(address), name, pattern);
      }
    }
  });

  test("ask for pages of one host and those below it", () => {
    const holds = (pattern: string, address: string) => matchesPattern(pattern, new URL(address));
    assert.ok(holds("https://*.x.com/*", "https://x.com/"));
    assert.ok(holds("https://*.x.com/*", "https://a.b.x.com/home"));
    assert.ok(!holds("https://*.x.com/*", "https://ax.com/"));
    assert.ok(!holds("https://x.com/*", "http://x.com/"));
    assert.ok(!holds("https://x.com/maps/*", "https://x.com/other"));
  });

  for (const site of SITES) {
    test(`${site.name}: no row stands behind one that takes everything`, () => {
      const all = site.composers.findIndex(({ is, at }) => is === undefined && at === undefined);
      assert.ok(all < 0 || all === site.composers.length - 1, rowsOf(site));
    });
  }
});

const rowsOf = ({ composers }: Site) => JSON.stringify(composers);
