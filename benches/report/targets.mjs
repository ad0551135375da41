/** The project's targets, held against one run. */
import { median, quantile } from "../clock.mjs";
import { FOREPOST, HARPER, REGEXP } from "../contenders.mjs";
import { columnName } from "../measure/peers.mjs";
import { growth, inTurn, slowest, worst } from "../measure/scans.mjs";
import { ADVERSARIAL, POSTS } from "../texts.mjs";
import { allPairs } from "./browsers.mjs";
import { figure, kb, mb } from "./table.mjs";

const KB = 1024;
const MB = 1024 * KB;
const BESIDE = columnName(["ordinary", 3_000]);

/** `{ what, limit, measured, met }` each. */
export function targets(figures) {
  return [...weight(figures), ...scans(figures), ...ratios(figures), ...waits(figures)];
}

const atMost = (what, limit, value, shown) => ({
  what,
  limit: `≤ ${shown(limit)}`,
  measured: shown(value),
  met: value <= limit,
});

const atLeast = (what, limit, value) => ({
  what,
  limit: `≥ ${limit.toLocaleString("en")} ×`,
  measured: times(value),
  met: value >= limit,
});

const ms = (value) => `${figure(value)} ms`;
const us = (value) => `${figure(value)} µs`;
const times = (value) => `${figure(value)} ×`;

function weight({ size, weights, memory }) {
  return [
    atMost("WASM, gzip, everything in", 160 * KB, size.gzip, kb),
    atMost("WASM memory, after texts of every kind at full length", 6 * MB, memory, mb),
    atMost("cold start with first scan, Node", 10, weights[FOREPOST].first, ms),
  ];
}

function scans({ warm }) {
  const limits = { 280: 5, 3000: 40, 10000: 130 };
  const one = (length) =>
    atMost(
      `warm scan, ${length.toLocaleString("en")} ordinary characters`,
      limits[length],
      warm.ordinary[length].us,
      us,
    );
  const names = [...Object.keys(ADVERSARIAL), ...Object.keys(POSTS).map(inTurn)];
  const steepest = names.reduce((most, name) => (growth(warm[name]) > growth(warm[most]) ? name : most));
  const hardest = worst(warm);
  const longest = slowest(warm);
  return [
    ...[280, 3_000, 10_000].map(one),
    atMost(`linear: 10,000 characters beside 3,000 (most: ${steepest})`, 4, growth(warm[steepest]), times),
    atMost(`adversarial, 10,000 characters (slowest: ${longest})`, 500, warm[longest][10_000].us, us),
    atMost(
      `any input beside ordinary text of its length (worst: ${hardest.name}, ${hardest.length.toLocaleString("en")})`,
      5,
      hardest.times,
      times,
    ),
  ];
}

function ratios({ limits, peers }) {
  const ours = peers[BESIDE][FOREPOST];
  const beside = (name) => peers[BESIDE][name] / ours;
  return [
    atLeast("faster than the same rules as RegExp, 3,000 characters", 20, beside(REGEXP)),
    atLeast("faster than harper.js, 3,000 characters", 1_000, beside(HARPER)),
    atMost("a scan beside one table-driven pass, 3,000 characters", 4, limits.scan / limits.table, times),
  ];
}

function waits({ browsers, debounce }) {
  return browsers.flatMap(({ browser, typing, latency, answers }) => {
    const { without, withIt } = allPairs(latency);
    const beyond = typing.flatMap(({ times }) => times).map((time) => time - debounce);
    return [
      atMost(`keystroke to painted mark beyond the debounce, p50, ${browser}`, 16, quantile(beyond, 0.5), ms),
      atMost(`keystroke to painted mark beyond the debounce, p95, ${browser}`, 33, quantile(beyond, 0.95), ms),
      atMost(`keystroke to its letter, beside without, ${browser}`, 1.05, median(withIt) / median(without), times),
      atMost(`cold start with first scan in a restarted worker, ${browser}`, 60, quantile(answers.stopped, 0.5), ms),
    ];
  });
}
