/** The demo page, with nothing installed: what people see of the examples, by keyboard, by axe, at every width. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import type { Page } from "puppeteer-core";
import { SAMPLES } from "../../www/samples.ts";
import { press } from "../editors/drive.ts";
import { type Browser, card, inEachBrowser, marks, waitFor } from "./harness/index.ts";

const DEMO = "https://forepost.example/demo/";
const COMPOSERS = ["textarea", "draft", "lexical", "quill", "tiptap", "slate", "contenteditable", "input"];

/** What each example shows: kinds, with the words that are marked. */
const SHOWN: Readonly<Record<string, readonly (readonly [kind: string, words: string])[]>> = {
  job: [
    ["identifier/age", "84F"],
    ["identifier/nhs-number", "943 476 5919"],
    ["identifier/address", "12 Acacia Avenue"],
    ["identifier/postcode", "LN1 3AB"],
  ],
  birthday: [["identifier/date-of-birth", "14/02/1941"]],
  found: [
    ["identifier/vehicle-registration", "AB12 CDE"],
    ["identifier/phone", "07700 900123"],
  ],
  details: [
    ["identifier/jigsaw", "Barnsley"],
    ["identifier/age", "87 year old"],
    ["identifier/location", "Barnsley"],
  ],
  petition: [
    ["petition/call", "sign the petition"],
    ["petition/link", "https://www.change.org/p/keep-our-station-open"],
  ],
  unkind: [["derogatory/", "Silly old cow"]],
  bio: [["disclaimer/missing", "Paramedic"]],
  thanks: [],
  learn: [],
};

inEachBrowser(
  "the demo page",
  (browser) => {
    for (const sample of SAMPLES) {
      test(`the example “${sample.title}” shows what it says`, async () => {
        const page = await openDemo(browser());
        await page.click(`[data-sample="${sample.id}"]`);
        const composer = sample.surface === "bio" ? "bio" : "textarea";
        const expected = SHOWN[sample.id] ?? [];
        const listed = await waitFor(
          "the list of findings",
          () => findings(page, composer),
          ({ said, list }) => said !== "Nothing written yet." && list.length >= expected.length,
        );
        for (const [kind, words] of expected) {
          const found = listed.list.find((one) => one.kind.startsWith(kind) && one.text.includes(words));
          assert.ok(found, `${kind} on “${words}” in ${JSON.stringify(listed.list)}`);
          assert.match(found.text, /\d/, "it names a clause");
        }
        const painted = await marks(browser(), page);
        assert.equal(painted.length > 0, expected.length > 0, `marks: ${JSON.stringify(painted)}`);
        if (expected.length === 0) assert.deepEqual(listed, { said: "Nothing to point out.", list: [] });
      });
    }

    test("details that add up are listed with the one to leave out first, and what could be written instead", async () => {
      const page = await openDemo(browser());
      await page.click('[data-sample="details"]');
      const { list } = await waitFor(
        "the findings",
        () => findings(page, "textarea"),
        (seen) => seen.list.length > 0,
      );
      const saidOf = (kind: string) => list.find((one) => one.kind === `identifier/${kind}`)?.text ?? "";
      assert.match(
        saidOf("jigsaw"),
        /Together these could tell someone who it was:“Barnsley” – where it was Leave this/,
      );
      assert.ok(!saidOf("jigsaw").includes("Back on her feet"), "the whole post is not repeated");
      assert.match(saidOf("age"), /You could write “an older person” instead of “an 87 year old lady”\./);
      const copy = '[data-kind="identifier/age"] .copy';
      await page.click(`${copy} button`);
      await waitFor(
        "the words to be copied",
        () => page.$eval(`${copy} [role="status"]`, (status) => status.textContent),
        (said) => said === "Copied",
      );
      await browser().screenshot(page, "demo-details");
      await focusComposer(page, "input");
      await press(page, "Control+v");
      const pasted = () => page.$eval('[data-composer="input"] input', (input) => (input as HTMLInputElement).value);
      assert.equal(await waitFor("what was copied", pasted), "an older person");
    });

    test("every editor takes an example, marks it and lists what was found", async () => {
      const page = await openDemo(browser());
      for (const composer of COMPOSERS) {
        await focusComposer(page, composer);
        await page.click('[data-sample="job"]');
        await waitFor(
          `the findings of ${composer}`,
          () => findings(page, composer),
          ({ list }) => list.some(({ text }) => text.includes("943 476 5919")),
        );
        await waitFor(
          `the marks of ${composer}`,
          () => marks(browser(), page),
          (seen) => seen.some(({ text }) => text === "943 476 5919") && seen.some(({ text }) => text === "LN1 3AB"),
        );
      }
      await browser().screenshot(page, "demo");
    });

    test("a policy can be chosen, and the clauses are its own", async () => {
      const page = await openDemo(browser());
      await page.click('[data-sample="job"]');
      await page.select("#policy", "las");
      await waitFor(
        "a clause of LAS alone",
        () => findings(page, "textarea"),
        ({ list }) => list.length > 0 && list.every(({ text }) => text.includes("LAS ") && !text.includes("EMAS ")),
      );
      const note = await page.$eval("#policy-note", (element) => element.textContent);
      assert.match(note ?? "", /TP080.*version 3\.2.*26 January 2017.*January 2020/);
    });

    test("works with the keyboard alone", async () => {
      const page = await openDemo(browser());
      await tabTo(page, '[data-sample="job"]');
      await page.keyboard.press("Enter");
      await waitFor("the composer to have the focus", () => isFocused(page, '[data-composer="textarea"] textarea'));
      await waitFor(
        "marks",
        () => marks(browser(), page),
        (seen) => seen.length >= 2,
      );
      await press(page, "Alt+Period");
      const opened = await waitFor("the card", () => card(browser(), page));
      const [first] = await marks(browser(), page);
      assert.ok(
        first && opened?.text.includes(`“${first.text}”`),
        `on “${first?.text}” the card says: ${opened?.text}`,
      );
      await page.keyboard.press("Escape");
      await waitFor(
        "the card to close",
        () => card(browser(), page),
        (seen) => seen === null,
      );
      assert.ok(await isFocused(page, '[data-composer="textarea"] textarea'), "the focus is back in the composer");
      await page.keyboard.type("!");
      const value = await page.$eval('[data-composer="textarea"] textarea', (field) => field.value);
      assert.ok(value.endsWith("LN1 3AB!"), `the caret is where it was: ${value}`);
      await tabTo(page, '[data-composer="bio"] textarea');
    });

    describe("axe finds no fault with it", () => {
      for (const scheme of ["light", "dark"]) {
        test(scheme, async () => {
          const page = await openDemo(browser());
          await page.evaluate((value) => document.documentElement.style.setProperty("color-scheme", value), scheme);
          await page.click('[data-sample="job"]');
          await waitFor(
            "the findings",
            () => findings(page, "textarea"),
            ({ list }) => list.length > 0,
          );
          assert.deepEqual(await faults(page), []);
          await browser().screenshot(page, `demo-${scheme}`);
        });
      }
    });

    test("fits a window 320 pixels wide", async () => {
      const page = await openDemo(browser());
      await page.setViewport({ width: 320, height: 640 });
      await page.click('[data-sample="petition"]');
      await waitFor(
        "the findings",
        () => findings(page, "textarea"),
        ({ said }) => said !== "Nothing written yet.",
      );
      const width = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
      assert.ok((width[0] ?? 0) <= (width[1] ?? 0), `nothing is wider than the window: ${width}`);
    });

    test("asks only its own site for anything, and obeys its own policy", async () => {
      const page = await openDemo(browser());
      const { requests, cspReports } = browser().server;
      const from = requests.length;
      await page.click('[data-sample="job"]');
      await waitFor(
        "marks",
        () => marks(browser(), page),
        (seen) => seen.length > 0,
      );
      assert.deepEqual(
        requests.slice(from).map(({ path }) => path),
        [],
      );
      assert.deepEqual(cspReports, []);
    });
  },
  { extension: null },
);

