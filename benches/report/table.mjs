/** Numbers and tables as Markdown that reads as well on a screen. */

/** Three figures that matter, and no more. */
export function figure(value) {
  if (value < 10) return value.toFixed(2);
  if (value < 100) return value.toFixed(1);
  return Math.round(value).toLocaleString("en");
}

export const kb = (bytes) => `${Math.round(bytes / 1024).toLocaleString("en")} KB`;
export const mb = (bytes) => `${figure(bytes / 1024 / 1024)} MB`;

/** Columns are as wide as their widest cell; all but the first hold numbers and stand to the right. */
export function table(heads, rows) {
  const cells = [heads, ...rows].map((row) => row.map(String));
  const widths = heads.map((_, column) => Math.max(3, ...cells.map((row) => row[column].length)));
  const line = (row) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join(" | ")} |`;
  const rule = widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [line(cells[0]), line(rule), ...cells.slice(1).map(line)].join("\n");
}
