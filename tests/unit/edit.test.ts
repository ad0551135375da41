import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { editBetween, shift } from "../../extension/content/edit.ts";

/** The words between «», and where they stand in the text without the signs. */
function marksIn(marked: string): { text: string; spans: { start: number; end: number }[] } {
  const spans: { start: number; end: number }[] = [];
  let text = "";
  for (const part of marked.split(/([«»])/)) {
    if (part === "«") spans.push({ start: text.length, end: text.length });
    else if (part === "»") spans[spans.length - 1] = { start: spans.at(-1)?.start ?? 0, end: text.length };
    else text += part;
  }
  return { text, spans };
}

const CASES: readonly [what: string, before: string, after: string][] = [
  ["typing behind a mark leaves it", "«one» two", "«one» two!"],
  ["typing in front of a mark moves it", "two «one»", "Oh, two «one»"],
  ["typing into a mark hides it", "a «one» b", "a onxe b"],
  ["taking a letter out of a mark hides it", "a «one» b", "a oe b"],
  ["a letter that abuts a mark may make a different word of it", "a «one»", "a ones"],
  ["so may a letter before it", "a «one»", "a bone"],
  ["a space behind it ends the word", "a «one»", "a «one» "],
  ["a space before it starts one", "«one» b", " «one» b"],
  ["taking away what abuts it may join it to another", "a «one» b", "a oneb"],
  ["only what is touched is hidden", "«one» two «three»", "«one» twxo «three»"],
  ["text put between two marks leaves both", "«one» «two»", "«one» and «two»"],
  ["text that is taken away takes its mark along", "«one» two", " two"],
  ["everything replaced, nothing kept", "«one» two", "three"],
];

describe("an edit", () => {
  for (const [what, before, after] of CASES) {
    test(what, () => {
      const [old, now] = [marksIn(before), marksIn(after)];
      const edit = editBetween(old.text, now.text);
      assert.ok(edit);
      assert.equal(old.text.slice(0, edit.start) + edit.inserted + old.text.slice(edit.start + edit.removed), now.text);
      assert.deepEqual(shift(old.spans, edit), now.spans);
    });
  }

  test("is none when nothing changed", () => {
    assert.equal(editBetween("same", "same"), null);
  });

  test("in the middle of repeated letters is found once", () => {
    assert.deepEqual(editBetween("aaa", "aaaa"), { start: 3, removed: 0, inserted: "a" });
  });
});
