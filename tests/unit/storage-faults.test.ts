/** A storage that fails now and then costs what it would have kept, and never a scan. */
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import type { Engine } from "../../extension/background/engine.ts";
import type { Explanation } from "../../extension/shared/protocol.ts";

const kept = new Map<string, unknown>();
let isBroken = false;
const attempt = <T>(work: () => T): Promise<T> =>
  isBroken ? Promise.reject(new Error("the database is locked")) : Promise.resolve(work());
const local = {
  get: (keys: string | string[]) =>
    attempt(() => Object.fromEntries([keys].flat().flatMap((key) => (kept.has(key) ? [[key, kept.get(key)]] : [])))),
  set: (things: Record<string, unknown>) => attempt(() => Object.entries(things).map((one) => kept.set(...one))),
};
const storage = { local, managed: { get: async () => ({}) }, onChanged: { addListener: () => {} } };
Object.assign(globalThis, { chrome: { storage } });
// They listen to the storage as soon as they are loaded.
const { ignore, withoutIgnored } = await import("../../extension/background/ignored.ts");
const { noteBioByHand } = await import("../../extension/background/bio-seen.ts");

const TEXT = "NHS 943 476 5919";
const PLACE = { rule: 1, start: 4, end: 16 };
const SCAN = { packed: [1, 4, 16], truncated: false };
const ENGINE = { ruleNames: new Map([[1, "nhs-number"]]) } as unknown as Engine;
const scanned = async () => (await withoutIgnored(ENGINE, TEXT, "post", SCAN)).packed;
const LACKS = [{ kind: "disclaimer/missing" }] as unknown as Explanation[];

describe("a storage that fails", () => {
  beforeEach(() => {
    kept.clear();
    isBroken = false;
  });

  test("hides nothing while it does, and what is ignored once it answers again", async () => {
    await ignore(ENGINE, TEXT, "post", PLACE);
    isBroken = true;
    assert.deepEqual(await scanned(), SCAN.packed);
    isBroken = false;
    assert.deepEqual(await scanned(), []);
  });

  test("costs the note of one bio, not the answer about it nor the next note", async () => {
    isBroken = true;
    await noteBioByHand(LACKS);
    assert.equal(kept.has("bios"), false);
    isBroken = false;
    await noteBioByHand(LACKS);
    assert.equal((kept.get("bios") as Record<string, { lacks: boolean }>)["by hand"]?.lacks, true);
  });
});
