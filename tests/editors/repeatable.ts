/**
 * Two runs of the same keystrokes are compared to the byte, so what differs between runs must not: chance, by which Draft.js
 * names its blocks, and the clock. Imported first, before any editor.
 */
let state = 0x5eed;

/** Mulberry32. */
Math.random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

let now = 1_700_000_000_000;

/**
 * ProseMirror reads a change of its DOM differently within 50, 100 or 200 ms of a key or the focus, so a slow machine alone
 * makes other text of the same keys. Here each thing happens a second after the one before.
 */
Date.now = () => {
  now += 1000;
  return now;
};
