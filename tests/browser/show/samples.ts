/** Types the sample posts with real keystrokes, and notes what was painted and what its card says. */
import type { Page } from "puppeteer-core";
import { SAMPLES, type Sample } from "../../../www/samples.ts";
import { type Browser, hover, type Mark, marks, waitFor } from "../harness/index.ts";
import type { Row } from "./table.ts";

/** What a sample must get marked, at least; none when it is to be left in peace. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  job: ["943 476 5919", "LN1 3AB"],
  birthday: ["14/02/1941"],
  found: ["AB12 CDE", "07700 900123"],
  details: ["87 year old", "Barnsley"],
  petition: ["petition"],
  unkind: ["old cow"],
  bio: ["Paramedic"],
  thanks: [],
  learn: [],
};

/** The composers of the demo page; the first sample goes into each, the others into one after the other. */
const COMPOSERS = ["textarea", "contenteditable", "lexical", "draft", "tiptap", "quill", "slate", "input"];

interface Outcome {
  readonly rows: readonly Row[];
  readonly pictures: readonly string[];
  /** What a person would have expected to see and did not. */
  readonly problems: readonly string[];
}

interface Post {
  readonly composer: string;
  readonly sample: Sample;
}

function posts(): Post[] {
  const [first, ...others] = SAMPLES;
  if (!first) throw new Error("www/samples.ts holds no samples");
  return [
    ...COMPOSERS.map((composer) => ({ composer, sample: first })),
    ...others.map((sample, at) => ({
      composer: sample.surface === "bio" ? "bio" : (COMPOSERS[at % COMPOSERS.length] as string),
      sample,
    })),
  ];
}

export async function writeSamples(browser: Browser, demo: string, folder: string): Promise<Outcome> {
  const outcome = { rows: [] as Row[], pictures: [] as string[], problems: [] as string[] };
  const page = await browser.newPage();
  await page.setViewport({ width: 1100, height: 820 });
  for (const post of posts()) {
    try {
      await page.goto(demo);
      const seen = await write(browser, page, post);
      outcome.problems.push(...missing(post, seen));
      outcome.rows.push(...(await explained(browser, page, post)));
    } catch (error) {
      outcome.problems.push(`${placeOf(post)}: ${error instanceof Error ? error.message : error}`);
    }
    outcome.pictures.push(await browser.screenshot(page, `${post.composer}-${post.sample.id}`, folder));
  }
  for (const error of await browser.errors()) outcome.problems.push(`an error was reported: ${error}`);
  return outcome;
}

/** Types the sample and answers with the marks once all that are expected are there. */
async function write(browser: Browser, page: Page, post: Post): Promise<readonly Mark[]> {
  const editor = `[data-composer="${post.composer}"] :is(textarea, input, [contenteditable="true"])`;
  await page.waitForSelector(editor);
  await page.click(editor);
  await page.keyboard.type(post.sample.text);
  const look = async () => {
    const seen: Mark[] = [];
    for (const end of endsOf(post)) {
      await page.keyboard.press(end);
      seen.push(...(await marks(browser, page)));
    }
    return seen;
  };
  const complete = (seen: readonly Mark[]) => missing(post, seen).length === 0;
  // When they do not come, what is there instead is told below.
  return waitFor("the marks", look, complete, 5_000).catch(look);
}

/** A single line shows only a part of a long text, so both of its ends are looked at. */
const endsOf = ({ composer }: Post): readonly ("End" | "Home")[] => (composer === "input" ? ["End", "Home"] : ["End"]);

const placeOf = ({ composer, sample }: Post) => `"${sample.title}" in the ${composer} composer`;

function missing(post: Post, seen: readonly Mark[]): string[] {
  const expected = EXPECTED[post.sample.id];
  if (!expected) return [`nothing says what to expect of the sample "${post.sample.id}"`];
  const where = placeOf(post);
  if (expected.length === 0)
    return seen.map(({ text }) => `${where}: "${text}" was marked and should be left in peace`);
  return expected
    .filter((part) => !seen.some(({ text }) => text.toLowerCase().includes(part.toLowerCase())))
    .map((part) => `${where}: "${part}" was not marked`);
}

/** A row a mark, with what its card says; the card of the first stays open for the picture. */
async function explained(browser: Browser, page: Page, post: Post): Promise<Row[]> {
  const base = { composer: post.composer, sample: post.sample.title };
  const rows = new Map<string, Row>();
  for (const end of endsOf(post)) {
    await page.keyboard.press(end);
    for (const mark of [...(await marks(browser, page))].reverse()) {
      const { title, clauses } = await hover(browser, page, mark);
      rows.set(mark.text, {
        ...base,
        marked: mark.text,
        severity: mark.severity,
        why: title,
        clause: inShort(clauses),
      });
    }
  }
  if (rows.size === 0) return [{ ...base, marked: "(nothing)", severity: "", why: "", clause: "" }];
  return [...rows.values()].reverse();
}

/** With no one policy chosen, the card names the clauses of all. */
function inShort(clauses: readonly string[]): string {
  const named = clauses.slice(0, 2).join(", ");
  return clauses.length > 2 ? `${named} and ${clauses.length - 2} more` : named;
}
