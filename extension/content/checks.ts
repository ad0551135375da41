import type { Scan, Scanner, Surface } from "../shared/protocol.ts";
import { asMarked, type Marked } from "./finding.ts";

/** How long the keys must rest before the text is scanned. */
export const TYPING_MS = 150;

/** What is checked, and who is told what was found. */
export interface Checked {
  /** The text as it was read last; null while nothing is to be scanned. */
  text(): string | null;
  surface(): Surface;
  /** Reads the text anew if it may be another by now. */
  catchUp(): void;
  found(findings: readonly Marked[], truncated: boolean): void;
}

/** Has a text scanned, once the keys rest or at once. An answer to a text that is another by now is told to nobody. */
export class Checks {
  readonly #scanner: Scanner;
  readonly #checked: Checked;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  #answered = 0;

  constructor(scanner: Scanner, checked: Checked) {
    this.#scanner = scanner;
    this.#checked = checked;
  }

  /** Whether anything was ever scanned. */
  get hasBegun(): boolean {
    return this.#asked > 0;
  }

  /** Whether the text is to be scanned, or is being. */
  get isDue(): boolean {
    return this.#timer !== undefined || this.#answered < this.#asked;
  }

  /** Scans when the keys, which have rested for so many milliseconds, have rested for long enough. */
  soon(rested: number): void {
    this.wait();
    this.#timer = setTimeout(() => this.now(), TYPING_MS - rested);
  }

  /** Scans nothing until it is asked for once more. */
  wait(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async now(): Promise<void> {
    this.wait();
    const text = this.#checked.text();
    if (text === null) return;
    const asked = ++this.#asked;
    const surface = this.#checked.surface();
    const scan = text.trim() === "" ? NOTHING : await this.#answer(text, surface);
    if (asked === this.#asked) this.#answered = asked;
    this.#checked.catchUp();
    if (!scan || asked !== this.#asked || text !== this.#checked.text()) return;
    this.#checked.found(asMarked(scan.findings, text, surface), scan.truncated);
  }

  /** Without an answer there is nothing to mark; the next change asks again. */
  async #answer(text: string, surface: Surface): Promise<Scan | null> {
    try {
      return await this.#scanner.scan(text, surface);
    } catch {
      return null;
    }
  }
}

const NOTHING: Scan = { findings: [], truncated: false };
