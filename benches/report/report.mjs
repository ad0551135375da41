/** One run's figures as docs/performance.md. */
import { WALKED_BYTES } from "../clock.mjs";
import { inBrowsers } from "./browsers.mjs";
import { beside, limits, scans, start } from "./engine.mjs";
import { mb, table } from "./table.mjs";
import { targets } from "./targets.mjs";

export function report(figures) {
  const sections = [head(figures), held(figures), start(figures), scans(figures), limits(figures), beside(figures)];
  return `${[...sections, inBrowsers(figures)].join("\n\n")}\n`;
}

function head({ machine, browsers }) {
  const { date, cpu, cores, cache, memory, system, node, load } = machine;
  const caches = cache.map(({ level, size }) => `L${level} ${size}`).join(", ");
  const versions = [`Node ${node}`, ...browsers.map(({ browser }) => browser)].join(", ");
  return `# Performance

Written by \`make bench\`; every figure is of that one run.

- date: ${date}
- processor: ${cpu}, ${cores} cores${caches && `, ${caches}`}
- memory: ${mb(memory)}
- system: ${system}
- versions: ${versions}
- load average at the start: ${load.toFixed(2)}

Times are of this machine and of this hour. What holds elsewhere are the ratios: everything that is compared ran in the
same process on the same texts, taking turns batch by batch, and each figure is a median. *Warm* means that the compilers
have done what they will do and the caches hold everything; *cold* that ${mb(WALKED_BYTES)} of other memory were walked
through before each single call, as if other programs had run since the last keystroke. The texts are in
\`benches/texts.mjs\`.`;
}

function held(figures) {
  const all = targets(figures);
  const met = all.filter((target) => target.met).length;
  return `## Targets

${met} of ${all.length} are met in this run.

${table(
  ["target", "limit", "measured", "verdict"],
  all.map(({ what, limit, measured, met }) => [what, limit, measured, met ? "met" : "**not met**"]),
)}

- **WASM, gzip**: what the scanner with all rules, word lists and policies adds to the package. KB are 1,024 bytes.
- **WASM memory**: linear memory never shrinks, so this is the most that it had while texts of every kind below, at the
  ${(50_000).toLocaleString("en")} characters that are scanned at most, went through it.
- **Cold start**: from the wish to scan to the first answer: loading the glue, compiling the module, reading the tables,
  one scan. In Node it happens in a fresh process; in a browser it is a question to the stopped background, which the
  browser has to start first.
- **Warm scan**: a JavaScript string in, findings out, everything on. A post has up to 280 characters, a long one 3,000.
- **Linear**: 3.3 times as long a text may take 4 times as long, whichever of the texts below it is (of posts, another
  each time: see there).
- **Adversarial**: texts that nobody writes, each made to ask the most of one part of the scanner. None may take long,
  nor much longer than an ordinary text of its length.
- **Ratios**: against the regular expressions that one would write first, against the nearest peer in shape, and against
  the least that a scanner with a table could do.
- **Keystroke to painted mark**: see the last section. The time that the keys must rest is not counted.`;
}
