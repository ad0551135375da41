/** How much of a field's text the copy that carries its lines needs. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isAsideOf, reachOf } from "../../extension/content/mirror-reach.ts";

const PLAIN = { direction: "ltr", unicodeBidi: "normal", textAlign: "start", textAlignLast: "auto" };
const BEFORE = "We were told ";
const MARKED = "943 476 5919";

/** What is copied of a text with the number marked in it. */
function copied(text: string, style: Partial<typeof PLAIN> = {}): string {
  const start = text.indexOf(MARKED);
  const lines = [{ start, end: start + MARKED.length }];
  return text.slice(0, reachOf(text, lines, { ...PLAIN, ...style }));
}

describe("the copy of a field's text", () => {
  test("ends with the word that the last line ends in, and the gap behind it", () => {
    assert.equal(copied(`${BEFORE}${MARKED} by phone`), `${BEFORE}${MARKED} `);
    assert.equal(copied(`${BEFORE}${MARKED}-ish, by phone`), `${BEFORE}${MARKED}-ish, `);
    assert.equal(copied(`${BEFORE}${MARKED}\nby phone`), `${BEFORE}${MARKED}\n`);
  });

  for (const [what, text, style] of [
    ["the word may go on", `${BEFORE}${MARKED}`, {}],
    ["the lines stand in the middle", `${BEFORE}${MARKED} by phone`, { textAlign: "center" }],
    ["the lines are stretched", `${BEFORE}${MARKED} by phone`, { textAlign: "justify" }],
    ["the last line stands at the end", `${BEFORE}${MARKED} by phone`, { textAlignLast: "right" }],
    ["the text runs to the left", `${BEFORE}${MARKED} by phone`, { direction: "rtl" }],
    ["letters before it run to the left", `שלום ${MARKED} by phone`, {}],
    ["letters behind it run to the left", `${BEFORE}${MARKED} שלום`, {}],
    ["what follows makes the line higher", `${BEFORE}${MARKED} by 📞`, {}],
    ["letters to come decide the direction", `Oh,\n${MARKED} by phone`, { unicodeBidi: "plaintext" }],
  ] as const) {
    test(`is whole where ${what}`, () => assert.equal(copied(text, style), text));
  }

  test("needs no more where its first letters decided the direction", () => {
    const text = `Oh,\ntold ${MARKED} by phone`;
    assert.equal(copied(text, { unicodeBidi: "plaintext" }), `Oh,\ntold ${MARKED} `);
  });
});

describe("a copy is one of what the field says by now", () => {
  const from = `${BEFORE}${MARKED} by phone`;
  const copy = `${BEFORE}${MARKED} `;

  test("where only plain words behind it are others", () => {
    for (const text of [from, `${from}s`, `${copy}by post`, copy]) assert.ok(isAsideOf(copy, from, text), text);
  });

  test("but not where it is another itself, or words behind it may move its own", () => {
    for (const text of [
      `x${from}`,
      `${BEFORE}${MARKED}`,
      `${BEFORE}${MARKED}x by phone`,
      `${from} שלום`,
      `${from} 📞`,
      "",
    ]) {
      assert.ok(!isAsideOf(copy, from, text), text);
    }
  });

  test("and a whole one is of no other text", () => {
    assert.ok(isAsideOf(from, from, from));
    assert.ok(!isAsideOf(from, from, `${from}s`));
  });
});
