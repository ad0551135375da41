/** Plays edits on an editor's page, many keys at a time, and tells what it holds after each stretch of them. */
import type { Page } from "puppeteer-core";
import type { Browser } from "../../browser/harness/index.ts";
import { type Editor, isField, type State } from "../drive.ts";
import type { Edit } from "./edits.ts";

/** Edits between two looks at the editor. */
const STRETCH = 25;
/** How far the history is taken back at the end, step by step. */
const STEPS_BACK = 12;
/** More than any history holds after so few edits. */
const MOST_STEPS = 130;

/**
 * Browsers decide by the clock which letters of a field are taken back together. Where all of them are taken back, or back
 * and there again, they agree.
 */
const keepsOwnHistory = (editor: Editor) => !isField(editor) && editor !== "contenteditable";

/** What an editor held after an edit, and after which one. */
export interface Look extends State {
  readonly after: string;
}

/** Plays all edits; answers the looks, the last of them from taking the history back. */
export async function play(browser: Browser, page: Page, editor: Editor, edits: readonly Edit[]): Promise<Look[]> {
  const seen: Look[] = [];
  for (let from = 0; from < edits.length; from += STRETCH) {
    const stretch = edits.slice(from, from + STRETCH);
    for (const group of grouped(stretch, editor in PUT_OFF)) await apply(browser, page, editor, group);
    const after = `${from + stretch.length} edits: ${JSON.stringify(stretch)}`;
    seen.push(...(await looks(page, editor)).map((state) => ({ after, ...state })));
  }
  const back = keepsOwnHistory(editor)
    ? await looks(page, editor, STEPS_BACK)
    : await page.evaluate(takeAllBack, MOST_STEPS).then(() => looks(page, editor));
  return [...seen, ...back.map((state, at) => ({ after: `${at + 1} steps back`, ...state }))];
}

type Group = Edit | { readonly kind: "keys"; readonly keys: readonly string[]; readonly moves: boolean };

/**
 * Keys that follow each other go out together; after a move the editor must first have learnt of it. An editor that puts off
 * looking (`late`) may take letters and what deletes them for one change, or for two, as the machine is fast or slow: there
 * each goes out by itself.
 */
function grouped(edits: readonly Edit[], late: boolean): Group[] {
  const groups: Group[] = [];
  for (const edit of edits) {
    const last = groups.at(-1);
    const goOn = edit.kind === "keys" && last?.kind === "keys" && last.moves === edit.moves;
    if (goOn && (!late || writes(last) === writes(edit))) {
      groups[groups.length - 1] = { ...last, keys: [...last.keys, ...edit.keys] };
    } else groups.push(edit);
  }
  return groups;
}

/** Letters, and no keys with names. */
const writes = ({ keys }: { readonly keys: readonly string[] }) => keys.every((key) => key.length === 1);

async function apply(browser: Browser, page: Page, editor: Editor, edit: Group): Promise<void> {
  if (edit.kind === "keys") {
    // An editor that looks at its DOM late would put the caret back to where it has just seen it.
    if (editor in PUT_OFF) await looks(page, editor);
    await browser.pressAll(page, edit.keys);
    if (edit.moves) await looks(page, editor);
    return;
  }
  await looks(page, editor);
  if (edit.kind === "paste") await page.evaluate(paste, edit.text);
  else if (!keepsOwnHistory(editor)) await page.evaluate(thereAndBack, MOST_STEPS);
  else if (edit.kind === "undo") await page.evaluate(() => window.fixture?.undo());
  else await browser.pressAll(page, ["Control+y"]);
  await looks(page, editor);
}

/** Most editors hear of a moved caret with the next frame; these put it off, for as many milliseconds. */
const PUT_OFF: Partial<Record<Editor, number>> = { slate: 120, tiptap: 60 };

/** What the editor holds, step by step back in its history; with no steps, what it holds now. */
const looks = (page: Page, editor: Editor, steps = 0) => page.evaluate(takeBack, steps, PUT_OFF[editor] ?? 20);

async function takeBack(steps: number, putOff: number): Promise<State[]> {
  const { fixture } = window;
  if (!fixture) throw new Error("the page offers no fixture");
  const look = async () => {
    await new Promise((drawn) => requestAnimationFrame(drawn));
    // Timers that are due earlier run earlier, however slow the machine is.
    await new Promise((passed) => setTimeout(passed, putOff));
    await new Promise((drawn) => requestAnimationFrame(drawn));
    return { model: JSON.stringify(fixture.model()), html: fixture.html() };
  };
  if (steps === 0) return [await look()];
  const states: State[] = [];
  while (states.length < steps) {
    fixture.undo();
    states.push(await look());
  }
  return states;
}

function takeAllBack(most: number): void {
  for (let step = 0; step < most; step++) window.fixture?.undo();
}

function thereAndBack(most: number): void {
  const times = (command: string) => {
    for (let step = 0; step < most; step++) document.execCommand(command);
  };
  times("undo");
  times("redo");
}

/** Editors take a paste from the event; what has no code of its own is left to the browser. */
function paste(text: string): void {
  const at = document.activeElement;
  if (!at) return;
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true });
  if (at.dispatchEvent(event)) document.execCommand("insertText", false, text);
}
