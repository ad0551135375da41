/** Wherever a composer stands on a page: in shadow trees, in a modal dialog, in a frame. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Editor, isField, marked, openEditor, richSpots, serveWithFrames, write } from "../editors/drive.ts";
import { inEachBrowser, marks, waitFor } from "./harness/index.ts";

const NUMBER = "943 476 5919";
const TEXT = `about NHS ${NUMBER} again`;
const SHADOWED: readonly Editor[] = ["contenteditable", "textarea", "input", "lexical", "tiptap", "slate"];
const IN_DIALOGS: readonly Editor[] = ["contenteditable", "textarea", "input", "lexical", "draft", "quill"];
const FRAMED: readonly Editor[] = ["contenteditable", "lexical", "slate"];

inEachBrowser("a composer is marked", (browser) => {
  for (const place of ["open-shadow", "closed-shadow"]) {
    for (const editor of SHADOWED) {
      test(`in a shadow tree (${place}): ${editor}`, async () => {
        const page = await openEditor(browser(), editor, place);
        await write(page, [TEXT]);
        await marked(browser(), page, editor, [NUMBER], TEXT);
        await browser().screenshot(page, `${place}-${editor}`);
        // A line is drawn by a style sheet, and each tree has its own. No test can see a field in a closed one.
        if (place === "closed-shadow" && isField(editor)) return;
        const [painted] = await marks(browser(), page);
        assert.equal(painted?.text, NUMBER);
      });
    }
  }

  for (const editor of IN_DIALOGS) {
    test(`in a modal dialog: ${editor}`, async () => {
      const page = await openEditor(browser(), editor, "dialog");
      await write(page, [TEXT]);
      await marked(browser(), page, editor, [NUMBER], TEXT);
      assert.ok(await page.evaluate(() => document.querySelector("dialog")?.open));
    });
  }

  for (const editor of FRAMED) {
    test(`in a frame: ${editor}`, async () => {
      await serveWithFrames(browser(), editor);
      const page = await openEditor(browser(), editor, "iframe");
      await write(page, [TEXT]);
      const frame = page.frames().find((one) => one !== page.mainFrame());
      assert.ok(frame, "the page has a frame");
      await waitFor(
        "the mark",
        () => richSpots(frame),
        ([spot, ...others]) => spot?.text === NUMBER && spot.start === TEXT.indexOf(NUMBER) && others.length === 0,
      );
    });
  }
});
