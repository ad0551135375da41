/**
 * `make bench`: what the scanner costs, beside its peers, on the same texts in the same process.
 *
 * Times depend on the machine and on what else it does; the ratios within one run do not. Every figure is a median.
 */
import { readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { peers } from "./peers.mjs";
import { TEXTS, textOf } from "./texts.mjs";

const WASM = "target/wasm/forepost_bg.wasm";
const bytes = readFileSync(WASM);

const kb = (n) => `${Math.round(n / 1024)} KB`;
const table = (rows) => {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  for (const row of rows) console.log(row.map((cell, column) => String(cell).padEnd(widths[column])).join("  "));
  console.log();
};

/** Microseconds a call, the median of many batches; a batch is long enough for the clock. */
function timed(call) {
  const until = performance.now() + 300;
  let batch = 1;
  for (;;) {
    const start = performance.now();
    for (let i = 0; i < batch; i++) call();
    if (performance.now() - start > 2) break;
    batch *= 2;
  }
  const batches = [];
  while (performance.now() < until || batches.length < 5) {
    const start = performance.now();
    for (let i = 0; i < batch; i++) call();
    batches.push(((performance.now() - start) * 1000) / batch);
    if (batches.length >= 400) break;
  }
  return batches.sort((a, b) => a - b)[Math.floor(batches.length / 2)];
}

const coldFrom = performance.now();
const forepost = await import("../target/wasm/forepost.js");
const { memory } = forepost.initSync({ module: bytes });
const encoder = new TextEncoder();

/** The text into the scanner's memory; answers how many bytes it is. */
function put(text) {
  const room = text.length * 3;
  const at = forepost.reserve(room);
  return encoder.encodeInto(text, new Uint8Array(memory.buffer, at, room)).written;
}

function scan(text) {
  const answer = forepost.scan(put(text), 0);
  const [count] = new Uint32Array(memory.buffer, answer, 1);
  return new Uint32Array(memory.buffer, answer, 2 + 3 * count);
}

scan("first scan");
const cold = performance.now() - coldFrom;

console.log("Size and start\n");
table([
  ["raw", "gzip", "brotli", "cold start with first scan", "memory after it"],
  [
    kb(bytes.length),
    kb(gzipSync(bytes, { level: 9 }).length),
    kb(brotliCompressSync(bytes).length),
    `${cold.toFixed(1)} ms`,
    kb(memory.buffer.byteLength),
  ],
]);

const LENGTHS = [280, 3_000, 10_000];
const shown = (us) => (us < 10 ? us.toFixed(2) : us.toFixed(us < 100 ? 1 : 0));

console.log("A warm scan, µs (and how many findings)\n");
const scans = Object.keys(TEXTS).map((kind) => [
  kind,
  ...LENGTHS.map((length) => {
    const text = textOf(kind, length);
    return `${shown(timed(() => scan(text)))} (${scan(text)[0]})`;
  }),
]);
table([["text", ...LENGTHS.map((n) => `${n} characters`)], ...scans]);

console.log("Beside others, 3,000 ordinary characters\n");
const text = textOf("ordinary", 3_000);
const ours = timed(() => scan(text));
const rows = [
  ["Forepost", shown(ours), "1"],
  ["copying the text in, alone", shown(timed(() => put(text))), ""],
];
for (const { name, load } of peers) {
  const started = performance.now();
  const check = await load();
  await check("first text");
  const start = performance.now() - started;
  const us = check.isAsync ? await timedAsync(() => check(text)) : timed(() => check(text));
  rows.push([name, shown(us), `${shown(us / ours)} × (start ${start.toFixed(0)} ms)`]);
}
table([["", "µs", "times ours"], ...rows]);

/** As `timed`, for what can only be awaited. */
async function timedAsync(call) {
  const runs = [];
  const until = performance.now() + 1_000;
  while (performance.now() < until || runs.length < 5) {
    const start = performance.now();
    await call();
    runs.push((performance.now() - start) * 1000);
  }
  return runs.sort((a, b) => a - b)[Math.floor(runs.length / 2)];
}
