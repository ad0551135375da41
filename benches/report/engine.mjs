/** The scanner's own figures, and those of what is measured beside it. */
import { CONTENDERS, FOREPOST } from "../contenders.mjs";
import { growth } from "../measure/scans.mjs";
import { LENGTHS } from "../texts.mjs";
import { figure, kb, mb, table } from "./table.mjs";

const characters = (length) => length.toLocaleString("en");

export function start({ size, weights, memory }) {
  const { first, soon } = weights[FOREPOST];
  return `## Size, start and memory

${table(
  ["raw", "gzip", "brotli", "first answer, fresh process", "280 characters soon after", "WASM memory"],
  [[kb(size.raw), kb(size.gzip), kb(size.brotli), `${figure(first)} ms`, `${figure(soon)} µs`, mb(memory)]],
)}

A background that the browser stops every half minute mostly runs code that was just compiled and not yet optimised: the
fifth column is the median of the ten scans after the first.`;
}

export function scans({ warm, cold, boundary }) {
  const rows = Object.entries(warm).map(([name, of]) => {
    const ratio = Math.max(...LENGTHS.map((length) => of[length].us / warm.ordinary[length].us));
    return [
      name,
      ...LENGTHS.map((length) => figure(of[length].us)),
      of[3_000].findings,
      `${figure(ratio)} ×`,
      `${figure(growth(of))} ×`,
    ];
  });
  return `## A scan

Warm, µs. *Findings* are those at 3,000 characters; *beside ordinary* is the worst of the three lengths; *growth* is 10,000
characters beside 3,000. A processor that reads the same post again and again learns its branches by heart, better the
shorter it is; the last rows take eight posts in turn, which is nearer to what happens while someone writes.

${table(["text", ...LENGTHS.map(characters), "findings", "beside ordinary", "growth"], rows)}

With cold caches, µs; the last is the text that is slowest above:

${table(
  ["text", ...LENGTHS.map(characters)],
  Object.entries(cold).map(([name, of]) => [name, ...LENGTHS.map((length) => figure(of[length]))]),
)}

Of each scan this is the way in and out, through the code that ships (making room, writing 280 characters as UTF-8, the
call, reading the packed findings, wiping the text), around a module that answers at once:

${table(["findings", ...Object.keys(boundary)], [["µs", ...Object.values(boundary).map(figure)]])}`;
}

export function limits({ limits }) {
  const names = {
    copy: "writing the text into memory",
    classes: "… and looking up a class for each byte",
    table: "… and one table step for each byte, each depending on the last",
    scan: "the scan",
  };
  return `## The limits

3,000 ordinary characters, warm. The first three are hand-written WebAssembly (\`benches/limits/limits.wat\`), optimised as
the scanner is. The third finds thirty words in one pass and nothing else: a scanner that reads every byte through one
table cannot be faster.

${table(
  ["what", "µs", "scan beside it"],
  Object.entries(names).map(([key, name]) => [
    name,
    figure(limits[key]),
    key === "scan" ? "" : `${figure(limits.scan / limits[key])} ×`,
  ]),
)}`;
}

export function beside({ peers, weights }) {
  const columns = Object.keys(peers);
  const names = Object.keys(CONTENDERS);
  const [typical] = columns.slice(1);
  const ratio = (name) => peers[typical][name] / peers[typical][FOREPOST];
  return `## Beside others

None of the others finds what Forepost does: the expressions are its rules without the look-alikes, the checks and the
context (\`benches/regexp.rs\`), redact-pii looks for numbers and addresses, harper.js for grammar, alex for inconsiderate
wording, the rest for bad words. µs, warm but for the last column:

${table(
  ["", ...columns, "times ours"],
  names.map((name) => [name, ...columns.map((column) => figure(peers[column][name])), `${figure(ratio(name))} ×`]),
)}

*Times ours* is of ${typical} characters. What each would add to a package, bundled and minified, and what it costs
in a fresh process: the first answer, a text of 280 characters soon after, and by how much the process grew.

${table(
  ["", "raw", "gzip", "first answer, ms", "soon after, µs", "memory"],
  names.map((name) => {
    const { raw, gzip, first, soon, grown } = weights[name];
    return [name, kb(raw), kb(gzip), figure(first), figure(soon), mb(grown)];
  }),
)}`;
}
