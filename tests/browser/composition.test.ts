/** While an input method composes, nothing is scanned or painted anew; what it wrote is scanned once it is done. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { type Editor, marked, openEditor, press, spots } from "../editors/drive.ts";
import { inBrowserWindow } from "./harness/bidi.ts";
import { type Browser, inEachBrowser, waitFor } from "./harness/index.ts";

const NUMBER = "943 476 5919";

/** Shows these letters as what is being composed, as an input method does; then leaves them there for good. */
interface InputMethod {
  compose(letters: string): Promise<void>;
  commit(letters: string): Promise<void>;
}

async function inputMethodOf(browser: Browser, page: Page): Promise<InputMethod> {
  if (browser.name === "chrome") {
    const session = await page.createCDPSession();
    return {
      compose: async (text) => {
        await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
      },
      commit: async (text) => {
        await session.send("Input.insertText", { text });
      },
    };
  }
  const run = (what: string) =>
    inBrowserWindow(
      page.browser(),
      `(() => {
        const method = (window.inputMethod ??= Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor));
        if (!method.beginInputTransactionForTests(window)) throw new Error("the keyboard is taken");
        ${what}
      })()`,
    );
  return {
    compose: async (text) => {
      await run(`method.setPendingCompositionString(${JSON.stringify(text)});
        method.appendClauseToPendingComposition(${text.length}, method.ATTR_RAW_CLAUSE);
        method.setCaretInPendingComposition(${text.length});
        method.flushPendingComposition();`);
    },
    commit: async (text) => {
      await run(`method.commitCompositionWith(${JSON.stringify(text)});`);
    },
  };
}

/** Remembers the highlights that there are, to tell later whether any was made anew. */
const remember = (page: Page) =>
  page.evaluate(() => Object.assign(window, { painted: new Map([...CSS.highlights.entries()]) }) && null);
const paintedAnew = (page: Page) =>
  page.evaluate(() => {
    const { painted } = window as unknown as { painted: Map<string, unknown> };
    return [...CSS.highlights.entries()].filter(([name, highlight]) => painted.get(name) !== highlight).length;
  });

const text = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement instanceof HTMLTextAreaElement ? activeElement.value : (activeElement?.textContent ?? "");
  });

inEachBrowser("a composition", (browser) => {
  for (const editor of ["contenteditable", "lexical", "tiptap", "textarea"] as const satisfies readonly Editor[]) {
    test(`is left alone until it is done: ${editor}`, async () => {
      const page = await openEditor(browser(), editor);
      await page.keyboard.type(`NHS ${NUMBER} and `);
      await marked(browser(), page, editor, [NUMBER], `NHS ${NUMBER} and `);
      await remember(page);
      const method = await inputMethodOf(browser(), page);
      for (const letters of ["L", "LN1", "LN1 3AB"]) {
        await method.compose(letters);
        await waitFor(
          `“${letters}” to stand there`,
          () => text(page),
          (seen) =>
            seen
              .replace(/\u00a0/g, " ")
              .replace(/\u200b/g, "")
              .endsWith(`and ${letters}`),
        );
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        assert.deepEqual(
          (await spots(browser(), page, editor)).map((spot) => spot.text),
          [NUMBER],
        );
        assert.equal(await paintedAnew(page), 0, "the marks were painted anew");
      }
      await method.commit("LN1 3AB");
      await marked(browser(), page, editor, [NUMBER, "LN1 3AB"], `NHS ${NUMBER} and LN1 3AB`);
    });

    test(`takes the mark away that it writes in: ${editor}`, async () => {
      const page = await openEditor(browser(), editor);
      await page.keyboard.type(`NHS ${NUMBER}`);
      await marked(browser(), page, editor, [NUMBER], `NHS ${NUMBER}`);
      for (let step = 0; step < 4; step++) await press(page, "ArrowLeft");
      const method = await inputMethodOf(browser(), page);
      await method.compose("x");
      await marked(browser(), page, editor, [], "");
      await method.commit("");
      await marked(browser(), page, editor, [NUMBER], `NHS ${NUMBER}`);
    });
  }

  test("leaves no error behind", async () => {
    assert.deepEqual(await browser().errors(), []);
  });
});
