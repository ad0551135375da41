/** A composer's time in focus, with a scanner that answers when the test says so: late, out of order or not at all. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { faults } from "./card/axe.ts";
import { cardHasFocus, cardOf, cardOpens, markOn } from "./card/seen.ts";
import { type Browser, inEachBrowser, marks, waitFor } from "./harness/index.ts";
import { asked, openSession as open, probe } from "./session/drive.ts";

const marked = (browser: Browser, page: Page, words: readonly string[]) =>
  waitFor(
    `marks on ${JSON.stringify(words)}`,
    async () => (await marks(browser, page)).map(({ text }) => text),
    (seen) => JSON.stringify(seen) === JSON.stringify(words),
  );

async function nextFinding(page: Page): Promise<void> {
  await page.keyboard.down("Alt");
  await page.keyboard.press("n");
  await page.keyboard.up("Alt");
}

/** Goes into the card of the next finding once these words are marked. */
async function nextFindingOf(page: Page, browser: Browser, words: string): Promise<void> {
  await markOn(browser, page, words);
  await nextFinding(page);
  await cardHasFocus(browser, page);
}

/** Lets the page draw what has happened so far. */
const drawn = (page: Page) =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

const wordsNow = async (browser: Browser, page: Page) => (await marks(browser, page)).map(({ text }) => text);

/** What a page could see of the content code. */
const traces = (page: Page) =>
  page.evaluate(() => ({
    highlights: [...CSS.highlights.keys()],
    elements: [...document.documentElement.children].map(({ localName }) => localName),
  }));
const NO_TRACES = { highlights: [], elements: ["head", "body"] };

