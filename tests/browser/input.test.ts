/** Input that nobody writes on purpose: far too long, half a character, a NUL. The draft stays as it is. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Page } from "puppeteer-core";
import { EDITORS, type Editor, isField, openEditor, press, spots, stateOf } from "../editors/drive.ts";
import { BROWSERS, type Browser, hover, type Mark, marks, openBrowser, waitFor } from "./harness/index.ts";

const NUMBER = "943 476 5919";
const POSTCODE = "LN1 3AB";
const LENGTH = 200_000;
const FAR_TOO_LONG = `NHS ${NUMBER} `.padEnd(LENGTH - 1, "and then we waited a while ").concat(".");
const BROKEN = `NHS ${NUMBER} \uD83D and \uDE00, \0 near ${POSTCODE}`;
/** How much longer a frame may take than without the extension, before a person would feel it hang. */
const HITCH_MS = 500;

for (const name of BROWSERS) {
  describe(`bad input (${name})`, () => {
    let extended: Browser;
    let plain: Browser;
    before(async () => {
      [extended, plain] = await Promise.all([openBrowser(name), openBrowser(name, { extension: null })]);
    });
    after(() => Promise.all([extended?.close(), plain?.close()]));

    for (const editor of ["textarea", "contenteditable", "lexical"] as const) {
      test(`200,000 characters pasted: ${editor}`, async () => {
        // One after the other: two at once would wait for each other's processor.
        const without = await paste(plain, editor);
        const withIt = await paste(extended, editor, async (page) => {
          const [mark] = await waitFor("the mark in sight", () => marks(extended, page), inSight);
          assert.ok(mark);
          assert.match((await hover(extended, page, mark)).text, /first 50,000 characters/);
        });
        assert.ok(withIt.model === without.model, "the draft is what was pasted and typed");
        assert.ok(
          withIt.longestFrame <= without.longestFrame + HITCH_MS,
          `the longest frame took ${withIt.longestFrame} ms, without the extension ${without.longestFrame} ms`,
        );
        await Promise.all([plain.closePages(), extended.closePages()]);
      });
    }

    for (const editor of EDITORS) {
      test(`halves of characters and a NUL: ${editor}`, async () => {
        const [page, other] = await Promise.all([openEditor(extended, editor), openEditor(plain, editor)]);
        await Promise.all([page, other].map((one) => one.evaluate((text) => window.fixture?.write(text), BROKEN)));
        const shown = await shownIn(page, editor);
        const expected = [NUMBER, POSTCODE].map((text) => ({ text, start: shown.indexOf(text) }));
        await waitFor(
          `marks ${JSON.stringify(expected)}`,
          () => spots(extended, page, editor),
          (seen) => JSON.stringify(seen) === JSON.stringify(expected),
        );
        assert.equal((await stateOf(page)).model, (await stateOf(other)).model);
        await Promise.all([plain.closePages(), extended.closePages()]);
      });
    }

    test("nothing went wrong behind the scenes", async () => {
      assert.deepEqual(await extended.errors(), []);
    });
  });
}

function inSight(seen: readonly Mark[]): boolean {
  return seen.length === 1 && seen[0]?.text === NUMBER && seen[0].rect.y + seen[0].rect.height > 0;
}

interface Pasted {
  readonly model: string;
  /** The longest time between two frames from the paste on, in milliseconds. */
  readonly longestFrame: number;
}

/** Copies the long text from a field of its own, pastes it as a person does, types one letter more and goes back up. */
async function paste(browser: Browser, editor: Editor, look?: (page: Page) => Promise<void>): Promise<Pasted> {
  const source = await openEditor(browser, "textarea");
  await source.evaluate((text) => {
    const field = document.querySelector("textarea");
    if (field) field.value = text;
  }, FAR_TOO_LONG);
  await press(source, "Control+a");
  await press(source, "Control+c");
  const page = await openEditor(browser, editor);
  const frames = await page.evaluateHandle(() => {
    const seen = { longest: 0, last: performance.now() };
    const tick = () => {
      const now = performance.now();
      seen.longest = Math.max(seen.longest, now - seen.last);
      seen.last = now;
      requestAnimationFrame(tick);
    };
    tick();
    return seen;
  });
  await press(page, "Control+v");
  await page.keyboard.type("!");
  await press(page, "Control+Home");
  await look?.(page);
  const { model } = await stateOf(page);
  assert.ok(model.length > LENGTH && model.includes(".!"), "all of it was pasted, and what is typed after it arrives");
  return { model, longestFrame: Math.round(await frames.evaluate(({ longest }) => longest)) };
}

/** The text that the editor shows, a replacement character for each half of one, so that it can be sent here. */
function shownIn(page: Page, editor: Editor): Promise<string> {
  return page.evaluate((field) => {
    const element = document.querySelector(field ? ".editor" : '[contenteditable="true"]');
    const text =
      element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement
        ? element.value
        : element?.textContent;
    return (text ?? "").replace(/\p{Surrogate}/gu, "\uFFFD");
  }, isField(editor));
}
