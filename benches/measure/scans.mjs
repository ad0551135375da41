/** What a scan costs: of every text in every length, warm and with cold caches, and of what goes in and out. */
import { cold, median, sideBySide } from "../clock.mjs";
import { limits } from "../contenders.mjs";
import { ADVERSARIAL, LENGTHS, POSTS, TEXTS, variants } from "../texts.mjs";

const [SHORT, LONG, LONGEST] = LENGTHS;
/** As many findings as a post without fault has, one with several, and one full of them. */
const FINDINGS = [0, 5, 20];
/** Numbers of one packed finding. */
const PACKED_FINDING = 3;

/** Warm scans: `[text][length]` is `{ us, findings }`; posts twice, the same again and again and another each time. */
export async function warm(forepost) {
  const scans = {};
  for (const length of LENGTHS) {
    const texts = {};
    for (const name of Object.keys(POSTS)) texts[inTurn(name)] = variants(name, length);
    for (const name of Object.keys(TEXTS)) texts[name] = [TEXTS[name](length)];
    const calls = Object.entries(texts).map(([name, all]) => [name, { call: turns(forepost, all) }]);
    const times = await sideBySide(Object.fromEntries(calls));
    for (const name of [...Object.keys(TEXTS), ...Object.keys(POSTS).map(inTurn)]) {
      scans[name] ??= {};
      scans[name][length] = { us: times[name], findings: findingsIn(forepost, texts[name]) };
    }
  }
  return scans;
}

/** The name of a post's figures when another one is scanned each time. */
export const inTurn = (name) => `${name}, another each time`;

function turns(forepost, texts) {
  let at = 0;
  return () => forepost.run(texts[at++ % texts.length]);
}

function findingsIn(forepost, texts) {
  return median(texts.map((text) => forepost.run(text).packed.length / PACKED_FINDING));
}

/** How many times as long 10,000 characters take as 3,000. */
export const growth = (of) => of[LONGEST].us / of[LONG].us;

/** The adversarial text that takes longest beside ordinary text of its length: `{ name, length, times }`. */
export function worst(scans) {
  const all = Object.keys(ADVERSARIAL).flatMap((name) =>
    LENGTHS.map((length) => ({ name, length, times: scans[name][length].us / scans.ordinary[length].us })),
  );
  return all.reduce((most, one) => (one.times > most.times ? one : most));
}

/** The adversarial text that takes longest at 10,000 characters. */
export const slowest = (scans) =>
  Object.keys(ADVERSARIAL).reduce((most, name) => (scans[name][LONGEST].us > scans[most][LONGEST].us ? name : most));

/** Scans with cold caches: `[text][length]` in microseconds. */
export async function coldScans(forepost, names) {
  const scans = {};
  for (const name of names) {
    scans[name] = {};
    for (const length of LENGTHS) {
      const text = TEXTS[name](length);
      scans[name][length] = await cold({ call: () => forepost.run(text) });
    }
  }
  return scans;
}

/** The way in and out for 280 characters, in microseconds, by number of findings. */
export async function boundary() {
  const { loadBoundary } = await limits();
  const empty = await loadBoundary();
  const text = TEXTS.ordinary(SHORT);
  return sideBySide(
    Object.fromEntries(FINDINGS.map((findings) => [findings, { call: () => empty.run(text, findings) }])),
  );
}

/** The scan of 3,000 ordinary characters between the passes that do least: microseconds by name. */
export async function besideLimits(forepost) {
  const { loadLimits, WORDS } = await limits();
  const { copy, classes, table } = await loadLimits();
  const text = TEXTS.ordinary(LONG);
  const expected = WORDS.reduce((count, word) => count + text.toLowerCase().split(word).length - 1, 0);
  const counted = table.run(text);
  if (counted !== expected) throw new Error(`the table's pass counted ${counted} words of ${expected}`);
  return sideBySide({
    copy: { call: () => copy.run(text) },
    classes: { call: () => classes.run(text) },
    table: { call: () => table.run(text) },
    scan: { call: () => forepost.run(text) },
  });
}
