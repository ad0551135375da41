/**
 * Draft.js names its blocks at random. Two runs of the same keystrokes are compared to the byte, so chance must
 * fall the same way in both. Imported first, before any editor. (Mulberry32.)
 */
let state = 0x5eed;

Math.random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
