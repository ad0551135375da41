/** Marks sit on the right characters, in every editor that people write in, in both browsers. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Page } from "puppeteer-core";
import { BOLD, EDITORS, type Editor, ENTER, marked, openEditor, press, RICH, spots, write } from "../editors/drive.ts";
import { type Browser, inEachBrowser, waitFor } from "./harness/index.ts";

const NUMBER = "943 476 5919";
const POSTCODE = "LN1 3AB";
const FAMILY = "👨‍👩‍👧‍👦";

inEachBrowser("marks", (browser) => {
  for (const editor of EDITORS) {
    describe(editor, () => {
      test("sit on the number and the postcode of a post about a job", async () => {
        const page = await openEditor(browser(), editor);
        await write(page, [`Pt was 84F, NHS ${NUMBER}, at 12 Acacia Avenue ${POSTCODE}`]);
        await covered(browser(), page, editor, {
          text: `Pt was 84F, NHS ${NUMBER}, at 12 Acacia Avenue ${POSTCODE}`,
          marked: [NUMBER, POSTCODE],
          plain: ["Pt was ", ", NHS ", ", at "],
        });
        await browser().screenshot(page, `job-${editor}`);
      });

      test("follow emoji made of surrogates and joiners", async () => {
        const page = await openEditor(browser(), editor);
        const text = `👍🏽 ${FAMILY} from NHS ${NUMBER} 🚑`;
        await write(page, [text]);
        await marked(browser(), page, editor, [NUMBER], text);
      });

      test("come back with what undo brings back", async () => {
        const page = await openEditor(browser(), editor);
        const text = `Seen again, NHS ${NUMBER}, today`;
        await write(page, [text]);
        await marked(browser(), page, editor, [NUMBER], text);
        await press(page, "Control+a");
        await press(page, "Delete");
        await marked(browser(), page, editor, [], "");
        await page.evaluate(() => window.fixture?.undo());
        await marked(browser(), page, editor, [NUMBER], text);
      });

      test("move along with what is typed in front of them", async () => {
        const page = await openEditor(browser(), editor);
        await write(page, [`NHS ${NUMBER} again`]);
        await marked(browser(), page, editor, [NUMBER], `NHS ${NUMBER} again`);
        await write(page, [{ press: "Home" }]);
        await write(page, ["Hello, "]);
        await marked(browser(), page, editor, [NUMBER], `Hello, NHS ${NUMBER} again`);
      });
    });
  }

  for (const editor of RICH) {
    test(`${editor}: one number partly in bold is marked from end to end`, async () => {
      const page = await openEditor(browser(), editor);
      await write(page, ["about NHS 943 ", BOLD, "476", BOLD, " 5919 today"]);
      await marked(browser(), page, editor, [NUMBER], `about NHS ${NUMBER} today`);
      const pieces = await page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));
      assert.ok(pieces >= 3, `the number stands in several nodes, so its mark needs several ranges; it has ${pieces}`);
    });
  }

  for (const editor of [...RICH, "textarea"] as const) {
    test(`${editor}: each paragraph keeps its own marks`, async () => {
      const page = await openEditor(browser(), editor);
      await write(page, ["One line first.", ENTER, `NHS ${NUMBER}`, ENTER, `near ${POSTCODE}`, ENTER, `NHS ${NUMBER}`]);
      // A field's value has the line breaks; in the DOM of an editor, paragraphs stand end to end.
      const lines = ["One line first.", `NHS ${NUMBER}`, `near ${POSTCODE}`, `NHS ${NUMBER}`];
      await marked(browser(), page, editor, [NUMBER, POSTCODE, NUMBER], lines.join(editor === "textarea" ? "\n" : ""));
    });
  }
});

/** Waits until these words are marked, each from its first to its last character, and those others are not at all. */
async function covered(
  browser: Browser,
  page: Page,
  editor: Editor,
  expected: { text: string; marked: readonly string[]; plain: readonly string[] },
): Promise<void> {
  const { text } = expected;
  const shown = (seen: { text: string; start: number }[]) => {
    const letters = [...text].fill("-");
    for (const spot of seen) letters.fill("x", spot.start, spot.start + spot.text.length);
    return letters.join("");
  };
  const at = (word: string, line: string) => line.slice(text.indexOf(word), text.indexOf(word) + word.length);
  await waitFor(
    `marks on ${expected.marked.join(" and ")} and none on ${expected.plain.join(" and ")}`,
    () => spots(browser, page, editor),
    (seen) => {
      const line = shown(seen);
      return (
        expected.marked.every((word) => /^x+$/.test(at(word, line))) &&
        expected.plain.every((word) => /^-+$/.test(at(word, line)))
      );
    },
  );
}
