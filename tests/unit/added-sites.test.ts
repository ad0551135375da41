import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import {
  addedHosts,
  addHost,
  dropRefusedHosts,
  hostFrom,
  registerAddedSites,
  removeHost,
} from "../../extension/shared/added-sites.ts";

/** A browser as far as added sites go: what it stores, whom it lets the extension see, and what it runs where. */
const browser = {
  stored: {} as Record<string, unknown>,
  granted: new Set<string>(),
  says: true,
  registered: [] as { id: string; matches?: string[]; js?: string[] }[],
};

type Origins = { origins: string[] };

Object.assign(globalThis, {
  navigator: { locks: { request: (_name: string, held: () => Promise<void>) => held() } },
  chrome: {
    storage: {
      local: {
        get: async (key: string) => (key in browser.stored ? { [key]: browser.stored[key] } : {}),
        set: async (changed: object) => Object.assign(browser.stored, changed),
      },
    },
    permissions: {
      request: async ({ origins }: Origins) => {
        if (browser.says) for (const origin of origins) browser.granted.add(origin);
        return browser.says;
      },
      remove: async ({ origins }: Origins) => origins.every((origin) => browser.granted.delete(origin)),
      contains: async ({ origins }: Origins) => origins.every((origin) => browser.granted.has(origin)),
    },
    scripting: {
      getRegisteredContentScripts: async () => browser.registered,
      registerContentScripts: async (scripts: typeof browser.registered) => {
        if (browser.registered.length > 0) throw new Error("Duplicate script ID");
        browser.registered = scripts;
      },
      updateContentScripts: async (scripts: typeof browser.registered) => {
        if (browser.registered.length === 0) throw new Error("No such script");
        browser.registered = scripts;
      },
      unregisterContentScripts: async () => {
        browser.registered = [];
      },
    },
  },
});

const runsOn = () => browser.registered.flatMap(({ matches = [] }) => matches);

describe("a site that the person adds", () => {
  beforeEach(() => Object.assign(browser, { stored: {}, granted: new Set(), says: true, registered: [] }));

  test("is run on once the person said yes, and on no other", async () => {
    assert.equal(await addHost("social.example"), true);
    assert.equal(await addHost("another.example"), true);
    assert.deepEqual(await addedHosts(), ["another.example", "social.example"]);
    assert.deepEqual(runsOn(), ["https://another.example/*", "https://social.example/*"]);
    assert.deepEqual([...browser.granted].sort(), runsOn());
  });

  test("is not when the person said no", async () => {
    browser.says = false;
    assert.equal(await addHost("social.example"), false);
    assert.deepEqual(await addedHosts(), []);
    assert.deepEqual(runsOn(), []);
  });

  test("is given up with its permission", async () => {
    await addHost("social.example");
    await removeHost("social.example");
    assert.deepEqual(await addedHosts(), []);
    assert.deepEqual(runsOn(), []);
    assert.equal(browser.granted.size, 0);
  });

  test("is let go of when the person takes the permission back elsewhere", async () => {
    await addHost("social.example");
    await addHost("another.example");
    browser.granted.delete("https://social.example/*");
    await dropRefusedHosts();
    assert.deepEqual(await addedHosts(), ["another.example"]);
    assert.deepEqual(runsOn(), ["https://another.example/*"]);
  });

  test("is run on again after an update has taken every registration away", async () => {
    await addHost("social.example");
    browser.registered = [];
    await registerAddedSites();
    assert.deepEqual(runsOn(), ["https://social.example/*"]);
    await registerAddedSites();
    assert.deepEqual(runsOn(), ["https://social.example/*"]);
  });

  test("is none that a damaged storage speaks of", async () => {
    browser.stored = { addedHosts: ["*", 4, "social.example/evil", "social.example"] };
    assert.deepEqual(await addedHosts(), ["social.example"]);
    browser.stored = { addedHosts: "social.example" };
    assert.deepEqual(await addedHosts(), []);
  });
});

describe("the host that someone types", () => {
  for (const [typed, host] of [
    ["social.example", "social.example"],
    ["  Social.Example ", "social.example"],
    ["https://social.example/@me/1", "social.example"],
    ["http://social.example", "social.example"],
    ["@me@social.example", "social.example"],
    ["me@social.example", "social.example"],
    ["social.example/home", "social.example"],
    ["müller.example", "xn--mller-kva.example"],
  ] as const) {
    test(`“${typed}” is ${host}`, () => assert.equal(hostFrom(typed), host));
  }

  for (const typed of [
    "",
    "social",
    "localhost",
    "my server",
    "*.example",
    "192.168.0.1",
    "[::1]",
    "javascript://x.y",
    "https://",
  ]) {
    test(`“${typed}” is none`, () => assert.throws(() => hostFrom(typed), /address of a site/));
  }

  test("has no port", () => assert.throws(() => hostFrom("social.example:8443"), /port/));
});
