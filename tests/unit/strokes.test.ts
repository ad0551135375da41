import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { drawn, strokesFor } from "../../extension/content/strokes.ts";
import type { Finding, Severity } from "../../extension/shared/protocol.ts";

const finding = (severity: Severity, start: number, end: number): Finding => ({ rule: 0, severity, start, end });

describe("the lines under findings", () => {
  test("are one a finding where none meet", () => {
    const strokes = strokesFor([finding("advice", 0, 3), finding("serious", 5, 8)]);
    assert.deepEqual(strokes, [
      { start: 0, end: 3, severity: "advice" },
      { start: 5, end: 8, severity: "serious" },
    ]);
  });

  test("are the gravest where some overlap", () => {
    assert.deepEqual(strokesFor([finding("advice", 0, 6), finding("serious", 4, 8)]), [
      { start: 0, end: 4, severity: "advice" },
      { start: 4, end: 8, severity: "serious" },
    ]);
  });

  test("run on where two of a kind meet", () => {
    assert.deepEqual(strokesFor([finding("advice", 0, 3), finding("advice", 3, 6)]), [
      { start: 0, end: 6, severity: "advice" },
    ]);
  });

  test("are none without findings", () => {
    assert.deepEqual(strokesFor([]), []);
  });
});

describe("what is drawn", () => {
  test("leaves out a finding of the whole text where anything is marked for itself", () => {
    const word = finding("advice", 4, 8);
    assert.deepEqual(drawn([finding("caution", 0, 20), word], 20), [word]);
  });

  test("is a finding of the whole text where nothing else is", () => {
    const whole = finding("caution", 0, 20);
    assert.deepEqual(drawn([whole], 20), [whole]);
  });
});
