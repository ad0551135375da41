import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isRequest } from "../../extension/background/request.ts";

const SCAN = { id: 1, scan: "a text", surface: "post" };
const EXPLAIN = { id: 2, explain: "a text", surface: "bio", rule: 0, start: 2, end: 6 };

/** What is wrong with a message, and the message. */
const REFUSED: readonly [what: string, message: unknown][] = [
  ["no object", "scan"],
  ["null", null],
  ["no id", { ...SCAN, id: undefined }],
  ["an id that is no number", { ...SCAN, id: "1" }],
  ["a text that is none", { ...SCAN, scan: 7 }],
  ["no surface", { ...SCAN, surface: undefined }],
  ["an unknown surface", { ...SCAN, surface: "wall" }],
  ["two questions at once", { ...EXPLAIN, scan: "a text" }],
  ["no text to explain a finding of", { ...EXPLAIN, explain: 3 }],
  ["an unknown surface to explain on", { ...EXPLAIN, surface: "wall" }],
  ["no rule", { ...EXPLAIN, rule: undefined }],
  ["half a rule", { ...EXPLAIN, rule: 0.5 }],
  ["a rule below all", { ...EXPLAIN, rule: -1 }],
  ["a rule beyond all", { ...EXPLAIN, rule: 0x10000 }],
  ["a start that is no number", { ...EXPLAIN, start: "2" }],
  ["a start before the text", { ...EXPLAIN, start: -1 }],
  ["nothing between start and end", { ...EXPLAIN, end: 2 }],
  ["an end before the start", { ...EXPLAIN, end: 1 }],
  ["an end behind the text", { ...EXPLAIN, end: 7 }],
  ["an end that is no number", { ...EXPLAIN, end: Number.NaN }],
];

describe("what the background is asked", () => {
  test("is a text to scan, or a finding of a text to explain", () => {
    assert.ok(isRequest(SCAN));
    assert.ok(isRequest(EXPLAIN));
  });

  for (const [what, message] of REFUSED) {
    test(`is not ${what}`, () => assert.equal(isRequest(message), false));
  }
});
