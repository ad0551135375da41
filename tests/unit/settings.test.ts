import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ignoredFrom } from "../../extension/shared/ignored.ts";
import { unpack } from "../../extension/shared/packed.ts";
import type { PolicyName } from "../../extension/shared/protocol.ts";
import { faultsOf, settingsFrom } from "../../extension/shared/settings.ts";
import { editionOf, inWords, reviewNote } from "../../extension/shared/state.ts";

const DEFAULTS = {
  policy: null,
  policyFile: null,
  paused: false,
  bioReminder: true,
  corporate: false,
  beforePosting: false,
};

describe("settings", () => {
  test("are those that were stored", () => {
    const ticked = { paused: true, bioReminder: false, corporate: true, beforePosting: true };
    const stored = { policy: "emas", policyFile: null, ...ticked };
    assert.deepEqual(settingsFrom(stored), stored);
    assert.equal(settingsFrom({ policyFile: "id: us" }).policyFile, "id: us");
  });

  const MALFORMED = [
    {},
    { policy: 5, paused: "yes" },
    { policy: "../emas" },
    { policy: "" },
    { policy: null },
    { policyFile: 7 },
    { policyFile: "" },
    { bioReminder: "no", corporate: 1, beforePosting: "yes" },
  ];

  test("are not chosen when they are missing or malformed, whoever stored them", () => {
    for (const stored of MALFORMED) {
      assert.deepEqual(settingsFrom(stored), DEFAULTS, JSON.stringify(stored));
      assert.deepEqual(settingsFrom({}, stored), DEFAULTS, JSON.stringify(stored));
    }
  });

  test("are as they were given where the person has not chosen, a policy and a file being one choice", () => {
    const given = { policy: "las", corporate: true, paused: true, bioReminder: false, beforePosting: true };
    assert.deepEqual(settingsFrom({}, given), { ...DEFAULTS, ...given });
    assert.deepEqual(settingsFrom({ paused: false }, given), { ...DEFAULTS, ...given, paused: false });
    assert.equal(settingsFrom({ policyFile: "id: us" }, given).policy, null);
    assert.equal(settingsFrom({ policy: null, policyFile: null }, given).policy, null);
    assert.equal(settingsFrom({ paused: "yes" }, given).paused, true);
  });

  test("that an administrator gave and that are malformed are named, with what they must be", () => {
    assert.deepEqual(faultsOf({ policy: "emas", corporate: false }), []);
    const [policy, paused, ...rest] = faultsOf({ policy: "../emas", paused: "yes" });
    assert.match(policy ?? "", /setting “policy” is left out of account: it must be the id of a policy/);
    assert.match(paused ?? "", /“paused”.*true or false/);
    assert.deepEqual(rest, []);
  });
});

describe("what is ignored", () => {
  const salt = "0f".repeat(32);

  test("is a salt and short hashes", () => {
    assert.deepEqual(ignoredFrom({ salt, hashes: ["0a1b2c"] }), { salt, hashes: ["0a1b2c"] });
  });

  test("is nothing where storage holds anything else, and no words are taken from there", () => {
    for (const stored of [
      undefined,
      null,
      7,
      [],
      { hashes: [] },
      { salt: "short", hashes: [] },
      { salt, hashes: "0a1b2c" },
    ]) {
      assert.equal(ignoredFrom(stored), null, JSON.stringify(stored));
    }
    assert.deepEqual(ignoredFrom({ salt, hashes: ["some words", 5, "0A1B2C", "0a1b2c3d"] }), { salt, hashes: [] });
  });
});

describe("a policy", () => {
  const policy: PolicyName = {
    id: "emas",
    name: "East Midlands Ambulance Service NHS Trust",
    short: "EMAS",
    title: "Social Media Policy",
    version: "8.0",
    approved: "2023-05-18",
    reviewDue: "2024-06",
  };

  test("is named with its version and date, as far as it states them", () => {
    assert.equal(editionOf(policy), "Social Media Policy, version 8.0, 18 May 2023");
    assert.equal(editionOf({ ...policy, version: "not stated", approved: "not stated" }), "Social Media Policy");
    assert.equal(inWords("2024-06"), "June 2024");
  });

  test("is past its review date only when it names one that has gone", () => {
    assert.match(reviewNote(policy, new Date("2024-07-01")) ?? "", /due for review in June 2024/);
    assert.equal(reviewNote(policy, new Date("2024-06-30")), null);
    assert.equal(reviewNote({ ...policy, reviewDue: null }, new Date("2030-01-01")), null);
  });
});

describe("packed findings", () => {
  test("are unpacked in their order", () => {
    assert.deepEqual(unpack([3, 0, 2, 5 | (1 << 16), 4, 9]), [
      { rule: 3, severity: "advice", start: 0, end: 2 },
      { rule: 5, severity: "caution", start: 4, end: 9 },
    ]);
  });

  test("with a severity that there is not are refused", () => {
    assert.throws(() => unpack([7 << 16, 0, 1]), /carries severity 7/);
  });
});
