import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { strokesFor } from "../../extension/content/strokes.ts";
import type { Finding, Severity } from "../../extension/shared/protocol.ts";

const finding = (severity: Severity, start: number, end: number): Finding => ({ rule: 0, severity, start, end });

describe("the lines under findings", () => {
  test("are one a finding where none meet", () => {
    const strokes = strokesFor([finding("advice", 0, 3), finding("serious", 5, 8)], 20);
    assert.deepEqual(strokes, [
      { start: 0, end: 3, severity: "advice" },
      { start: 5, end: 8, severity: "serious" },
    ]);
  });

  test("are the gravest where some overlap", () => {
    assert.deepEqual(strokesFor([finding("advice", 0, 6), finding("serious", 4, 8)], 20), [
      { start: 0, end: 4, severity: "advice" },
      { start: 4, end: 8, severity: "serious" },
    ]);
  });

  test("of the whole text give way to any word that is marked for itself", () => {
    assert.deepEqual(strokesFor([finding("caution", 0, 20), finding("advice", 4, 8)], 20), [
      { start: 0, end: 4, severity: "caution" },
      { start: 4, end: 8, severity: "advice" },
      { start: 8, end: 20, severity: "caution" },
    ]);
  });

  test("run on where two of a kind meet", () => {
    assert.deepEqual(strokesFor([finding("advice", 0, 3), finding("advice", 3, 6)], 20), [
      { start: 0, end: 6, severity: "advice" },
    ]);
  });

  test("are none without findings", () => {
    assert.deepEqual(strokesFor([], 20), []);
  });
});
