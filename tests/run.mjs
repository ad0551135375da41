/**
 * Runs every test, part by part, and closes with one line of counts.
 *
 *     node tests/run.mjs                   everything
 *     node tests/run.mjs browser           one part: rust, linear, fuzz, typescript or browser
 *     node tests/run.mjs browser=privacy   of it, only what has that word in its name or path
 */
import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { bundle } from "./bundle.mjs";
import { build as buildTargets, shortly as fuzzShortly, host, TARGETS } from "./fuzz/run.mjs";

const PARTS = {
  rust: (word) => cargo(["--locked", ...(word ? [word] : [])]),
  linear,
  fuzz,
  typescript: (word) => nodeTests("typescript", ["extension", "www", "tests/unit"], word, 2),
  // Each file has its own browsers and its own fixture server; two files at a time suit two cores.
  browser: async (word) => {
    const { buildEditors } = await import("./editors/build.mjs");
    await buildEditors("target/editors");
    const { buildSites } = await import("./sites/build.mjs");
    await buildSites("target/editors");
    return nodeTests("browser", ["tests/browser", "tests/editors"], word, 2);
  },
};

/**
 * How the scanner is built so that its steps are counted: with a call at each edge of its control flow, which
 * tests/fuzz/src/linear/steps.rs answers. Build scripts are left alone where a target is named.
 */
const COUNTING = {
  words: ["--locked", "--manifest-path=tests/fuzz/Cargo.toml", "--lib", "--no-default-features", "--target-dir=target"],
  flags: [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=3",
    "-Cllvm-args=-sanitizer-coverage-trace-pc-guard",
  ],
};

/** Whether the work of a scan grows only as the text does, counted in steps. */
function linear(word) {
  const words = [...COUNTING.words, `--target=${host()}`, ...(word ? [word] : [])];
  return cargo(words, { RUSTFLAGS: COUNTING.flags.join(" ") });
}

/** A short run of the fuzzers, from the seeds. */
async function fuzz(word) {
  await buildTargets();
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const target of TARGETS.filter((name) => !word || name.includes(word))) {
    count[(await fuzzShortly(target)) ? "passed" : "failed"] += 1;
  }
  return count;
}

/** The tests of a crate; cargo's own lines are shown and counted. */
async function cargo(words, environment = {}) {
  const env = { ...process.env, ...environment };
  const child = spawn("cargo", ["test", ...words], { stdio: ["ignore", "pipe", "inherit"], env });
  let output = "";
  child.stdout.on("data", (chunk) => {
    process.stdout.write(chunk);
    output += chunk;
  });
  const status = await new Promise((ended) => child.on("close", ended));
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const [, passed, failed, ignored] of output.matchAll(
    /^test result: .*? (\d+) passed; (\d+) failed; (\d+) ignored/gm,
  )) {
    count.passed += Number(passed);
    count.failed += Number(failed);
    count.skipped += Number(ignored);
  }
  if (status !== 0 && count.failed === 0) count.failed = 1;
  return count;
}

/** The `*.test.ts` files below the folders, under node's own test runner. */
async function nodeTests(part, folders, word, concurrency) {
  const found = await Promise.all(folders.map(testFiles));
  const chosen = found.flat().filter((path) => !word || path.includes(word));
  const files = (await bundle(chosen, part)).map((path) => join(process.cwd(), path));
  const count = { passed: 0, failed: 0, skipped: 0 };
  if (files.length === 0) return count;
  // A browser that hangs must not hang everything.
  const tests = run({ files, concurrency, timeout: 600_000 });
  const counted = (key) => (event) => {
    if (event.details.type === "suite") return;
    count[event.skip === undefined && event.todo === undefined ? key : "skipped"] += 1;
  };
  tests.on("test:pass", counted("passed"));
  tests.on("test:fail", counted("failed"));
  const shown = tests.compose(spec);
  shown.pipe(process.stdout);
  await new Promise((ended) => shown.on("end", ended));
  return count;
}

async function testFiles(folder) {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => join(folder, name))
    .sort();
}

const wanted = process.argv.slice(2).map((argument) => argument.split("="));
const unknown = wanted.find(([part]) => !(part in PARTS));
if (unknown) {
  console.error(`tests: there is no part "${unknown[0]}"; there are ${Object.keys(PARTS).join(", ")}`);
  process.exit(2);
}
process.env.NODE_OPTIONS = [process.env.NODE_OPTIONS, "--enable-source-maps"].filter(Boolean).join(" ");

const chosen = wanted.length > 0 ? wanted : Object.keys(PARTS).map((part) => [part]);
const results = [];
for (const [part, word] of chosen) {
  console.log(`==> Tests: ${part}`);
  const start = Date.now();
  const count = await PARTS[part](word);
  results.push({ part, ...count, seconds: Math.round((Date.now() - start) / 1000) });
}

// A part in which nothing ran proves nothing.
const bad = results.filter(({ passed, failed }) => failed > 0 || passed === 0);
const told = results.map(({ part, passed, failed, skipped, seconds }) => {
  const parts = [`${passed} passed`, failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} skipped`];
  return `${part} ${parts.filter(Boolean).join(", ")} (${seconds} s)`;
});
console.log(`==> ${bad.length > 0 ? "FAILED" : "Passed"}: ${told.join(" · ")}`);
process.exit(bad.length > 0 ? 1 : 0);
