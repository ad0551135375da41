import type { Memory } from "../shared/protocol.ts";
import type { Marked } from "./finding.ts";
import { fingerprintOf, type Kept } from "./kept.ts";

/** What was ignored, and the way back. */
export interface Ignored {
  /** What is different now, in a sentence. */
  readonly says: string;
  /** Resolves once it is marked again. */
  readonly undo: () => Promise<void>;
}

/** Where the session is told that other findings are to be shown, or that the text is to be scanned again. */
export interface Shower {
  repaint(): void;
  scan(): Promise<void>;
}

/** Findings that the person does not want to be told of again: in this composer, or anywhere. */
export class Ignoring {
  readonly #here: Set<string>;
  /** Ignored for good: kept in the background, and hidden here at once. */
  readonly #always = new Set<string>();
  readonly #memory: Memory | null;
  readonly #shower: Shower;

  constructor({ ignored }: Kept, memory: Memory | null, shower: Shower) {
    this.#here = ignored;
    this.#memory = memory;
    this.#shower = shower;
  }

  get canAlways(): boolean {
    return this.#memory !== null;
  }

  hides(finding: Marked): boolean {
    if (this.#here.size + this.#always.size === 0) return false;
    const key = keyOf(finding);
    return this.#here.has(key) || this.#always.has(key) || this.#here.has(keyOfRule(finding));
  }

  /** Hides a finding until its words change; one about details all over the text, until the text is another. */
  here(finding: Marked, ofDetails: boolean, told: (ignored: Ignored) => void): void {
    const key = ofDetails ? keyOfRule(finding) : keyOf(finding);
    this.#here.add(key);
    told({
      says: ofDetails
        ? "It will not be pointed out in this text again."
        : "These words are not marked here again unless you change them.",
      undo: async () => {
        this.#here.delete(key);
        this.#shower.repaint();
      },
    });
    this.#shower.repaint();
  }

  /** Hides what this rule finds in these words, here and on every site, from now on. */
  async always(finding: Marked, told: (ignored: Ignored) => void): Promise<void> {
    const { found } = finding;
    const memory = this.#memory;
    if (!memory) return;
    const kept = await memory.ignore(found.text, found.surface, found.finding);
    const key = keyOf(finding);
    this.#always.add(key);
    told({
      says: "These words are not marked again, on any site. The options can forget them.",
      undo: async () => {
        this.#always.delete(key);
        await memory.unignore(kept);
        await this.#shower.scan();
      },
    });
    this.#shower.repaint();
  }

  /** The text is gone, sent or deleted: what comes next is another. */
  forgetText(): void {
    this.#here.clear();
  }
}

function keyOf({ found: { text, finding } }: Marked): string {
  return fingerprintOf(`${finding.rule} ${text.slice(finding.start, finding.end)}`);
}

function keyOfRule({ rule }: Marked): string {
  return fingerprintOf(`${rule}`);
}
