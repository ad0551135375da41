/**
 * Edits by chance in each editor: content, model and history are the same to the byte with the extension and without. A
 * copy of the extension that writes in the editor shows that it would be found. `make soak` makes a thousand in each editor
 * and browser.
 */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type Browser, type BrowserName, ExtensionCopy, openBrowser, waitFor } from "../../browser/harness/index.ts";
import { EDITORS, type Editor, openEditor, spots } from "../drive.ts";
import { editsOf } from "./edits.ts";
import { type Look, play } from "./play.ts";

/** How many runs of edits an editor is given; the seeds are other ones in each browser. */
const RUNS = Number(process.env.EDIT_RUNS ?? 2);
assert.ok(Number.isInteger(RUNS) && RUNS > 0, "EDIT_RUNS is a whole number above 0");
const FIRST_SEED: Readonly<Record<BrowserName, number>> = { chrome: 11, firefox: 31 };
const seedsOf = (name: BrowserName) => Array.from({ length: RUNS }, (_, run) => FIRST_SEED[name] + 97 * run);
const EDITS = 125;

/** The tests of one browser; each has a file of its own, so that two run at a time. */
export function leaveEditorsAlone(name: BrowserName): void {
  describe(`${RUNS * EDITS} edits by chance (${name})`, () => {
    let extended: Browser;
    let plain: Browser;
    before(async () => {
      [extended, plain] = await Promise.all([openBrowser(name), openBrowser(name, { extension: null })]);
    });
    after(() => Promise.all([extended?.close(), plain?.close()]));

    for (const editor of EDITORS) {
      test(`leave ${editor} as it would be without`, async () => {
        for (const seed of seedsOf(name)) {
          const [without, withIt] = await Promise.all([run(plain, editor, seed), run(extended, editor, seed, true)]);
          compare(withIt, without, seed);
        }
      });
    }

    test("tell of a copy that writes in the editor", async () => {
      await ExtensionCopy.with(name, async (copy) => {
        // Once, in the middle of everything, and hardly to be seen.
        const write = `document.execCommand("insertText", false, " ")`;
        await copy.append(
          "content.js",
          `let left = 40; addEventListener("input", () => { if (--left === 0) ${write}; });`,
        );
        const writing = await openBrowser(name, { extension: copy.folder });
        try {
          const seed = FIRST_SEED[name];
          const [without, withIt] = await Promise.all([
            run(plain, "contenteditable", seed),
            run(writing, "contenteditable", seed),
          ]);
          assert.throws(() => compare(withIt, without, seed));
        } finally {
          await writing.close();
        }
      });
    });
  });
}

async function run(browser: Browser, editor: Editor, seed: number, marksExpected = false): Promise<Look[]> {
  const page = await openEditor(browser, editor);
  await page.evaluate(holdClock);
  const looks = await play(browser, page, editor, editsOf(seed, EDITS));
  if (marksExpected) {
    // The extension was there all the time, and still is.
    await browser.pressAll(page, ["Control+End", ...` NHS 943 476 5919 `]);
    await waitFor(
      "a mark",
      () => spots(browser, page, editor),
      (seen) => seen.length > 0,
    );
  }
  await browser.closePages();
  return looks;
}

/**
 * ProseMirror reads a change of its DOM differently within 50, 100 or 200 ms of a key or the focus, so a slow machine alone
 * makes other text of the same keys. Here each thing happens a second after the one before.
 */
function holdClock(): void {
  let now = Date.now();
  Date.now = () => {
    now += 1000;
    return now;
  };
}

/** The first look that differs says which edits came before it. */
function compare(withIt: readonly Look[], without: readonly Look[], seed: number): void {
  for (const [at, look] of without.entries()) assert.deepEqual(withIt[at], look, `seed ${seed}, after ${look.after}`);
  assert.ok(new Set(without.map(({ model }) => model)).size > without.length / 2, "the edits arrived");
}
