import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { around, type Box, place, placeUnfolding } from "../../extension/content/place.ts";

const VIEW: Box = { left: 0, top: 0, right: 800, bottom: 600 };
const mark = (left: number, top: number): Box => ({ left, top, right: left + 100, bottom: top + 20 });

describe("the place of the card", () => {
  test("is below the mark when there is room", () => {
    assert.deepEqual(place(mark(50, 100), { width: 300, height: 200 }, VIEW), { left: 50, top: 128, maxHeight: 464 });
  });

  test("is above it when there is only room there", () => {
    assert.deepEqual(place(mark(50, 500), { width: 300, height: 200 }, VIEW), { left: 50, top: 292, maxHeight: 484 });
  });

  test("is never beyond the sides", () => {
    assert.equal(place(mark(700, 100), { width: 300, height: 200 }, VIEW).left, 492);
    assert.equal(place(mark(-50, 100), { width: 300, height: 200 }, VIEW).left, 8);
  });

  test("is cut to the larger side when it fits on neither", () => {
    const { top, maxHeight } = place(mark(50, 200), { width: 300, height: 900 }, VIEW);
    assert.deepEqual([top, maxHeight], [228, 364]);
  });

  test("covers the mark only where there is no room beside it", () => {
    const low: Box = { left: 0, top: 0, right: 320, bottom: 200 };
    const { top, maxHeight } = place(mark(50, 90), { width: 300, height: 400 }, low);
    assert.deepEqual([top, maxHeight], [8, 184]);
  });

  test("is beside all lines of a mark that has several", () => {
    assert.deepEqual(around([mark(50, 100), mark(0, 120)]), { left: 0, top: 100, right: 150, bottom: 140 });
    assert.equal(around([]), null);
  });

  test("is beside what it unfolds from, whatever kind of rectangle that is", () => {
    class Rect {
      get left() {
        return 410;
      }
      get right() {
        return 524;
      }
      get top() {
        return 80;
      }
      get bottom() {
        return 108;
      }
    }
    const view = { left: 0, top: 0, right: 800, bottom: 600 };
    const placed = placeUnfolding(new Rect(), 400, view, 600);
    assert.deepEqual(placed, { left: 124, away: 116, fromBottom: false, maxHeight: 476 });
  });
});

describe("the place of the panel", () => {
  const at = (left: number, top: number) => placeUnfolding(mark(left, top), 400, VIEW, 600);

  test("is below the pill, its end where the pill's is", () => {
    assert.deepEqual(at(600, 100), { left: 300, away: 128, fromBottom: false, maxHeight: 464 });
  });

  test("is above it when there is more room there, and grows upwards", () => {
    assert.deepEqual(at(600, 500), { left: 300, away: 108, fromBottom: true, maxHeight: 484 });
  });

  test("is inside the view, and no taller than it, where there is room on neither side", () => {
    const low: Box = { left: 0, top: 0, right: 320, bottom: 200 };
    assert.deepEqual(placeUnfolding(mark(200, 90), 304, low, 200), {
      left: 8,
      away: 8,
      fromBottom: true,
      maxHeight: 184,
    });
  });

  test("is never beyond the sides, and never so tall that it is lost sight of", () => {
    assert.equal(at(20, 100).left, 8);
    assert.equal(placeUnfolding(mark(600, 100), 400, { ...VIEW, bottom: 2000 }, 2000).maxHeight, 560);
  });
});
