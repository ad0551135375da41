import type { Explanation, Scanner } from "../shared/protocol.ts";
import type { Found, Marked } from "./finding.ts";

/** Asks what findings mean, each of them once, however often it is shown. */
export class Explainer {
  readonly #scanner: Scanner;
  readonly #known = new WeakMap<Found, Promise<Explanation>>();

  constructor(scanner: Scanner) {
    this.#scanner = scanner;
  }

  /** Asks about the text in which it was found, for only there do rule and place belong together. */
  async of({ found }: Marked): Promise<Explanation | null> {
    const known = this.#known.get(found) ?? this.#scanner.explain(found.text, found.surface, found.finding);
    this.#known.set(found, known);
    try {
      return await known;
    } catch {
      this.#known.delete(found);
      return null;
    }
  }
}
