/** An editor is the same to the byte, content, model and caret, with the extension and without. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  BOLD,
  EDITORS,
  type Editor,
  ENTER,
  openEditor,
  press,
  type State,
  type Step,
  spots,
  stateOf,
  write,
} from "../editors/drive.ts";
import { BROWSERS, type Browser, openBrowser, waitFor } from "./harness/index.ts";

/** Enough to make every editor split nodes, merge them and remember what to undo. */
const STEPS: readonly Step[] = [
  "Pt was 84F, NHS 943 ",
  BOLD,
  "476",
  BOLD,
  " 5919",
  ENTER,
  "👨‍👩‍👧‍👦 at 12 Acacia Avenue LN1 3AB",
  ENTER,
  ENTER,
  "ring 07700 900123  ",
  { press: "Backspace" },
  { press: "Home" },
  "please ",
  { press: "ArrowUp" },
  { press: "Control+ArrowRight" },
];

for (const name of BROWSERS) {
  describe(`an editor is left as it is (${name})`, () => {
    let extended: Browser;
    let plain: Browser;
    before(async () => {
      [extended, plain] = await Promise.all([openBrowser(name), openBrowser(name, { extension: null })]);
    });
    after(() => Promise.all([extended?.close(), plain?.close()]));

    for (const editor of EDITORS) {
      test(editor, async () => {
        const [without, withIt] = await Promise.all([run(plain, editor, false), run(extended, editor, true)]);
        assert.deepEqual(withIt, without);
        assert.match(without.at(0)?.model ?? "", /5919/, "the keystrokes arrived");
      });
    }
  });
}

/** The states after writing, after an undo and after leaving, each once the marks have come and gone. */
async function run(browser: Browser, editor: Editor, marksExpected: boolean): Promise<State[]> {
  const page = await openEditor(browser, editor);
  const look = () => spots(browser, page, editor);
  const settled = async (some: boolean) => {
    if (marksExpected) await waitFor(`${some ? "" : "no "}marks`, look, (seen) => seen.length > 0 === some);
    return stateOf(page);
  };
  await write(page, STEPS);
  const written = await settled(true);
  await press(page, "Control+a");
  await press(page, "Delete");
  const emptied = await settled(false);
  await page.evaluate(() => window.fixture?.undo());
  const undone = await settled(true);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  const left = await settled(false);
  await browser.closePages();
  return [written, emptied, undone, left];
}
