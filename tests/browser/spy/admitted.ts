/** What docs/privacy.md admits that a page can see, and which of its rows speaks of a fact. */
import { readFile } from "node:fs/promises";

export const MOMENTS = ["before", "marked", "card", "unmarked", "left"] as const;
export type Moment = (typeof MOMENTS)[number];

/** The moments at which each row of the table says that it can be seen. */
export type Admitted = Readonly<Record<string, readonly Moment[]>>;

const HOST = "document > html:2 > div:3";

/** The rows by name, and the facts that each stands for. */
const ROWS: readonly (readonly [string, RegExp])[] = [
  ["Highlights", /^highlight line-[123] (priority 0 type highlight|range \d+-\d+)$/],
  ["The look of the lines", /^adopted sheet 1 ::highlight\(line-1\)|^style \S+( > \S+)*::highlight\(line-[123]\) /],
  [
    "One element",
    new RegExp(
      `^(element|style) ${HOST}(::[a-z]+ .*| [0-9a-f]+)?$|^mutation (added|removed) DIV (to|from) html# |^mutation of childList {2}in html# `,
    ),
  ],
  [
    "The focus",
    /^focus on |^event (focus|focusin|focusout|blur|change) on |^style document > html:2 > body:2 > (textarea|div):1 [0-9a-f]+$/,
  ],
  ["Keys", /^event key(down|up) on /],
];

/** The row that speaks of a fact; the fact itself when none does. */
export function rowOf(fact: string): string {
  return ROWS.find(([, pattern]) => pattern.test(fact))?.[0] ?? fact;
}

/** Reads the table: a row begins with its name in bold and ends with a cell a moment, “yes” or “–”. */
export async function admitted(): Promise<Admitted> {
  const text = await readFile("docs/privacy.md", "utf8");
  const rows = [...text.matchAll(/^\| \*\*(.+?)\*\*.*?\|((?: (?:yes|–) +\|){5})$/gm)];
  return Object.fromEntries(
    rows.map(([, name = "", cells = ""]) => {
      const answers = cells.split("|").map((cell) => cell.trim());
      return [name, MOMENTS.filter((_, at) => answers[at] === "yes")];
    }),
  );
}
