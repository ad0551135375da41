/**
 * Fuzzes the scanner: libFuzzer makes up texts, and each must be read and scanned as it should.
 *
 *     node tests/fuzz/run.mjs              all targets in turn, until one fails or Ctrl+C ends it
 *     node tests/fuzz/run.mjs scan         one of them: fold, scan or long
 *     node tests/fuzz/run.mjs scan FILE    with that one input: how a failure is seen again
 *
 * FUZZ_SECONDS ends it after that many seconds. What was found worth keeping is in target/fuzz/ and is built upon the
 * next time; inputs that fail are in target/fuzz/failed/. One that told something goes to seeds/ for good.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const HERE = "tests/fuzz";
/** How many inputs of each the tests try: about eight seconds. */
const SHORT = { fold: 80_000, scan: 50_000, long: 300 };
export const TARGETS = Object.keys(SHORT);
/** How long each has its turn in a long run, in seconds. */
const TURN = 120;

/** The name of this machine to Rust. The compiler's options for what is tested must not reach build scripts, and do not
 * where a target is named. */
export const host = () => /^host: (.*)$/m.exec(spawnSync("rustc", ["-vV"], { encoding: "utf8" }).stdout)[1];

/** Runs a program to its end; answers its exit status. */
async function ended(program, words) {
  const child = spawn(program, words, { stdio: "inherit" });
  return new Promise((done) => child.on("close", (status, signal) => done(status ?? signal)));
}

/**
 * Builds the targets. They need no sanitizer, which only a nightly compiler has: the scanner has no unsafe code, and what
 * it gets wrong it panics at.
 */
export async function build() {
  const locked = await ended("cargo", ["fetch", "--locked", "--quiet", "--manifest-path", `${HERE}/Cargo.toml`]);
  const words = ["fuzz", "build", "--fuzz-dir", HERE, "--sanitizer", "none", "--target-dir", "target"];
  if (locked !== 0 || (await ended("cargo", words)) !== 0) throw new Error("the fuzz targets could not be built");
}

const program = (target) => `target/${host()}/release/${target}`;

/** What libFuzzer says of itself while all is well. */
const CHATTER = /^(#|"|INFO:|\s*NEW_FUNC|WARNING: Failed to find function|Dictionary:|Loaded |Done )/;

/** Fuzzes one target, from the seeds and from what `corpus` holds already; answers whether all was well. */
async function fuzz(target, corpus, options) {
  await mkdir(corpus, { recursive: true });
  await mkdir("target/fuzz/failed", { recursive: true });
  const always = [`-dict=${HERE}/words.dict`, "-max_len=600", "-len_control=0", "-timeout=10"];
  const kept = `-artifact_prefix=target/fuzz/failed/${target}-`;
  const child = spawn(program(target), [...always, kept, ...options, corpus, `${HERE}/seeds`], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let done = "";
  let failed;
  const lines = createInterface(child.stderr).on("line", (line) => {
    done = /^Done (.*)$/.exec(line)?.[1] ?? done;
    failed = /Test unit written to (\S+)/.exec(line)?.[1] ?? failed;
    if (!CHATTER.test(line)) console.error(line);
  });
  const [status] = await Promise.all([new Promise((over) => child.on("close", over)), once(lines, "close")]);
  if (status === 0) console.log(`${target}: ${done}, nothing wrong`);
  else console.error(`\n==> ${target} failed. To see it again: node ${HERE}/run.mjs ${target} ${failed ?? "FILE"}`);
  return status === 0;
}

/** The run of the tests: from the seeds alone, so that it does not depend on what was done before. */
export async function shortly(target) {
  const corpus = `target/fuzz/short/${target}`;
  await rm(corpus, { recursive: true, force: true });
  return fuzz(target, corpus, [`-runs=${SHORT[target]}`, "-seed=1"]);
}

async function main([target, input]) {
  if (target && !TARGETS.includes(target)) {
    throw new Error(`there is no target "${target}"; there are ${TARGETS.join(", ")}`);
  }
  await build();
  if (input) return (await ended(program(target), [input])) === 0;
  const seconds = Number(process.env.FUZZ_SECONDS ?? Number.POSITIVE_INFINITY);
  if (!(seconds > 0)) throw new Error(`FUZZ_SECONDS is "${process.env.FUZZ_SECONDS}", which is no number of seconds`);
  const targets = target ? [target] : TARGETS;
  const until = Date.now() + seconds * 1000;
  for (let n = 0; Date.now() < until; n++) {
    const share = Math.ceil((until - Date.now()) / 1000 / Math.max(1, targets.length - n));
    const turn = Math.min(TURN, share);
    const name = targets[n % targets.length];
    console.log(`==> Fuzzing ${name} for ${turn} s`);
    if (!(await fuzz(name, `target/fuzz/corpus/${name}`, [`-max_total_time=${turn}`]))) return false;
  }
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
  } catch (error) {
    console.error(`fuzz: ${error.message}`);
    process.exitCode = 2;
  }
}