inEachBrowser("the demo page with the extension", (browser) => {
  test("leaves the checking to it", async () => {
    const { requests } = browser().server;
    const page = await browser().newPage("https://x.com/demo/?with=extension");
    await waitFor(
      "the notice",
      () => engine(page),
      (said) => said.startsWith("Checked by the extension"),
    );
    await page.bringToFront();
    await page.click('[data-sample="job"]');
    await waitFor(
      "marks",
      () => marks(browser(), page),
      (seen) => seen.some(({ text }) => text === "943 476 5919"),
    );
    const ours = requests.filter(({ host }) => host === "x.com").map(({ path }) => path);
    assert.ok(ours.includes("/demo/index.js"), "the page itself was served");
    assert.ok(!ours.includes("/demo/forepost_bg.wasm"), "the page loads no scanner of its own");
  });
});

async function openDemo(browser: Browser): Promise<Page> {
  const page = await browser.newPage(DEMO);
  await waitFor(
    "the scanner",
    () => engine(page),
    (said) => said.startsWith("Checked in this page"),
  );
  await page.bringToFront();
  return page;
}

const engine = (page: Page) => page.$eval("#engine", (element) => element.textContent ?? "");

/** What is written beside a composer. */
function findings(page: Page, composer: string) {
  return page.$eval(`[data-composer="${composer}"] + .result`, (result) => ({
    said: result.querySelector(".summary")?.textContent ?? "",
    list: [...result.querySelectorAll<HTMLElement>(".finding")].map((item) => ({
      kind: item.dataset.kind ?? "",
      text: item.textContent ?? "",
    })),
  }));
}

async function focusComposer(page: Page, composer: string): Promise<void> {
  const editable = ["textarea", "input", '[contenteditable="true"]'].map(
    (tag) => `[data-composer="${composer}"] ${tag}`,
  );
  await page.focus(editable.join(", "));
}

const isFocused = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

/** Presses Tab until the element has the focus, as one does without a mouse. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await isFocused(page, selector)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab does not lead to ${selector}`);
}

/** Every fault that axe finds, WCAG 2.2 AA and its own best practices. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  return page.evaluate(async () => {
    interface Axe {
      run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    }
    const { violations } = await (window as unknown as { axe: Axe }).axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  });
}
