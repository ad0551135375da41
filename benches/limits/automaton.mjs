/** Finds all of several words in one pass, whatever their case (Aho and Corasick): the smallest useful table. */

const BYTES = 256;

/**
 * The words' automaton as rows of next states, the accepting states last, behind one class for each byte.
 *
 * @returns {{ classes: Uint8Array, width: number, rows: number[][], accepting: number }} `accepting` is the first
 *   accepting state.
 */
export function automatonOf(words) {
  const { classes, width } = classesOf(words);
  const states = trieOf(words, classes);
  closeOver(states, width);
  const order = [...states.keys()].sort((a, b) => Number(states[a].accepts) - Number(states[b].accepts) || a - b);
  const numberOf = new Map(order.map((state, number) => [state, number]));
  const rows = order.map((state) => states[state].next.map((next) => numberOf.get(next)));
  return { classes, width, rows, accepting: states.filter(({ accepts }) => !accepts).length };
}

/** A class for each letter of the words, and one for every other byte. */
function classesOf(words) {
  const letters = [...new Set(words.join(""))].sort();
  const classes = new Uint8Array(BYTES);
  for (const [at, letter] of letters.entries()) {
    classes[letter.charCodeAt(0)] = at + 1;
    classes[letter.toUpperCase().charCodeAt(0)] = at + 1;
  }
  return { classes, width: letters.length + 1 };
}

function trieOf(words, classes) {
  const states = [{ next: [], accepts: false }];
  for (const word of words) {
    let state = 0;
    for (const letter of word) {
      const { next } = states[state];
      const step = classes[letter.charCodeAt(0)];
      next[step] ??= states.push({ next: [], accepts: false }) - 1;
      state = next[step];
    }
    states[state].accepts = true;
  }
  return states;
}

/** Fills in where each state goes on to when its own words end: to the longest that is still under way. */
function closeOver(states, width) {
  const fallback = [0];
  const queue = [0];
  for (const state of queue) {
    const { next } = states[state];
    for (let step = 0; step < width; step++) {
      const elsewhere = state === 0 ? 0 : states[fallback[state]].next[step];
      const child = next[step];
      if (child === undefined) next[step] = elsewhere;
      else {
        fallback[child] = elsewhere;
        states[child].accepts ||= states[elsewhere].accepts;
        queue.push(child);
      }
    }
  }
}
