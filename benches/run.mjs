/**
 * `make bench`: measures everything in one run, prints it, and writes the same to docs/performance.md.
 *
 * Times depend on the machine and on what else it does; the ratios within one run hardly do.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle as bundleTests } from "../tests/bundle.mjs";
import { buildEditors } from "../tests/editors/build.mjs";
import { bundle, CONTENDERS, FOREPOST, load } from "./contenders.mjs";
import { machine } from "./machine.mjs";
import { peers } from "./measure/peers.mjs";
import { besideLimits, boundary, coldScans, slowest, warm } from "./measure/scans.mjs";
import { size, weights } from "./measure/weight.mjs";
import { report } from "./report/report.mjs";
import { TEXTS } from "./texts.mjs";

const REPORT = "docs/performance.md";
/** No more of a text is ever scanned. */
const SCAN_LIMIT = 50_000;
const BROWSERS = ["chrome", "firefox"];

/** What is being measured goes to the other channel, so that the tables can be kept by themselves. */
const say = (what) => console.error(`    ${what}`);

const figures = { machine: machine() };

say("sizes, starts in fresh processes");
await bundle();
figures.size = await size();
figures.weights = await weights();

say("scans");
const forepost = await load(CONTENDERS[FOREPOST]);
figures.warm = await warm(forepost);
figures.cold = await coldScans(forepost, ["ordinary", "mixed", slowest(figures.warm)]);
figures.boundary = await boundary();
figures.limits = await besideLimits(forepost);
for (const textOf of Object.values(TEXTS)) forepost.run(textOf(SCAN_LIMIT));
figures.memory = forepost.memory();

say("the others");
figures.peers = await peers(slowest(figures.warm));

await buildEditors("target/editors");
const [program] = await bundleTests(["benches/browser/measure.ts"], "bench");
const { DEBOUNCE_MS, measure } = await import(pathToFileURL(join(process.cwd(), program)).href);
figures.debounce = DEBOUNCE_MS;
figures.browsers = [];
for (const name of BROWSERS) {
  say(`keystrokes in ${name}`);
  figures.browsers.push(await measure(name, TEXTS.ordinary));
}

const written = report(figures);
console.log(written);
await writeFile(REPORT, written);
say(`written to ${REPORT}`);
