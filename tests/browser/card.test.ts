/** The card: how it comes, what it says, where it stands, and that the caret is where it was when it has gone. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "puppeteer-core";
import { openEditor, press, RICH, write } from "../editors/drive.ts";
import {
  cardCloses,
  cardHasFocus,
  cardOf,
  cardOpens,
  clickOn,
  hover,
  markOn,
  type SeenCard,
  tabTo,
} from "./card/seen.ts";
import { type Browser, inEachBrowser, marks, type Rect, waitFor } from "./harness/index.ts";

const NUMBER = "943 476 5919";
const POSTCODE = "LN1 3AB";
const JIGSAW = "Called to a lady, 87 years old, in Barnsley, Thursday night";
const POST = `NHS ${NUMBER} of someone at ${POSTCODE} today`;

/** A page with a composer of each kind and shortcuts of its own, which it writes down when it hears them. */
const PAGE = `<!doctype html><html lang="en"><title>Write</title><link rel="stylesheet" href="/write.css">
<div id="rich" contenteditable="true" role="textbox" aria-label="Post"></div>
<textarea id="area" aria-label="Post"></textarea>
<input id="line" type="text" aria-label="Title">
<button id="button" type="button">Post</button>
<dialog id="dialog" aria-label="New post"><textarea id="inside" aria-label="Post"></textarea></dialog>
<div id="modal" role="dialog" aria-modal="true" aria-label="Reply"><div id="trapped" contenteditable="true"></div></div>
<script src="/write.js"></script></html>`;
// Custom properties reach into every shadow tree; the page's own names may be ours.
const STYLE = `:root { --serious: red; --caution: red; --ink: red; --paper: red; } body { font: 18px/1.5 sans-serif; margin: 20px; } dialog { width: 80%; }
[contenteditable], textarea, input { display: block; box-sizing: border-box; width: 100%; max-width: 500px;
  min-height: 60px; font: inherit; border: 1px solid; padding: 8px; margin: 8px 0; white-space: pre-wrap; }`;
const SCRIPT = `window.heard = [];
for (const type of ["keydown", "keyup", "focusin", "mousedown", "pointerdown", "click"]) {
  document.addEventListener(type, (event) => {
    if (event.target instanceof Element && !event.target.id) window.heard.push(type + " " + (event.key ?? ""));
  });
}
// A site's focus trap: what takes the focus outside the dialog loses it again.
document.addEventListener("focusin", (event) => {
  const modal = document.getElementById("modal");
  if (document.body.dataset.trap && !modal.contains(event.target)) document.getElementById("trapped").focus();
});
// Another looks where the focus went, and does not call its dialog a modal one.
document.addEventListener("blur", () => setTimeout(() => {
  const modal = document.getElementById("modal");
  const gone = document.body.dataset.trap === "looks" && !modal.contains(document.activeElement);
  if (gone) document.getElementById("trapped").focus();
}), true);`;

async function open(browser: Browser, composer: string, text = POST): Promise<Page> {
  browser.server.serve("/write", { body: PAGE });
  browser.server.serve("/write.css", { body: STYLE, type: "text/css" });
  browser.server.serve("/write.js", { body: SCRIPT, type: "text/javascript" });
  const page = await browser.newPage("https://x.com/write");
  await page.setViewport({ width: 800, height: 600 });
  await page.bringToFront();
  await page.focus(composer);
  await page.keyboard.type(text);
  return page;
}

const meet = (a: Rect, b: Rect) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The text before the caret, and what is selected. */
function caretIn(
  page: Page,
  composer: string,
): Promise<{ before: string; selected: string; backwards: boolean; focused: boolean }> {
  return page.$eval(composer, (element) => {
    const focused = document.activeElement === element;
    if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) {
      const [from, to] = [element.selectionStart ?? 0, element.selectionEnd ?? 0];
      const backwards = element.selectionDirection === "backward";
      return { before: element.value.slice(0, from), selected: element.value.slice(from, to), backwards, focused };
    }
    const selection = document.getSelection();
    if (!selection?.rangeCount) return { before: "", selected: "none", backwards: false, focused };
    const before = document.createRange();
    before.selectNodeContents(element);
    before.setEnd(selection.getRangeAt(0).startContainer, selection.getRangeAt(0).startOffset);
    const backwards = !selection.isCollapsed && selection.focusOffset < selection.anchorOffset;
    return { before: String(before), selected: String(selection), backwards, focused };
  });
}

