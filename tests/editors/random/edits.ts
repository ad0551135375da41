/** Edits by chance: the same seed gives the same ones on every machine, so a failure can be played again. */

/** One thing that a person does to a draft. */
export type Edit =
  /** Keys one after the other, each a character or keys held together, such as "Control+Backspace". */
  | { readonly kind: "keys"; readonly keys: readonly string[]; readonly moves: boolean }
  | { readonly kind: "paste"; readonly text: string }
  | { readonly kind: "undo" }
  | { readonly kind: "redo" };

/** What makes findings come and go stands among what makes none. */
const WORDS = [
  "the",
  "a ",
  "crew ",
  "tonight, ",
  "84F ",
  "NHS 943 476 5919 ",
  "at LN1 3AB",
  " call 07700 900123",
  ". ",
  "é",
  "ß ",
  "well",
];
/** Surrogates, joiners, right-to-left letters, marks that stand on others, and more than one line. */
const PASTED = [
  "👩🏽‍🚒 on scene 🚑",
  "👨‍👩‍👧‍👦",
  "שלום עולם",
  "مرحبا 123 بكم",
  "e\u0301te\u0301",
  "🏴󠁧󠁢󠁷󠁬󠁳󠁿 flag",
  "NHS 943 476 5919",
  "two  spaces\u00A0and more",
];
const MOVES = [
  "ArrowLeft",
  "ArrowRight",
  "ArrowUp",
  "ArrowDown",
  "Home",
  "End",
  "Control+ArrowLeft",
  "Control+ArrowRight",
  "Shift+ArrowLeft",
  "Shift+ArrowRight",
  "Shift+Home",
];

/** Mulberry32: small, and good enough to draw edits with. */
function chance(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** So many edits, drawn by this seed. */
export function editsOf(seed: number, count: number): Edit[] {
  const next = chance(seed);
  const upTo = (most: number) => Math.floor(next() * most);
  const oneOf = <T>(all: readonly T[]): T => all[upTo(all.length)] as T;
  const keys = (...pressed: string[]): Edit => ({ kind: "keys", keys: pressed, moves: false });
  const times = (key: string, most: number) => keys(...Array<string>(1 + upTo(most)).fill(key));

  const draw = (): Edit => {
    const share = next() * 100;
    if (share < 48) return keys(...oneOf(WORDS));
    if (share < 60) return times("Backspace", 3);
    if (share < 66) return times("Delete", 2);
    if (share < 73) return keys("Enter");
    if (share < 77) return keys("Control+Backspace");
    if (share < 79) return keys("Control+Delete");
    if (share < 84) return { kind: "paste", text: oneOf(PASTED) };
    if (share < 94) return { ...times(oneOf(MOVES), 4), moves: true } as Edit;
    return { kind: share < 97.5 ? "undo" : "redo" };
  };
  return Array.from({ length: count }, draw);
}
