import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { boxAt, chooseSpot, type Spot } from "../../extension/content/pill-spot.ts";
import type { Box } from "../../extension/content/place.ts";

const VIEW: Box = { left: 0, top: 0, right: 800, bottom: 600 };
const COMPOSER: Box = { left: 100, top: 200, right: 600, bottom: 300 };
const SIZE = { width: 110, height: 28 };

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const at = (composer: Box) => (spot: Spot) => boxAt(spot, composer, SIZE, false);
const nothing = () => 0;

describe("the pill's spot", () => {
  test("is below the end of the box where nothing else is", () => {
    const spot = chooseSpot(at(COMPOSER), VIEW, nothing, null);
    assert.deepEqual(at(COMPOSER)(spot), { left: 490, top: 304, right: 600, bottom: 332 });
  });

  test("is beside the box at every spot that is not a corner, whichever way it is written", () => {
    for (const rtl of [false, true]) {
      for (const spot of ["below-end", "above-end", "below-start", "above-start", "after", "before"] as const) {
        assert.ok(!meet(boxAt(spot, COMPOSER, SIZE, rtl), COMPOSER), `${spot}, ${rtl}`);
      }
    }
    assert.equal(boxAt("below-end", COMPOSER, SIZE, true).left, COMPOSER.left);
  });

  test("is above the box where a tool bar is below it", () => {
    const bar: Box = { left: 100, top: 300, right: 600, bottom: 340 };
    assert.equal(
      chooseSpot(at(COMPOSER), VIEW, (box) => (meet(box, bar) ? 100 : 0), null),
      "above-end",
    );
  });

  test("is never outside what can be seen", () => {
    const low: Box = { left: 0, top: 560, right: 800, bottom: 600 };
    assert.equal(chooseSpot(at(low), VIEW, nothing, null), "above-end");
  });

  test("is a corner of the box only where the box fills all that can be seen, or all else is taken", () => {
    assert.equal(chooseSpot(at(VIEW), VIEW, nothing, null), "bottom-end");
    const taken = (box: Box) => (meet(box, COMPOSER) ? 0 : 100);
    assert.equal(chooseSpot(at(COMPOSER), VIEW, taken, null), "bottom-end");
    const end: Box = { left: 400, top: 260, right: 600, bottom: 300 };
    assert.equal(
      chooseSpot(at(COMPOSER), VIEW, (box) => (meet(box, end) ? 10 : taken(box)), null),
      "top-end",
    );
  });

  test("stays where it is as good as any other", () => {
    assert.equal(chooseSpot(at(COMPOSER), VIEW, nothing, "above-start"), "above-start");
  });
});