/** Goes into the card of the first finding. */
async function cardOfFirst(browser: Browser, page: Page, title: string): Promise<SeenCard> {
  await waitFor(
    "a mark",
    () => marks(browser, page),
    (seen) => seen.length > 0,
  );
  await browser.pressCommand(page, "next-finding");
  await cardHasFocus(browser, page);
  return cardOpens(browser, page, title);
}

const copiedOnCard = (browser: Browser, page: Page) =>
  waitFor(
    "the words to be copied",
    () => cardOf(browser, page),
    (seen) => seen?.copied === "Copied",
  );

/** Goes to another field and pastes there, as the person would. */
async function pastedInto(page: Page, field: string): Promise<string> {
  await page.focus(field);
  await press(page, "Control+v");
  return waitFor("what was pasted", () => page.$eval(field, (element) => (element as HTMLInputElement).value));
}

/** Goes into the card from the middle of the text, out again, and types on. */
async function typeAfterTheCard(page: Page, browser: Browser): Promise<void> {
  await write(
    page,
    [..."today"].map(() => ({ press: "ArrowLeft" })),
  );
  await browser.pressCommand(page, "next-finding");
  await cardHasFocus(browser, page);
  await page.keyboard.press("Escape");
  await cardCloses(browser, page);
  await write(page, ["not "]);
  const wanted = POST.replace("today", "not today");
  await waitFor(
    `“${wanted}”`,
    () =>
      page.evaluate(
        () =>
          window.fixture
            ?.html()
            .replace(/<[^>]+>/g, "")
            .replace(/&nbsp;|\u00a0/g, " ") ?? "",
      ),
    (seen) => seen.includes(wanted),
  );
}