inEachBrowser(
  "a composer in focus",
  (browser) => {
    for (const composer of ["#rich", "#area", "#line"]) {
      test(`an answer to an older text is dropped: ${composer}`, async () => {
        const page = await open(browser(), composer);
        await page.keyboard.type("one two");
        const older = await asked(page, "one two");
        await page.keyboard.type(" three");
        const newer = await asked(page, "one two three");
        await probe(page, "answer", newer, [["serious", 4, 7]]);
        await marked(browser(), page, ["two"]);
        await probe(page, "answer", older, [["serious", 0, 3]]);
        await drawn(page);
        assert.deepEqual(await wordsNow(browser(), page), ["two"]);
      });

      test(`an edit moves the marks behind it, and hides those that it touches: ${composer}`, async () => {
        const page = await open(browser(), composer);
        await page.keyboard.type("one two three");
        const first = await asked(page, "one two three");
        await probe(page, "answer", first, [
          ["advice", 0, 3],
          ["caution", 4, 7],
          ["serious", 8, 13],
        ]);
        await marked(browser(), page, ["one", "two", "three"]);
        for (let back = 0; back < 7; back++) await page.keyboard.press("ArrowLeft");
        await page.keyboard.type("x");
        await marked(browser(), page, ["one", "three"]);
        const second = await asked(page, "one twxo three");
        await probe(page, "answer", second, [["serious", 9, 14]]);
        await marked(browser(), page, ["three"]);
      });

      test(`leaving it takes everything away: ${composer}`, async () => {
        const page = await open(browser(), composer);
        await page.keyboard.type("one two");
        await probe(page, "answer", await asked(page, "one two"), [["serious", 4, 7]]);
        await marked(browser(), page, ["two"]);
        await nextFinding(page);
        await cardHasFocus(browser(), page);
        await page.keyboard.press("Escape");
        await page.$eval(composer, (element) => (element as HTMLElement).blur());
        await waitFor(
          "no trace of the marks",
          () => traces(page),
          (seen) => JSON.stringify(seen) === JSON.stringify(NO_TRACES),
        );
        assert.equal(await probe(page, "released"), 1);
      });

      test(`so does taking it out of the page: ${composer}`, async () => {
        const page = await open(browser(), composer);
        await page.keyboard.type("one two");
        await probe(page, "answer", await asked(page, "one two"), [["serious", 4, 7]]);
        await marked(browser(), page, ["two"]);
        await page.$eval(composer, (element) => element.remove());
        await waitFor(
          "no trace of the marks",
          () => traces(page),
          (seen) => JSON.stringify(seen) === JSON.stringify(NO_TRACES),
        );
        assert.equal(await probe(page, "released"), 1);
      });
    }

    for (const composer of ["#area", "#line"]) {
      test(`a value that the page sets itself is read too: ${composer}`, async () => {
        const page = await open(browser(), composer);
        await page.keyboard.type("one two");
        await probe(page, "answer", await asked(page, "one two"), [["serious", 4, 7]]);
        await marked(browser(), page, ["two"]);
        await page.$eval(composer, (element) => {
          (element as HTMLInputElement).value = "";
        });
        await marked(browser(), page, []);
      });
    }

    test("nothing is scanned in the middle of a composition", async () => {
      const page = await open(browser(), "#area");
      const compose = (type: string) =>
        page.$eval("#area", (area, name) => area.dispatchEvent(new CompositionEvent(name, { bubbles: true })), type);
      await page.keyboard.type("one");
      await asked(page, "one");
      await compose("compositionstart");
      await page.keyboard.type(" two three");
      await drawn(page);
      await compose("compositionend");
      await asked(page, "one two three");
      assert.deepEqual((await probe(page, "texts")).slice(-2), ["one", "one two three"]);
    });

    test("an input that becomes a password is let go of, and not read again when it is shown", async () => {
      const page = await open(browser(), "#line");
      await page.keyboard.type("one two");
      await probe(page, "answer", await asked(page, "one two"), [["serious", 4, 7]]);
      await marked(browser(), page, ["two"]);
      await page.$eval("#line", (line) => line.setAttribute("type", "password"));
      await waitFor(
        "the input to be let go of",
        () => probe(page, "released"),
        (times) => times === 1,
      );
      assert.deepEqual(await traces(page), NO_TRACES);
    });

    test("a password that is shown is not read either", async () => {
      const page = await open(browser(), "#password");
      await page.keyboard.type("one two");
      await page.$eval("#password", (input) => input.setAttribute("type", "text"));
      await page.focus("#area");
      await page.focus("#password");
      await page.keyboard.type(" three");
      await page.focus("#area");
      await page.keyboard.type("four");
      await asked(page, "four");
      for (const text of await probe(page, "texts")) assert.ok("four".startsWith(text), `“${text}” was read`);
    });

    test("the number of marks is spoken once it has settled, through the composer", async () => {
      const page = await open(browser(), "#area");
      await page.evaluate(() => {
        const heard: string[] = [];
        Object.assign(window, { heard });
        Object.assign(Element.prototype, { ariaNotify: (text: string) => heard.push(text) });
      });
      await page.keyboard.type("one two");
      await probe(page, "answer", await asked(page, "one two"), [
        ["serious", 0, 3],
        ["serious", 4, 7],
      ]);
      const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
      await waitFor("the number to be spoken", heard, (all) => all.length > 0);
      assert.deepEqual(await heard(), ["2 parts of your draft are marked."]);
      assert.equal((await traces(page)).elements.length, 3, "one element holds all that is shown");
    });

    test("where a page cannot speak by itself, a live region does", async () => {
      const page = await open(browser(), "#rich");
      await page.evaluate(() => Reflect.deleteProperty(Element.prototype, "ariaNotify"));
      await page.keyboard.type("one two");
      await probe(page, "answer", await asked(page, "one two"), [["serious", 4, 7]]);
      await waitFor(
        "the live region",
        () =>
          browser().inClosedRoots(
            page,
            (roots) => roots.map((root) => root.querySelector("[role=status]")?.textContent ?? ""),
            null,
          ),
        (seen) => seen.includes("One part of your draft is marked."),
      );
    });

    test("the card can be used by everyone, in light and in dark", async () => {
      const page = await open(browser(), "#rich");
      await page.evaluate(() => {
        // Axe sees into open shadow trees only.
        const attach = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function (options) {
          return attach.call(this, { ...options, mode: "open" });
        };
      });
      await page.keyboard.type("one two");
      await probe(page, "answer", await asked(page, "one two"), [
        ["caution", 0, 7],
        ["serious", 4, 7],
      ]);
      await waitFor(
        "the marks",
        () => wordsNow(browser(), page),
        (seen) => seen.includes("two"),
      );
      const titleNow = () =>
        page.evaluate(() => {
          const roots = [...document.documentElement.children].map(({ shadowRoot }) => shadowRoot);
          return roots.find((root) => root?.activeElement)?.querySelector("h2")?.textContent;
        });
      for (const [scheme, titles] of [
        ["light", ["Everything", "A title"]],
        ["dark", ["Everything", "A title"]],
      ] as const) {
        if (browser().name === "chrome") {
          await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
        }
        for (const title of titles) {
          await nextFinding(page);
          await waitFor(`the card “${title}”`, titleNow, (seen) => seen === title);
          assert.deepEqual(await faults(page, "html > div"), []);
        }
      }
    });

    test("copying says so when it is done, and what to do when it is not allowed", async () => {
      const page = await open(browser(), "#area");
      await page.keyboard.type("one two");
      await probe(page, "answer", await asked(page, "one two"), [["serious", 4, 7]]);
      await nextFindingOf(page, browser(), "two");
      const said = (words: string) =>
        waitFor(
          `“${words}”`,
          () => cardOf(browser(), page),
          (seen) => seen?.copied === words,
        );
      const allow = (allowed: boolean) =>
        page.evaluate((is) => {
          navigator.clipboard.writeText = () => (is ? Promise.resolve() : Promise.reject(new Error("not allowed")));
        }, allowed);
      await allow(false);
      for (const stop of ["Close", "Replace “one two” with “a patient”", "Copy “a patient”"]) {
        await page.keyboard.press("Tab");
        assert.equal((await cardOf(browser(), page))?.focusedOn, stop);
      }
      await page.keyboard.press("Enter");
      await said("Could not copy. Please type it instead.");
      await allow(true);
      await page.keyboard.press("Enter");
      await said("Copied");
    });

    test("a mark that is scanned again under the pointer is explained all the same", async () => {
      const page = await open(browser(), "#rich");
      await page.keyboard.type("one two");
      await probe(page, "answer", await asked(page, "one two"), [["serious", 4, 7]]);
      const { rect } = await markOn(browser(), page, "two");
      await page.keyboard.type(" three");
      const again = await asked(page, "one two three");
      await page.mouse.move(rect.x + 4, rect.y + 8);
      await page.mouse.move(rect.x + 8, rect.y + 8);
      await probe(page, "answer", again, [["serious", 4, 7]]);
      await cardOpens(browser(), page, "A title");
    });

    test("a mark that was moved is explained as it was found, before the new text is scanned", async () => {
      const page = await open(browser(), "#area");
      await page.keyboard.type("one two");
      await probe(page, "answer", await asked(page, "one two"), [["serious", 4, 7]]);
      await marked(browser(), page, ["two"]);
      await page.keyboard.press("Home");
      await page.keyboard.type("more ");
      await asked(page, "more one two");
      await nextFinding(page);
      const card = await cardHasFocus(browser(), page);
      assert.deepEqual(await probe(page, "explained"), [{ text: "one two", surface: "post", words: "two" }]);
      assert.equal(card.quote, "“two”");
      assert.deepEqual(card.offers, ["You could write “a patient” instead of “one two”."]);
    });

    test("an open card keeps up with the words around its mark", async () => {
      const page = await open(browser(), "#area");
      await page.keyboard.type("one two");
      await probe(page, "answer", await asked(page, "one two"), [["serious", 4, 7]]);
      await nextFindingOf(page, browser(), "two");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      assert.equal((await cardOf(browser(), page))?.focusedOn, "Replace “one two” with “a patient”");
      // A page can change the text while the focus is in the card.
      await page.$eval("#area", (area) => {
        (area as HTMLTextAreaElement).value = "six two";
        area.dispatchEvent(new Event("input", { bubbles: true }));
      });
      await probe(page, "answer", await asked(page, "six two"), [["serious", 4, 7]]);
      const card = await waitFor(
        "the new words on the card",
        () => cardOf(browser(), page),
        (seen) => seen?.offers[0]?.includes("“six two”") ?? false,
      );
      assert.equal(card?.hasFocus, true, "the focus went with the button that was replaced");
      assert.deepEqual(
        (await probe(page, "explained")).map(({ text }) => text),
        ["one two", "six two"],
      );
    });

    test("what cannot be explained is said to be so, and asked again with the next text", async () => {
      const page = await open(browser(), "#area");
      await page.keyboard.type("one two");
      await probe(page, "answer", await asked(page, "one two"), [["serious", 4, 7]]);
      await probe(page, "explains", false);
      const { rect } = await markOn(browser(), page, "two");
      await page.mouse.move(rect.x + 4, rect.y + 8);
      await page.mouse.move(rect.x + 8, rect.y + 8);
      const card = await cardOpens(browser(), page, "Something to look at");
      assert.match(card.text, /could not be loaded/);
      await probe(page, "explains", true);
      await page.keyboard.type(" three");
      await probe(page, "answer", await asked(page, "one two three"), [["serious", 4, 7]]);
      await cardOpens(browser(), page, "A title");
    });

    test("a card says a bio's finding as one of a bio, and forgets what it said when the composer is left", async () => {
      const page = await open(browser(), "#bio");
      await page.keyboard.type("one two");
      await probe(page, "answer", await asked(page, "one two"), [["caution", 0, 7]]);
      await nextFindingOf(page, browser(), "one two");
      const card = await cardOpens(browser(), page, "Everything");
      assert.equal(card.quote, "", "the whole text is not quoted where its details are listed");
      assert.deepEqual(card.details, ["“one” – where it was Leave this out first", "“two” – where it was"]);
      assert.deepEqual(await probe(page, "explained"), [{ text: "one two", surface: "bio", words: "one two" }]);
      await page.keyboard.press("Escape");
      await page.$eval("#bio", (area) => (area as HTMLElement).blur());
      await waitFor(
        "no trace of the card",
        () => traces(page),
        (seen) => JSON.stringify(seen) === JSON.stringify(NO_TRACES),
      );
    });

    test("a box for a bio is scanned as a bio", async () => {
      const page = await open(browser(), "#bio");
      await page.keyboard.type("one");
      await asked(page, "one");
      assert.deepEqual([...new Set(await probe(page, "surfaces"))], ["bio"]);
    });

    for (const name of ["Describe your photo", "Image description", "Video description", "About this event"])
      test(`what a page calls “${name}” is of no person's bio`, async () => {
        const page = await open(browser(), "#bio");
        await page.$eval("#bio", (area) => (area as HTMLElement).blur());
        await page.$eval("#bio", (area, label) => area.setAttribute("aria-label", label), name);
        await page.$eval("#bio", (area) => area.setAttribute("id", "description"));
        await page.focus("#description");
        await page.keyboard.type("one");
        await asked(page, "one");
        assert.deepEqual([...new Set(await probe(page, "surfaces"))], ["post"]);
      });

    test("a scanner that fails marks nothing, and is asked again about the next text", async () => {
      const page = await open(browser(), "#rich");
      await page.keyboard.type("one");
      await probe(page, "fail", await asked(page, "one"));
      await page.keyboard.type(" two");
      await probe(page, "answer", await asked(page, "one two"), [["serious", 4, 7]]);
      await marked(browser(), page, ["two"]);
    });

    test("of 200,000 characters no more is read than can be scanned, and the draft stays as it is", async () => {
      const page = await open(browser(), "#area");
      const draft = "word ".repeat(40_000);
      await page.$eval(
        "#area",
        (area, text) => {
          (area as HTMLTextAreaElement).value = text;
          area.dispatchEvent(new Event("input", { bubbles: true }));
        },
        draft,
      );
      await asked(page, draft.slice(0, 50_001));
      assert.equal(await page.$eval("#area", (area) => (area as HTMLTextAreaElement).value), draft);
    });

    test("nothing can be seen of it before a finding is shown", async () => {
      const page = await open(browser(), "#rich");
      await page.keyboard.type("one two");
      await asked(page, "one two");
      assert.deepEqual(await traces(page), NO_TRACES);
      assert.equal(await cardOf(browser(), page), null);
    });

    test("after detaching, nothing is read any more", async () => {
      const page = await open(browser(), "#rich");
      await page.keyboard.type("one two");
      await probe(page, "answer", await asked(page, "one two"), [["serious", 4, 7]]);
      await marked(browser(), page, ["two"]);
      const before = await probe(page, "texts");
      await probe(page, "detach");
      assert.deepEqual(await traces(page), NO_TRACES);
      await page.keyboard.type(" three");
      await page.focus("#area");
      await page.keyboard.type("four");
      await drawn(page);
      assert.deepEqual(await probe(page, "texts"), before);
    });

    test("leaves no error behind", async () => {
      assert.deepEqual(await browser().errors(), []);
    });
  },
  { extension: null },
);
