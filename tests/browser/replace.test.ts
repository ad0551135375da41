/** Words are put into an editor at a press, seen there, known to its model, and taken back whole by one undo. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import {
  BOLD,
  EDITORS,
  type Editor,
  ENTER,
  isField,
  openEditor,
  press,
  type Step,
  stateOf,
  write,
} from "../editors/drive.ts";
import { cardOf, cardOpens } from "./card/seen.ts";
import { type Browser, inEachBrowser, waitFor } from "./harness/index.ts";
import { pressInCard, shows } from "./replace/seen.ts";

interface Draft {
  readonly marked: string;
  readonly title: string;
  readonly button: string;
  readonly before: string;
  readonly after: string;
  /** Where the caret stands then. */
  readonly upToCaret: string;
  /** The second paragraph, with bold in it where the editor has bold. */
  readonly steps: readonly Step[];
}

const AGE: Draft = {
  marked: "84 year old",
  title: "A patient's age",
  button: "Replace “an 84 year old” with “an older person”",
  before: "Called to an 84 year old on the stairs",
  after: "Called to an older person on the stairs",
  upToCaret: "Called to an older person",
  // The mark begins in the middle of what is replaced.
  steps: ["Called to an ", BOLD, "84 year old on", BOLD, " the stairs"],
};
const NUMBER: Draft = {
  marked: "07700 900123",
  title: "Phone number",
  button: "Leave out “, 07700 900123,”",
  before: "Ask the wife, 07700 900123, about it",
  after: "Ask the wife about it",
  upToCaret: "Ask the wife",
  steps: ["Ask ", BOLD, "the wife, 07700", BOLD, " 900123, about it"],
};
const FIRST = "Hello all 👩‍⚕️";
const LAST = "Home at last";

/** Three paragraphs with an emoji in the first and a mark in the second; an input has one line. */
async function openDraft(browser: Browser, editor: Editor, { before, steps }: Draft): Promise<Page> {
  const page = await openEditor(browser, editor);
  if (editor === "input") await write(page, [`${FIRST} ${before}`]);
  else await write(page, [FIRST, ENTER, ...(isField(editor) ? [before] : steps), ENTER, LAST]);
  return page;
}

const shownWith = (editor: Editor, words: string) =>
  editor === "input" ? `${FIRST} ${words}` : [FIRST, words, LAST].join("\n");

/** The editor's own content, without where its selection is. */
async function contentOf(page: Page): Promise<string> {
  const model = JSON.parse((await stateOf(page)).model);
  for (const key of ["selection", "anchor", "focus", "from", "to"]) delete model[key];
  return JSON.stringify(model).replaceAll("\u00a0", " ").replaceAll("&nbsp;", " ");
}

/** Every word of the model in its order, whatever it is called there; formatting may part them. */
const wordsOf = (content: string) =>
  [...content.matchAll(/"(?:text|insert|value|html)":"((?:[^"\\]|\\.)*)"/g)]
    .map(([, text = ""]) => text.replace(/<br>|<\/?(div|p)>|\\n/g, "\n").replace(/<[^>]*>/g, ""))
    .join("");

function placesOf(editor: Editor): string[] {
  // Draft.js and Quill do not work in a shadow tree by themselves.
  if (editor === "draft" || editor === "quill") return ["page", "dialog"];
  // The marks of a field in a closed tree are painted, but nothing tells a test whose they are.
  return ["page", "dialog", "open-shadow", ...(isField(editor) ? [] : ["closed-shadow"])];
}

for (const editor of EDITORS) {
  inEachBrowser(`a replacement in ${editor}`, (browser) => {
    for (const draft of [AGE, NUMBER]) {
      test(`“${draft.before}” becomes “${draft.after}”, and one undo takes it back`, async () => {
        const page = await openDraft(browser(), editor, draft);
        await shows(page, shownWith(editor, draft.before));
        const before = await contentOf(page);

        await pressInCard(browser(), page, draft);
        await shows(page, shownWith(editor, draft.after));
        const after = await contentOf(page);
        const squeezed = (text: string) => text.replace(/\s+/g, "");
        assert.equal(squeezed(wordsOf(after)), squeezed(shownWith(editor, draft.after)), "the model has it");

        await press(page, "Control+z");
        await shows(page, shownWith(editor, draft.before));
        assert.equal(await contentOf(page), before, "the model is what it was");

        await pressInCard(browser(), page, draft);
        await shows(page, shownWith(editor, draft.after));
        await waitFor(
          "the card to go with its finding",
          () => cardOf(browser(), page),
          (card) => card === null,
        );
        await page.keyboard.type(" X");
        await shows(page, shownWith(editor, draft.after.replace(draft.upToCaret, `${draft.upToCaret} X`)));
      });
    }

    for (const place of placesOf(editor)) {
      test(`is written in its place: ${place}`, async () => {
        const page = await openEditor(browser(), editor, place);
        await write(page, ["Called to an 84 year old, NHS 943 476 5919"]);
        await pressInCard(browser(), page, AGE);
        await cardOpens(browser(), page, "NHS number");
        const words = "Called to an older person, NHS 943 476 5919";
        assert.ok(
          wordsOf(await contentOf(page))
            .replaceAll("\u00a0", " ")
            .includes(words),
        );
      });
    }

    test("leaves no error behind", async () => {
      assert.deepEqual(await browser().errors(), []);
    });
  });
}
