/** On a page with the strictest policy everything works, and the site hears of nothing that it would not hear anyway. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import type { Page } from "puppeteer-core";
import { EDITORS, type Editor, marked, openEditor, write } from "../editors/drive.ts";
import { BROWSERS, type Browser, hover, marks, openBrowser, STRICT, waitFor } from "./harness/index.ts";

const NUMBER = "943 476 5919";
const TEXT = `about NHS ${NUMBER} again`;
/** Some sites also forbid markup made of strings. */
const TRUSTED = `${STRICT}; require-trusted-types-for 'script'; trusted-types 'none'`;

for (const name of BROWSERS) {
  describe(`a strict content security policy (${name})`, () => {
    let extended: Browser;
    let plain: Browser;
    before(async () => {
      [extended, plain] = await Promise.all([openBrowser(name), openBrowser(name, { extension: null })]);
    });
    after(() => Promise.all([extended?.close(), plain?.close()]));

    for (const editor of EDITORS) {
      test(`hears nothing of ours: ${editor}`, () => compare(editor));
    }

    for (const editor of ["contenteditable", "textarea"] as const) {
      test(`hears nothing of ours where markup out of strings is forbidden too: ${editor}`, async () => {
        const body = await readFile(`target/editors/${editor}.html`);
        for (const { server } of [extended, plain]) server.serve(`/fixture/${editor}`, { body, csp: TRUSTED });
        await compare(editor);
      });
    }

    async function compare(editor: Editor): Promise<void> {
      const [withIt, without] = await Promise.all([
        reportsOf(extended, editor, (page) => readCard(extended, page, editor)),
        reportsOf(plain, editor, () => Promise.resolve()),
      ]);
      assert.deepEqual(withIt, without);
      await Promise.all([extended.closePages(), plain.closePages()]);
    }
  });
}

async function readCard(browser: Browser, page: Page, editor: Editor): Promise<void> {
  await marked(browser, page, editor, [NUMBER], TEXT);
  const [mark] = await marks(browser, page);
  assert.ok(mark, "the mark is painted");
  const { title, clauses } = await hover(browser, page, mark);
  assert.equal(title, "NHS number");
  assert.ok(clauses.length > 0, "the card names a clause");
}

/**
 * What the site was told while a person wrote, in short. It ends with a violation that we cause, so that a silent
 * report-uri cannot pass for a clean one, and so that whatever came before has arrived.
 */
async function reportsOf(browser: Browser, editor: Editor, look: (page: Page) => Promise<void>): Promise<string[]> {
  const { cspReports } = browser.server;
  const from = cspReports.length;
  const page = await openEditor(browser, editor);
  await write(page, [TEXT]);
  await look(page);
  await page.evaluate(() => {
    const style = document.createElement("style");
    style.textContent = "body { color: red }";
    document.head.append(style);
  });
  return waitFor(
    "the report of a deliberate violation",
    () => cspReports.slice(from).map(inShort),
    (reports) => reports.includes("style-src-elem inline"),
  );
}

function inShort(body: string): string {
  const { "csp-report": report } = JSON.parse(body) as { "csp-report": Record<string, string> };
  return `${report["effective-directive"]} ${report["blocked-uri"]}`;
}
