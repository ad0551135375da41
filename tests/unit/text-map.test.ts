import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type TextMap, TextMapBuilder } from "../../extension/content/text-map.ts";

/** Nodes are named by strings here. */
const built = (write: (into: TextMapBuilder<string>) => void): TextMap<string> => {
  const into = new TextMapBuilder<string>();
  write(into);
  return into.build();
};

const places = (map: TextMap<string>, start: number, end: number) =>
  map.pieces(start, end).map(({ node, from, to }) => `${node} ${from}–${to}`);

describe("the map of a text", () => {
  test("knows which stretch of which node shows a stretch of the text", () => {
    const map = built((into) => {
      into.write("plain", "NHS 943 ");
      into.write("bold", "476");
      into.write("rest", " 5919");
    });
    assert.equal(map.text, "NHS 943 476 5919");
    assert.deepEqual(places(map, 4, 16), ["plain 4–8", "bold 0–3", "rest 0–5"]);
    assert.deepEqual(places(map, 8, 11), ["bold 0–3"]);
    assert.deepEqual(places(map, 0, 0), []);
  });

  test("leaves out what only holds a caret, and counts on behind it", () => {
    const map = built((into) => into.write("node", "\uFEFFNHS\u200B 943\u2060"));
    assert.equal(map.text, "NHS 943");
    assert.deepEqual(places(map, 0, 7), ["node 1–4", "node 5–9"]);
  });

  test("keeps the joiners that hold an emoji together", () => {
    const family = "👨\u200D👩\u200D👧";
    assert.equal(built((into) => into.write("node", `${family}\u200Cx`)).text, `${family}\u200Cx`);
  });

  test("puts one line break between two blocks, however deep they nest", () => {
    const map = built((into) => {
      into.boundary();
      into.boundary();
      into.write("a", "one");
      into.boundary();
      into.boundary();
      into.write("b", "two");
      into.boundary();
    });
    assert.equal(map.text, "one\ntwo");
    assert.deepEqual(places(map, 2, 5), ["a 2–3", "b 0–1"], "a line break stands in no node");
  });

  test("counts an empty paragraph as a line", () => {
    const map = built((into) => {
      into.write("a", "one");
      into.boundary();
      into.line();
      into.boundary();
      into.write("b", "two");
    });
    assert.equal(map.text, "one\n\ntwo");
  });

  test("breaks where someone broke the line, but not twice where the block ends there too", () => {
    const map = built((into) => {
      into.write("a", "one");
      into.break();
      into.write("b", "two");
      into.break();
      into.boundary();
      into.write("c", "three");
    });
    assert.equal(map.text, "one\ntwo\nthree");
  });

  test("has a node stand for a text as a whole", () => {
    const map = built((into) => {
      into.write("a", "look ");
      into.stand("image", "🚑");
    });
    assert.deepEqual(map.pieces(5, 7), [{ node: "image", from: 0, to: 2, whole: true }]);
  });
});
