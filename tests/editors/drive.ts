/** What the tests do with the editors on the fixture pages: open one, write in it, read it and what is marked in it. */
import { readFile } from "node:fs/promises";
import type { Frame, KeyInput, Page } from "puppeteer-core";
import { type Browser, marks, STRICT, waitFor } from "../browser/harness/index.ts";

/** Editors whose text is DOM, and those whose text is a value. */
export const RICH = ["contenteditable", "draft", "lexical", "quill", "slate", "tiptap"] as const;
export const FIELDS = ["textarea", "input"] as const;
export const EDITORS = [...RICH, ...FIELDS];
export type Editor = (typeof EDITORS)[number];

export const isField = (editor: Editor) => FIELDS.some((field) => field === editor);

/** Opens an editor's page and puts the caret in it. */
export async function openEditor(browser: Browser, editor: Editor, place = "page"): Promise<Page> {
  const page = await browser.newPage(`https://x.com/fixture/${editor}?in=${place}`);
  await waitFor(`the ${editor}`, () => page.evaluate(() => window.fixture !== undefined));
  await page.bringToFront();
  await page.evaluate(() => window.fixture?.focus());
  return page;
}

/** Presses keys together, such as "Control+b". */
export async function press(page: Page, keys: string): Promise<void> {
  const held = keys.split("+") as KeyInput[];
  const last = held.pop() as KeyInput;
  for (const key of held) await page.keyboard.down(key);
  await page.keyboard.press(last);
  for (const key of held.reverse()) await page.keyboard.up(key);
}

/** One step of writing: text as keystrokes, or keys pressed together. */
export type Step = string | { readonly press: string };

export const ENTER: Step = { press: "Enter" };
export const BOLD: Step = { press: "Control+b" };

/** Writes as a person does, a key at a time; what no key types, such as an emoji, a code point at a time. */
export async function write(page: Page, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    if (typeof step === "string") await page.keyboard.type(step);
    else {
      await press(page, step.press);
      // Editors learn of a moved caret late, Slate after a tenth of a second: a person's next key comes after that.
      await stateOf(page);
    }
  }
}

export interface State {
  readonly model: string;
  readonly html: string;
}

/** The editor's own model and its DOM, once nothing has moved in them for as long as editors put things off. */
export async function stateOf(page: Page): Promise<State> {
  return page.evaluate(async () => {
    const QUIET_MS = 150;
    const { fixture } = window;
    if (!fixture) throw new Error("the page offers no fixture");
    const look = () => ({ model: JSON.stringify(fixture.model()), html: fixture.html() });
    let state = look();
    for (let since = performance.now(); performance.now() - since < QUIET_MS; ) {
      await new Promise((drawn) => requestAnimationFrame(drawn));
      const now = look();
      if (now.model !== state.model || now.html !== state.html) since = performance.now();
      state = now;
    }
    return state;
  });
}

/** A marked stretch, and where it starts in the text that the editor shows, its paragraphs put end to end. */
export interface Spot {
  readonly text: string;
  readonly start: number;
}

/** What is marked in the composer, in the order of its text. */
export async function spots(browser: Browser, page: Page, editor: Editor): Promise<Spot[]> {
  if (!isField(editor)) return richSpots(page);
  if (browser.name === "chrome") return valueSpots(page);
  // Firefox has no ranges over values: the lines are those of the copy that lies over the field.
  return (await marks(browser, page)).map(({ text, start }) => ({ text, start: start ?? -1 }));
}

/** Reads the highlights over a field's value. Their ranges name no field; the page has but the one. */
function valueSpots(page: Page): Promise<Spot[]> {
  return page.evaluate(() => {
    if (!window.fixture) throw new Error("the page offers no fixture");
    const { value } = window.fixture.model() as { value: string };
    const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight.keys()]);
    return ranges
      .map(({ startOffset, endOffset }) => ({ text: value.slice(startOffset, endOffset), start: startOffset }))
      .sort((a, b) => a.start - b.start);
  });
}

/** Reads the highlights themselves: which characters their ranges hold, and how many characters stand before. */
export async function richSpots(frame: Page | Frame): Promise<Spot[]> {
  return frame.evaluate(() => {
    const hostOf = (node: Node) => {
      let host: Element | null = null;
      for (let at = node.parentElement; at; at = at.parentElement) if (at.isContentEditable) host = at;
      if (!host) throw new Error("a mark stands outside every editor");
      return host;
    };
    const spotOf = (range: Range) => {
      const before = document.createRange();
      before.selectNodeContents(hostOf(range.startContainer));
      before.setEnd(range.startContainer, range.startOffset);
      return { text: String(range), start: String(before).length };
    };
    // A range is left empty where an editor has replaced its node; nothing is painted there.
    const ranges = [...CSS.highlights.values()]
      .flatMap((highlight) => [...highlight.keys()] as Range[])
      .filter(({ collapsed, startContainer }) => !collapsed && startContainer.isConnected);
    const joined: { text: string; start: number }[] = [];
    for (const spot of ranges.map(spotOf).sort((a, b) => a.start - b.start)) {
      const last = joined.at(-1);
      // Bold in the middle of a number splits its mark; what touches belongs together.
      if (last && last.start + last.text.length === spot.start) last.text += spot.text;
      else joined.push(spot);
    }
    return joined;
  });
}

/** Waits until exactly these words are marked, each where it stands in `shown`; without `shown`, anywhere. */
export async function marked(browser: Browser, page: Page, editor: Editor, words: readonly string[], shown: string) {
  const expected: Spot[] = [];
  let from = 0;
  for (const text of words) {
    const start = shown.indexOf(text, from);
    if (start < 0) throw new Error(`"${text}" does not stand in "${shown}"`);
    expected.push({ text, start });
    from = start + text.length;
  }
  const wanted = JSON.stringify(expected);
  await waitFor(
    `marks ${wanted} in the ${editor}`,
    () => spots(browser, page, editor),
    (seen) => JSON.stringify(seen) === wanted,
  );
}

/** Lets an editor's page frame itself: the fixtures' policy allows no frames. */
export async function serveWithFrames(browser: Browser, editor: Editor): Promise<void> {
  const body = await readFile(`target/editors/${editor}.html`);
  browser.server.serve(`/fixture/${editor}`, { body, csp: `${STRICT}; frame-src 'self'` });
}
