import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { reportOf } from "../../extension/content/report.ts";
import type { Explanation } from "../../extension/shared/protocol.ts";

const EXPLANATION: Explanation = {
  rule: "nhs-number",
  kind: "identifier/nhs-number",
  severity: "serious",
  title: "NHS number",
  why: "A reason.",
  instead: "Something better.",
  clauses: [],
  ask: null,
  outdated: null,
  replacements: [{ text: "a patient", start: 0, end: 3 }],
  pieces: [{ tells: "where it was", start: 0, end: 3 }],
};
const ABOUT = { version: "0.1.0", policy: "emas" };
const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

describe("a report", () => {
  test("tells what was found and by what, and nothing else", () => {
    assert.equal(
      reportOf(EXPLANATION, "post", ABOUT, FIREFOX),
      [
        "Forepost pointed out something that may not be right.",
        "rule: nhs-number",
        "kind: identifier/nhs-number",
        "severity: serious",
        "policy: emas",
        "surface: post",
        "version: 0.1.0",
        "browser: Firefox 140",
      ].join("\n"),
    );
  });

  for (const [agent, told] of [
    [
      "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
      "Chrome 140",
    ],
    ["Mozilla/5.0 (Windows NT 10.0) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.3485.54", "Edg 140"],
    ["Something else", "another"],
  ] as const) {
    test(`calls the browser “${told}”, without its system`, () => {
      assert.match(reportOf(EXPLANATION, "bio", ABOUT, agent), new RegExp(`browser: ${told}$`));
    });
  }
});
