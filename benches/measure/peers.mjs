/** Every contender on the same texts in the same process, taking turns. */
import { cold, sideBySide } from "../clock.mjs";
import { CONTENDERS, load } from "../contenders.mjs";
import { TEXTS } from "../texts.mjs";

/** Warm, by text and length. */
const COLUMNS = [
  ["ordinary", 280],
  ["ordinary", 3_000],
  ["mixed", 3_000],
  ["ordinary", 10_000],
];
const COLD = ["ordinary", 3_000];

export const columnName = ([text, length]) => `${length.toLocaleString("en")} ${text}`;

/** Microseconds: `[column][contender]`. The last columns are the worst of ours, and a scan with cold caches. */
export async function peers(worstText) {
  const loaded = {};
  for (const [name, contender] of Object.entries(CONTENDERS)) loaded[name] = await load(contender);
  const columns = {};
  for (const column of [...COLUMNS, [worstText, 10_000]]) {
    const text = TEXTS[column[0]](column[1]);
    const calls = Object.entries(loaded).map(([name, contender]) => [name, callOf(contender, text)]);
    columns[columnName(column)] = await sideBySide(Object.fromEntries(calls));
  }
  const text = TEXTS[COLD[0]](COLD[1]);
  const colds = {};
  for (const [name, contender] of Object.entries(loaded)) colds[name] = await cold(callOf(contender, text));
  columns[`${columnName(COLD)}, cold`] = colds;
  return columns;
}

const callOf = ({ run, isAsync = false }, text) => ({ call: () => run(text), isAsync });
