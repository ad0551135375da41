/** Texts by chance: whatever is written, and however it is cut into nodes, every unit leads back to where it stands. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import "../editors/fixed-random.ts";
import { type TextMap, TextMapBuilder } from "../../extension/content/text-map.ts";

/** A node with its text. */
interface Leaf {
  readonly data: string;
  readonly whole: boolean;
}

const PIECES = [
  "NHS 943 476 5919",
  "👍🏽",
  "👨‍👩‍👧‍👦",
  "🏳️‍🌈",
  "🇬🇧",
  "שָׁלוֹם",
  "مرحبا\u200F!",
  "\uFEFF",
  "\u200B",
  "a\u2060b",
  "e\u0301",
  "क्\u200Dष",
  "\ud83d",
  "\udc4d",
  " ",
  "\u00a0",
  "x",
];

const chance = (below: number) => Math.floor(Math.random() * below);
const pick = <T>(from: readonly T[]): T => from[chance(from.length)] as T;
const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

/** What was written, in order, and the map of it. */
function written(): { map: TextMap<Leaf>; leaves: Leaf[] } {
  const into = new TextMapBuilder<Leaf>();
  const leaves: Leaf[] = [];
  for (const step of times(1 + chance(12), () => chance(6))) {
    if (step === 0) into.boundary();
    else if (step === 1) into.break();
    else if (step === 2) into.gap();
    else {
      const leaf = { data: times(chance(4), () => pick(PIECES)).join(""), whole: step === 3 };
      leaves.push(leaf);
      if (leaf.whole) into.stand(leaf, leaf.data);
      else into.write(leaf, leaf.data);
    }
  }
  return { map: into.build(), leaves };
}

const HOLDERS = /[\uFEFF\u200B\u2060]/g;
const shownBy = ({ data, whole }: Leaf) => (whole ? data : data.replace(HOLDERS, ""));

describe("the map of a text made up by chance", () => {
  test("leads every unit back to the unit that it is", () => {
    for (let made = 0; made < 2000; made++) {
      const { map } = written();
      for (let unit = 0; unit < map.text.length; unit++) {
        const [piece, ...more] = map.pieces(unit, unit + 1);
        assert.equal(more.length, 0, "a unit stands in one place");
        if (!piece) assert.match(map.text[unit] ?? "", /[\n ]/, "only what keeps apart stands nowhere");
        else assert.equal(piece.node.data.slice(piece.from, piece.to), map.text[unit]);
      }
    }
  });

  test("leads every stretch to all that it shows, in order, and to nothing else", () => {
    for (let made = 0; made < 2000; made++) {
      const { map } = written();
      const [start, end] = times(2, () => chance(map.text.length + 1)).sort((a, b) => a - b) as [number, number];
      const units = times(end - start, () => 0).flatMap((_, at) => map.pieces(start + at, start + at + 1));
      const whole = map.pieces(start, end);
      const textOf = (pieces: typeof whole) =>
        pieces
          .map(({ node, from, to, whole }) =>
            whole ? node.data.slice(from, to) : shownBy({ data: node.data.slice(from, to), whole }),
          )
          .join("");
      assert.equal(textOf(whole), textOf(units));
    }
  });

  test("loses no letter of what was written, and makes none up", () => {
    for (let made = 0; made < 2000; made++) {
      const { map, leaves } = written();
      const bare = (text: string) => text.replace(/[\n ]/g, "");
      assert.equal(bare(map.text), bare(leaves.map(shownBy).join("")));
    }
  });
});
