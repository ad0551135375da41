/** What a person waits for. */
import { median, quantile } from "../clock.mjs";
import { figure, table } from "./table.mjs";

const QUANTILES = [0.5, 0.95, 0.99];

export function inBrowsers({ browsers, debounce }) {
  return `## In the browser

The extension that ships, in a real browser without a window, with real key events, on a fixture page.

**Keystroke to painted mark, ms.** A draft ends in an NHS number that lacks its last digit; the digit is typed, the mark
appears. The time runs from the key event's own time stamp to the end of the frame that draws the mark; the page looks
for it at the start of every frame, so it is as coarse as a frame (17 ms), and the clock itself is good to 0.1 ms in
Chromium and 0.02 ms in Firefox, which is asked here not to round it to whole milliseconds. Keys fall at every phase of a frame. What the compositor and the screen add afterwards is
not in it. The scanner waits until the keys have rested for ${debounce} ms: *beyond* is without that.

${table(
  ["browser, editor, characters", "p50", "p95", "p99", "beyond p50", "beyond p95", "beyond p99", "keystrokes"],
  browsers.flatMap((browser) => keystrokes(browser, debounce)),
)}

**Keystroke to the frame that shows it, ms, the median.** Keys pressed at the end of a draft with a mark in it, in turns
with the extension and without.

${table(["browser, editor, characters", "without", "with", "beside", "pairs"], browsers.flatMap(pairs))}

**First mark, ms, the median and the longest of several.** *After load*: from the page being there
(\`DOMContentLoaded\`), with a draft in the focused editor, to the end of the frame with its mark; the content script
starts within that time, and nothing waits for keys to rest. *Typing*: as above, ${debounce} ms of rest included, with the
background stopped before. *Answer*: from a question to the background to its answer, without any page. A stopped
background is started by the browser, loads the module, reads the tables and scans; the driver's own look at each new
worker is in Chromium's times as well.

${table(
  ["browser", "after load", "after load, stopped", "typing, stopped", "answer", "answer, stopped"],
  browsers.map(({ browser, loads, restarts, answers }) => [
    browser,
    ...[loads.running, loads.stopped, restarts, answers.running, answers.stopped].map(range),
  ]),
)}`;
}

function keystrokes({ browser, typing }, debounce) {
  const row = (name, times) => [
    `${browser}, ${name}`,
    ...QUANTILES.map((share) => figure(quantile(times, share))),
    ...QUANTILES.map((share) => figure(quantile(times, share) - debounce)),
    times.length,
  ];
  const all = typing.flatMap(({ times }) => times);
  return [
    ...typing.map(({ editor, length, times }) => row(`${editor}, ${length.toLocaleString("en")}`, times)),
    row("all", all),
  ];
}

function pairs({ browser, latency }) {
  const row = (name, { without, withIt }) => [
    `${browser}, ${name}`,
    figure(median(without)),
    figure(median(withIt)),
    `${figure(median(withIt) / median(without))} ×`,
    withIt.length,
  ];
  return [
    ...latency.map((one) => row(`${one.editor}, ${one.length.toLocaleString("en")}`, one)),
    row("all", allPairs(latency)),
  ];
}

/** The pairs of all editors as those of one. */
export const allPairs = (latency) => ({
  without: latency.flatMap(({ without }) => without),
  withIt: latency.flatMap(({ withIt }) => withIt),
});

const range = (times) => `${figure(median(times))} (${figure(Math.max(...times))})`;
