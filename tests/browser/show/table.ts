/** Rows of text as a table for a terminal. */

export interface Row {
  readonly composer: string;
  readonly sample: string;
  readonly marked: string;
  readonly severity: string;
  readonly why: string;
  readonly clause: string;
}

const HEADINGS: Row = {
  composer: "COMPOSER",
  sample: "SAMPLE",
  marked: "MARKED",
  severity: "SEVERITY",
  why: "WHY",
  clause: "CLAUSE",
};

/** A cell that is longer is cut, so that a row stays a line. */
const WIDEST = 44;

export function table(rows: readonly Row[]): string {
  const lines = [HEADINGS, ...rows].map((row) => Object.values<string>({ ...row }).map(cut));
  const widths = lines.reduce(
    (widest, line) => line.map((cell, column) => Math.max(cell.length, widest[column] ?? 0)),
    [] as number[],
  );
  return lines
    .map((line) => `    ${line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  ")}`.trimEnd())
    .join("\n");
}

const cut = (cell: string) => (cell.length > WIDEST ? `${cell.slice(0, WIDEST - 1)}…` : cell);
