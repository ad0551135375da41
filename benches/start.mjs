/**
 * A fresh process in which one contender starts: `node benches/start.mjs SCRIPT` prints as JSON what that cost.
 *
 * The first milliseconds of a program are the least like the rest, so nothing else may happen here before.
 */
import { pathToFileURL } from "node:url";
import { TEXTS } from "./texts.mjs";

const SOON_AFTER = 10;
const text = TEXTS.ordinary(280);
const href = pathToFileURL(process.argv[2]).href;
const before = process.memoryUsage.rss();

const start = performance.now();
const { load } = await import(href);
const contender = await load();
await contender.run(text);
const first = performance.now() - start;

const soon = [];
for (let i = 0; i < SOON_AFTER; i++) {
  const from = performance.now();
  await contender.run(text);
  soon.push((performance.now() - from) * 1_000);
}
console.log(
  JSON.stringify({
    /** Milliseconds until the first answer. */
    first,
    /** Microseconds of each of the next ones. */
    soon,
    /** Bytes by which the process grew. */
    grown: process.memoryUsage.rss() - before,
  }),
);
