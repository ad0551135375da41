/** Waiting for what a person would see, and saying what was there instead. */

const PATIENCE = 10_000;
const PAUSE = 25;

/** Asks again until `condition` holds of what `look` sees; answers that, or throws with what it saw last. */
export async function waitFor<T>(
  what: string,
  look: () => Promise<T> | T,
  condition: (seen: T) => boolean = Boolean,
  patience: number = PATIENCE,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const seen = await look();
    if (condition(seen)) return seen;
    if (Date.now() > end) throw new Error(`waited ${patience / 1000} s for ${what}; saw ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