inEachBrowser("the card", (browser) => {
  for (const composer of ["#rich", "#area", "#line"]) {
    test(`opens beside a hovered mark and explains it: ${composer}`, async () => {
      const page = await open(browser(), composer);
      const mark = await markOn(browser(), page, POSTCODE);
      const painted = await marks(browser(), page);
      await hover(page, mark);
      const card = await cardOpens(browser(), page, "Full postcode");
      assert.deepEqual(await marks(browser(), page), painted, "the card changes the look of the marks");
      assert.equal(card.severity, "Serious");
      assert.equal(card.quote, `“${POSTCODE}”`);
      assert.match(card.text, /What to do: \S/);
      assert.match(card.text, /(EMAS|LAS|YAS|SECAmb|\w+) [\w. ]*\d/, "a clause with its number");
      assert.equal(card.position, "2 of 2");
      assert.ok(!meet(card.rect, mark.rect), "the card covers its mark");
      assert.ok(card.onTop, "something lies over the card");
      assert.equal(card.hasFocus, false, "hovering takes no focus");
      await browser().screenshot(page, `card-${composer.slice(1)}`);
    });

    test(`moves in by keyboard and back to the caret: ${composer}`, async () => {
      const page = await open(browser(), composer);
      await markOn(browser(), page, NUMBER);
      for (let back = 0; back < 5; back++) await page.keyboard.press("ArrowLeft");
      await page.keyboard.down("Shift");
      for (let back = 0; back < 3; back++) await page.keyboard.press("ArrowLeft");
      await page.keyboard.up("Shift");
      const before = await caretIn(page, composer);
      assert.deepEqual([before.selected, before.backwards], ["AB ", true]);
      await browser().pressCommand(page, "next-finding");
      const card = await cardHasFocus(browser(), page);
      assert.equal(card.title, "NHS number");
      await page.keyboard.press("Escape");
      await cardCloses(browser(), page);
      assert.deepEqual(await caretIn(page, composer), before);
      await page.keyboard.type("!");
      const after = await caretIn(page, composer);
      assert.deepEqual(after, { before: `${before.before}!`, selected: "", backwards: false, focused: true });
    });
  }

  for (const editor of RICH) {
    test(`gives the caret back to ${editor}, where it was`, async () => {
      const page = await openEditor(browser(), editor);
      await write(page, [POST]);
      await markOn(browser(), page, NUMBER);
      await typeAfterTheCard(page, browser());
    });
  }

  for (const shadow of ["open-shadow", "closed-shadow"]) {
    test(`gives the caret back in a shadow tree: ${shadow}`, async () => {
      const page = await openEditor(browser(), "contenteditable", shadow);
      await write(page, [POST]);
      await waitFor("a mark", () => page.evaluate(() => CSS.highlights.size > 0));
      await typeAfterTheCard(page, browser());
    });
  }

  test("lists the details that add up, and says which to leave out first", async () => {
    const page = await open(browser(), "#rich", JIGSAW);
    const card = await cardOfFirst(browser(), page, "Details that add up");
    const [first, ...others] = card.details;
    assert.equal(first, "“Barnsley” – where it was Leave this out first");
    for (const detail of ["“Thursday night” – when it was", "“87 years old” – how old they are"]) {
      assert.ok(others.includes(detail), `${detail} in ${JSON.stringify(others)}`);
    }
    assert.match(card.text, /^Together these could tell someone who it was:/);
    assert.ok(!card.text.includes("Called to"), "the card repeats the whole post");
    await browser().screenshot(page, "card-details");
  });

  for (const composer of ["#rich", "#area"]) {
    test(`offers words that keep the sentence whole, and copies without writing: ${composer}`, async () => {
      const page = await open(browser(), composer, "Called to an 84 year old on the stairs");
      const before = await caretIn(page, composer);
      await markOn(browser(), page, "84 year old");
      const card = await cardOfFirst(browser(), page, "A patient's age");
      assert.deepEqual(card.offers, ["You could write “an older person” instead of “an 84 year old”."]);
      assert.deepEqual(card.copies, ["Copy “an older person”"]);
      await browser().screenshot(page, `card-offer-${composer.slice(1)}`);
      await tabTo(page, browser(), "Copy “an older person”");
      await page.keyboard.press("Enter");
      await copiedOnCard(browser(), page);
      await page.keyboard.press("Escape");
      await cardCloses(browser(), page);
      assert.deepEqual(await caretIn(page, composer), before, "the draft is as it was");
      assert.equal(await pastedInto(page, "#line"), "an older person");
    });
  }

  test("copies at a click, and the editor keeps its focus", async () => {
    const page = await open(browser(), "#rich", "Called to an 84 year old on the stairs");
    await hover(page, await markOn(browser(), page, "84 year old"));
    await cardOpens(browser(), page, "A patient's age");
    await clickOn(page, browser(), "Copy “an older person”");
    await copiedOnCard(browser(), page);
    assert.equal((await caretIn(page, "#rich")).focused, true);
    assert.equal(await pastedInto(page, "#line"), "an older person");
  });

  test("says what could be left out, with nothing to copy", async () => {
    const page = await open(browser(), "#rich", "ask his wife, 07700 900123, about it");
    await markOn(browser(), page, "07700 900123");
    const card = await cardOfFirst(browser(), page, "Phone number");
    assert.deepEqual(card.offers, ["You could leave out “, 07700 900123,”."]);
    assert.deepEqual(card.copies, []);
    await browser().screenshot(page, "card-leave-out");
  });

  test("stays while the pointer goes over to it, and closes when the pointer has left both", async () => {
    const page = await open(browser(), "#rich");
    await hover(page, await markOn(browser(), page, NUMBER));
    const { rect } = await cardOpens(browser(), page, "NHS number");
    await page.mouse.move(rect.x + rect.width / 2, rect.y + 20, { steps: 4 });
    const entered = await page.evaluate(() => performance.now());
    await waitFor(
      "the time to pass after which a card that was left would have closed",
      () => page.evaluate(() => performance.now()),
      (now) => now > entered + 900,
    );
    assert.ok(await cardOf(browser(), page), "the card has closed under the pointer");
    await page.mouse.move(790, 590);
    await cardCloses(browser(), page);
  });

  for (const composer of ["#rich", "#area"])
    test(`stays open while the text before its finding grows: ${composer}`, async () => {
      const page = await open(browser(), composer);
      await hover(page, await markOn(browser(), page, NUMBER));
      assert.equal((await cardOpens(browser(), page, "NHS number")).position, "1 of 2");
      await page.$eval(composer, (element) => {
        const front = "Not LN6 7XY: ";
        if (element instanceof HTMLTextAreaElement) element.setRangeText(front, 0, 0);
        else (element.firstChild as Text).insertData(0, front);
        element.dispatchEvent(new InputEvent("input", { bubbles: true }));
      });
      await waitFor(
        "the card to count what was added",
        () => cardOf(browser(), page),
        (seen) => seen?.title === "NHS number" && seen.position === "2 of 3",
      );
    });

  for (const [button, written, position, focused] of [
    ["Ignore here", `${POST}. Not LN6 7XY.`, "1 of 3", "Ignore here"],
    // A button that is no longer there gives its focus to the card, and the keyboard goes on from it.
    ["Next", `NHS ${NUMBER} of someone`, "", ""],
  ] as const)
    test(`keeps the focus while the rest of the text changes: ${button}`, async () => {
      const page = await open(browser(), "#area");
      await markOn(browser(), page, POSTCODE);
      await browser().pressCommand(page, "next-finding");
      await cardHasFocus(browser(), page);
      await tabTo(page, browser(), button);
      await page.$eval(
        "#area",
        (area, written) => {
          if (area instanceof HTMLTextAreaElement) area.value = written;
          area.dispatchEvent(new InputEvent("input", { bubbles: true }));
        },
        written,
      );
      const seen = await waitFor(
        "the card to count anew",
        () => cardOf(browser(), page),
        (seen) => seen?.position === position,
      );
      assert.equal(seen?.title, "NHS number");
      assert.equal(seen?.hasFocus, true);
      assert.equal(seen?.focusedOn, focused);
    });

  test("goes from finding to finding without leaving the card", async () => {
    const page = await open(browser(), "#rich");
    await markOn(browser(), page, POSTCODE);
    await browser().pressCommand(page, "next-finding");
    assert.equal((await cardHasFocus(browser(), page)).title, "NHS number");
    await browser().pressCommand(page, "next-finding");
    await cardOpens(browser(), page, "Full postcode");
    await browser().pressCommand(page, "next-finding");
    await cardOpens(browser(), page, "NHS number");
    assert.ok((await cardHasFocus(browser(), page)).hasFocus);
  });

  test("goes on with its own buttons, and Tab out of it leads back to the composer", async () => {
    const page = await open(browser(), "#area");
    await markOn(browser(), page, POSTCODE);
    const before = await caretIn(page, "#area");
    await browser().pressCommand(page, "next-finding");
    await cardHasFocus(browser(), page);
    await tabTo(page, browser(), "Next");
    await page.keyboard.press("Enter");
    await cardOpens(browser(), page, "Full postcode");
    await page.keyboard.press("Tab");
    await cardCloses(browser(), page);
    assert.deepEqual(await caretIn(page, "#area"), before);
  });

  test("closes on Escape when hovered open, and the dialog around the composer stays open", async () => {
    const page = await open(browser(), "#line");
    await page.evaluate(() => (document.getElementById("dialog") as HTMLDialogElement).showModal());
    await page.focus("#inside");
    await page.keyboard.type(POST);
    await hover(page, await markOn(browser(), page, NUMBER));
    const card = await cardOpens(browser(), page, "NHS number");
    assert.ok(card.onTop, "the dialog lies over the card");
    await browser().screenshot(page, "card-dialog");
    await page.keyboard.press("Escape");
    await cardCloses(browser(), page);
    assert.ok(await page.$eval("#dialog", (dialog) => (dialog as HTMLDialogElement).open), "the dialog has closed too");
    assert.equal(await page.$eval("#inside", (area) => (area as HTMLTextAreaElement).value), POST);
  });

  for (const trap of ["hears", "looks"]) {
    test(`keeps the focus in a dialog that traps it, and gives it back on Escape: one that ${trap}`, async () => {
      const page = await open(browser(), "#line");
      await page.evaluate((how) => {
        document.body.dataset.trap = how;
        if (how === "looks") document.getElementById("modal")?.removeAttribute("aria-modal");
      }, trap);
      await page.focus("#trapped");
      await page.keyboard.type(POST);
      await markOn(browser(), page, NUMBER);
      await browser().pressCommand(page, "next-finding");
      await cardHasFocus(browser(), page);
      await page.keyboard.press("Tab");
      assert.ok((await cardHasFocus(browser(), page)).focusedOn, "a button of the card has the focus");
      await page.keyboard.press("Escape");
      await cardCloses(browser(), page);
      const back = { before: POST, selected: "", backwards: false, focused: true };
      assert.deepEqual(await caretIn(page, "#trapped"), back);
    });
  }

  test("is used without a word of it reaching the page", async () => {
    const page = await open(browser(), "#rich");
    const { rect } = await markOn(browser(), page, POSTCODE);
    await browser().pressCommand(page, "next-finding");
    const card = await cardHasFocus(browser(), page);
    await page.keyboard.type("jk");
    await page.keyboard.press("Tab");
    await page.mouse.click(card.rect.x + 30, card.rect.y + 40);
    await page.keyboard.press("Escape");
    await cardCloses(browser(), page);
    assert.deepEqual(await page.evaluate("window.heard"), []);
    assert.equal(await page.$eval("#rich", (element) => element.textContent), POST);
    assert.ok(rect.width > 0);
  });

  test("is clicked without the editor losing its focus", async () => {
    const page = await open(browser(), "#rich");
    await hover(page, await markOn(browser(), page, NUMBER));
    const { rect } = await cardOpens(browser(), page, "NHS number");
    await page.mouse.click(rect.x + rect.width / 2, rect.y + 60);
    assert.deepEqual(await caretIn(page, "#rich"), { before: POST, selected: "", backwards: false, focused: true });
    await page.mouse.click(rect.x + rect.width - 30, rect.y + rect.height - 28);
    await cardOpens(browser(), page, "Full postcode");
    assert.deepEqual(await caretIn(page, "#rich"), { before: POST, selected: "", backwards: false, focused: true });
  });

  test("closes when someone clicks back into the composer, and leaves the caret where they clicked", async () => {
    const page = await open(browser(), "#area");
    const { rect } = await markOn(browser(), page, NUMBER);
    await browser().pressCommand(page, "next-finding");
    await cardHasFocus(browser(), page);
    await page.mouse.click(rect.x - 2, rect.y + rect.height / 2);
    await cardCloses(browser(), page);
    assert.deepEqual(await caretIn(page, "#area"), { before: "NHS ", selected: "", backwards: false, focused: true });
  });

  test("opens on a tap, stays while it is touched, and closes on a tap elsewhere in the text", async () => {
    const page = await open(browser(), "#rich");
    const { rect } = await markOn(browser(), page, POSTCODE);
    await page.touchscreen.tap(rect.x + rect.width / 2, rect.y + rect.height / 2);
    const card = await cardOpens(browser(), page, "Full postcode");
    await page.touchscreen.tap(card.rect.x + 40, card.rect.y + card.rect.height - 28);
    await cardOpens(browser(), page, "NHS number");
    await page.touchscreen.tap(rect.x + rect.width + 30, rect.y + rect.height / 2);
    await cardCloses(browser(), page);
  });

  test("closes when its words are changed", async () => {
    const page = await open(browser(), "#rich", `NHS ${NUMBER}`);
    await hover(page, await markOn(browser(), page, NUMBER));
    await cardOpens(browser(), page, "NHS number");
    await page.keyboard.press("Backspace");
    await cardCloses(browser(), page);
  });

  for (const [width, height] of [
    [320, 568],
    [400, 300],
  ] as const) {
    test(`fits into ${width} by ${height} pixels`, async () => {
      const page = await open(browser(), "#rich");
      await page.setViewport({ width, height });
      for (const words of [NUMBER, POSTCODE]) {
        await hover(page, await markOn(browser(), page, words));
        const { rect } = (await waitFor(
          `the card of “${words}”`,
          () => cardOf(browser(), page),
          (seen) => seen?.quote === `“${words}”`,
        )) as { rect: Rect };
        assert.ok(rect.x >= 0 && rect.x + rect.width <= width, `the card runs from ${rect.x} on for ${rect.width}`);
        assert.ok(
          rect.y >= 0 && rect.y + rect.height <= height,
          `the card runs from ${rect.y} down for ${rect.height}`,
        );
        await browser().screenshot(page, `card-${width}-${words.slice(0, 3)}`);
        await page.keyboard.press("Escape");
        await cardCloses(browser(), page);
      }
    });
  }

  test("is as large as the person reads, whatever size the page gives its own letters", async () => {
    const page = await open(browser(), "#rich");
    const mark = await markOn(browser(), page, NUMBER);
    const sizes: number[] = [];
    for (const size of ["16px", "10px"]) {
      await page.evaluate((root) => {
        document.documentElement.style.fontSize = root;
      }, size);
      await hover(page, mark);
      sizes.push((await cardOpens(browser(), page, "NHS number")).rect.width);
      await page.keyboard.press("Escape");
      await cardCloses(browser(), page);
    }
    assert.equal(sizes[1], sizes[0]);
  });

  test("leaves no error behind", async () => {
    assert.deepEqual(await browser().errors(), []);
  });
});
