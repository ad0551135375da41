/** What is marked in the very frame that shows a letter: never other words, nor words that the letter has touched. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { KeyInput, Page } from "puppeteer-core";
import { EDITORS, marked, openEditor, press, stateOf } from "../editors/drive.ts";
import { type Browser, inEachBrowser } from "./harness/index.ts";

const NUMBER = "943 476 5919";
const BEFORE = "We were told NHS ";
const AFTER = " by phone";

declare global {
  interface Window {
    /** The words that were marked when the frame after the last key was drawn. */
    inFirstFrame?: Promise<readonly string[]>;
  }
}

/** Runs in the page; `roots` are the closed ones, in which Firefox's lines over fields stand. */
function watchFrames(roots: readonly ShadowRoot[]): void {
  const textOf = (range: AbstractRange) => {
    const field = document.querySelector<HTMLTextAreaElement | HTMLInputElement>("textarea.editor, input.editor");
    return field ? field.value.slice(range.startOffset, range.endOffset) : String(range);
  };
  const highlighted = () =>
    [...CSS.highlights.values()]
      .flatMap((highlight) => [...highlight.keys()].map(textOf))
      .filter((text) => text !== "");
  const overlaid = () =>
    roots
      .flatMap((root) => [...root.querySelectorAll("[popover]:popover-open .mirror span")])
      .map((span) => {
        const before = document.createRange();
        before.setStart(span.parentElement as Element, 0);
        before.setEndBefore(span);
        const at = String(before).length;
        const field = document.querySelector<HTMLTextAreaElement | HTMLInputElement>(".editor");
        // The copy's words are the field's, or the line is under others.
        return field?.value.slice(at, at + (span.textContent ?? "").length) ?? "";
      });
  const said = () => {
    const editor = document.querySelector<HTMLElement>('[contenteditable="true"], .editor');
    return editor instanceof HTMLTextAreaElement || editor instanceof HTMLInputElement
      ? editor.value
      : editor?.innerText;
  };
  const { port1: afterFrame, port2: endOfFrame } = new MessageChannel();
  let drawn = (_words: readonly string[]) => {};
  afterFrame.onmessage = () => drawn([...highlighted(), ...overlaid()]);
  addEventListener(
    "keydown",
    () => {
      const before = said();
      // Some editors show a letter a frame late.
      const look = () => (said() === before ? requestAnimationFrame(look) : endOfFrame.postMessage(null));
      window.inFirstFrame = new Promise((resolve) => (drawn = resolve));
      requestAnimationFrame(look);
    },
    { capture: true },
  );
}

async function markedAfter(page: Page, key: KeyInput): Promise<string> {
  await page.keyboard.press(key);
  return (await page.evaluate(() => window.inFirstFrame ?? [])).join(", ");
}

async function moveCaret(page: Page, to: "Home" | "End", by: number): Promise<void> {
  await press(page, `Control+${to}`);
  await stateOf(page);
  for (let step = 0; step < by; step++) await page.keyboard.press(to === "Home" ? "ArrowRight" : "ArrowLeft");
  // Editors learn of a moved caret late, Slate after a tenth of a second.
  await stateOf(page);
}

inEachBrowser("the frame that shows a letter", (browser) => {
  for (const editor of EDITORS) {
    const open = async (opened: Browser) => {
      const page = await openEditor(opened, editor);
      await page.keyboard.type(BEFORE + NUMBER + AFTER);
      await marked(opened, page, editor, [NUMBER], BEFORE + NUMBER + AFTER);
      await opened.inClosedRoots(page, watchFrames, null);
      return page;
    };

    test(`shows the mark of a number that the letter does not touch: ${editor}`, async () => {
      const page = await open(browser());
      await moveCaret(page, "End", 0);
      for (const key of ["e", "Backspace", " ", "a"] as const) assert.equal(await markedAfter(page, key), NUMBER, key);
      await moveCaret(page, "Home", 2);
      for (const key of ["x", "y", "Backspace"] as const) assert.equal(await markedAfter(page, key), NUMBER, key);
    });

    for (const [where, to, by] of [
      ["behind", "End", AFTER.length],
      ["in front of", "Home", BEFORE.length],
      ["in", "End", AFTER.length + 2],
    ] as const) {
      test(`shows no mark of a number with the letter right ${where} it: ${editor}`, async () => {
        const page = await open(browser());
        await moveCaret(page, to, by);
        assert.equal(await markedAfter(page, "x"), "");
      });
    }
  }

  test("leaves no error behind", async () => {
    assert.deepEqual(await browser().errors(), []);
  });
});
