import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isRequest } from "../../extension/background/request.ts";

const SCAN = { id: 1, scan: "a text", surface: "post" };
const EXPLAIN = { id: 2, explain: "a text", surface: "bio", rule: 0, start: 2, end: 6 };

const { explain: text, ...FINDING } = EXPLAIN;
const IGNORE = { ...FINDING, ignore: text };

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
  ["nothing at all", { id: 3, surface: "post" }],
  ["a finding to ignore behind its text", { ...IGNORE, end: 7 }],
  ["a text to ignore and to scan", { ...IGNORE, scan: "a text" }],
  ["something to ignore no more that is no text", { id: 4, unignore: 4 }],
];

describe("what the background is asked", () => {
  test("is a text to scan, a finding of a text to explain or to ignore, or one to ignore no more", () => {
    for (const request of [SCAN, EXPLAIN, IGNORE, { id: 4, unignore: "0a1b2c" }]) assert.ok(isRequest(request));
  });

  for (const [what, message] of REFUSED) {
    test(`is not ${what}`, () => assert.equal(isRequest(message), false));
  }
});
