import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { quoted, tell } from "../../extension/content/told.ts";
import type { Explanation, Finding } from "../../extension/shared/protocol.ts";

const EXPLANATION: Explanation = {
  rule: "rule",
  kind: "identifier/age",
  severity: "caution",
  title: "A title",
  why: "A reason.",
  instead: "Something better.",
  clauses: [],
  ask: null,
  outdated: null,
  replacements: [],
  pieces: [],
};

/** Where words stand in a text. */
const at = (text: string, words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const finding = (text: string, words = text): Finding => ({ rule: 0, severity: "caution", ...at(text, words) });

describe("a quote", () => {
  test("is the words between quotation marks", () => assert.equal(quoted("84 year old"), "“84 year old”"));

  test("stands on one line, without the blanks around it", () => {
    assert.equal(quoted("\n two\n\n lines\t"), "“two lines”");
  });

  test("ends with a whole word when it is too long, and says that it goes on", () => {
    assert.equal(quoted("one two three four", 12), "“one two…”");
    assert.equal(quoted("one two three four", 13), "“one two three…”");
    assert.equal(quoted("one two three four", 18), "“one two three four”");
  });

  test("of one long word is cut, but never through a character", () => {
    assert.equal(quoted("abcdefghij", 5), "“abcde…”");
    assert.equal(quoted("abcd🚑fghij", 5), "“abcd…”");
  });
});

describe("what is told of a finding", () => {
  test("quotes it from the text", () => {
    const text = "An 84 year old fell";
    assert.equal(tell(EXPLANATION, text, finding(text, "84 year old")).quote, "“84 year old”");
  });

  test("says what could be written, and instead of which words", () => {
    const text = "Called to an 84 year old today";
    const replacements = [{ text: "an older person", ...at(text, "an 84 year old") }];
    const { offers } = tell({ ...EXPLANATION, replacements }, text, finding(text, "84 year old"));
    assert.deepEqual(offers, [
      { write: "an older person", insteadOf: "“an 84 year old”", replacement: replacements[0] },
    ]);
  });

  test("says what could be left out", () => {
    const text = "ask him, 07700 900123, about it";
    const replacements = [{ text: "", ...at(text, ", 07700 900123,") }];
    const { offers } = tell({ ...EXPLANATION, replacements }, text, finding(text, "07700 900123"));
    assert.deepEqual(offers, [{ write: "", insteadOf: "“, 07700 900123,”", replacement: replacements[0] }]);
  });

  test("says what could be added, where there is room for it", () => {
    const replacements = [{ text: ". Views my own", start: 9, end: 9 }];
    const bio = (room?: number) =>
      tell({ ...EXPLANATION, replacements }, "Paramedic", finding("Paramedic"), room).offers;
    assert.deepEqual(bio(), [{ write: ". Views my own", insteadOf: null, replacement: replacements[0] }]);
    assert.equal(bio(23).length, 1);
    assert.deepEqual(bio(22), []);
  });

  test("lists details that add up, and then not the whole text as well", () => {
    const text = "A lady fell outside the Odeon";
    const pieces = [
      { tells: "where it was", ...at(text, "outside the Odeon") },
      { tells: "whether it was a man or a woman", ...at(text, "lady") },
    ];
    const told = tell({ ...EXPLANATION, pieces }, text, finding(text));
    assert.equal(told.quote, null);
    assert.deepEqual(told.details, [
      { quote: "“outside the Odeon”", tells: "where it was" },
      { quote: "“lady”", tells: "whether it was a man or a woman" },
    ]);
  });

  test("is the quote alone when there is no explanation", () => {
    assert.deepEqual(tell(null, "a text", finding("a text", "text")), { quote: "“text”", offers: [], details: [] });
  });
});
