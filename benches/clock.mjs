/** How things are timed. All times are microseconds. */

/** Long beside a reading of the clock, and shorter than what the system gives a program before another has its turn. */
const BATCH_US = 1_000;
const WARM_UP_US = 150_000;
const ROUNDS = 41;
/** What takes long is not measured as often, but never fewer times than this. */
const LONGEST_US = 1_000_000;
const FEWEST_ROUNDS = 5;

const now = () => performance.now() * 1_000;

/** The value below which this share of the values lies. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

export const median = (values) => quantile(values, 0.5);

/**
 * How long each of several calls takes, by name, once everything is warm: the median of many batches.
 *
 * They take turns, batch by batch and each time in another order, so that whatever else the machine does falls on all
 * of them alike, whatever its rhythm.
 *
 * @param {Record<string, { call: () => unknown, isAsync?: boolean }>} calls
 */
export async function sideBySide(calls) {
  const turns = [];
  for (const [name, { call, isAsync = false }] of Object.entries(calls)) {
    turns.push({ name, call, isAsync, times: [], spent: 0, size: await warmUp(call, isAsync) });
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const turn of shuffled(turns)) {
      if (turn.spent > LONGEST_US && round >= FEWEST_ROUNDS) continue;
      // The processor has just learnt the ways of another call; those of this one come back first.
      if (turn.size > 1) await batch(turn);
      const took = await batch(turn);
      turn.spent += took;
      turn.times.push(took / turn.size);
    }
  }
  return Object.fromEntries(turns.map(({ name, times }) => [name, median(times)]));
}

function shuffled(all) {
  return all
    .map((one) => ({ one, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}

/** Calls until the compilers have done what they will do; answers how many calls make a batch. */
async function warmUp(call, isAsync) {
  let size = 1;
  for (let spent = 0; spent < WARM_UP_US; ) {
    const took = await batch({ call, isAsync, size });
    spent += took;
    if (took < BATCH_US) size *= 2;
  }
  return size;
}

async function batch({ call, isAsync, size }) {
  const start = now();
  if (isAsync) for (let i = 0; i < size; i++) await call();
  else for (let i = 0; i < size; i++) call();
  return now() - start;
}

/** Larger than the caches that a core has to itself; the ones that it shares hold other programs' data by then too. */
export const WALKED_BYTES = 64 * 1024 * 1024;
const CACHE_LINE = 64;
const COLD_CALLS = 41;
const walked = new Uint8Array(WALKED_BYTES);

/**
 * How long single calls take after other memory was walked through, as after a pause in which other programs ran: the
 * median of many. The code is as fast as it gets, but nothing that it needs is in the caches.
 */
export async function cold({ call, isAsync = false }) {
  await warmUp(call, isAsync);
  const times = [];
  let spent = 0;
  while (times.length < COLD_CALLS && (spent < LONGEST_US || times.length < FEWEST_ROUNDS)) {
    for (let at = 0; at < WALKED_BYTES; at += CACHE_LINE) walked[at]++;
    const start = now();
    if (isAsync) await call();
    else call();
    times.push(now() - start);
    spent += times.at(-1);
  }
  return median(times);
}
