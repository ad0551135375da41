/** What each contender weighs and how it starts: bytes to ship, time to the first answer, memory. */
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { median } from "../clock.mjs";
import { CONTENDERS, FOREPOST, scriptOf } from "../contenders.mjs";

const run = promisify(execFile);
/** Forepost starts fast, so its start is measured more often. */
const STARTS = { [FOREPOST]: 15, others: 3 };

const sizeOf = (bytes) => ({ raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length });

/** The WASM alone: what the extension's package grows by. */
export async function size() {
  const bytes = await readFile(CONTENDERS[FOREPOST].file);
  return { ...sizeOf(bytes), brotli: brotliCompressSync(bytes).length };
}

/** Sizes, start and memory of every contender, by name. */
export async function weights() {
  const weights = {};
  for (const [name, contender] of Object.entries(CONTENDERS)) {
    weights[name] = { ...(await shipped(contender)), ...(await start(contender, STARTS[name] ?? STARTS.others)) };
  }
  return weights;
}

async function shipped(contender) {
  const paths = [!contender.inlines && scriptOf(contender), contender.file].filter(Boolean);
  const sizes = (await Promise.all(paths.map((path) => readFile(path)))).map(sizeOf);
  const sum = (key) => sizes.reduce((total, size) => total + size[key], 0);
  return { raw: sum("raw"), gzip: sum("gzip") };
}

/** Medians over several fresh processes. */
async function start(contender, times) {
  const starts = [];
  for (let i = 0; i < times; i++) {
    const { stdout } = await run(process.execPath, ["benches/start.mjs", scriptOf(contender)]);
    starts.push(JSON.parse(stdout));
  }
  return {
    first: median(starts.map(({ first }) => first)),
    soon: median(starts.flatMap(({ soon }) => soon)),
    grown: median(starts.map(({ grown }) => grown)),
  };
}
