/** A stretch of text that is one stretch of one node. */
interface Run<N> {
  /** Where it starts in the text. */
  readonly start: number;
  readonly length: number;
  readonly node: N;
  /** Where it starts in the node. */
  readonly offset: number;
  /** True when the node as a whole stands for the text, as an image does for its alternative text. */
  readonly whole: boolean;
}

/** A stretch of a node that shows a stretch of the text. */
export interface Piece<N> {
  readonly node: N;
  readonly from: number;
  readonly to: number;
  readonly whole: boolean;
}

/** Text read out of nodes, with the way back: which unit came from where. */
export class TextMap<N> {
  readonly text: string;
  readonly #runs: readonly Run<N>[];

  constructor(text: string, runs: readonly Run<N>[]) {
    this.text = text;
    this.#runs = runs;
  }

  /** The stretches of nodes that show the text from `start` to `end`; line breaks between blocks show nowhere. */
  pieces(start: number, end: number): Piece<N>[] {
    const pieces: Piece<N>[] = [];
    for (let at = this.#runAt(start); at < this.#runs.length; at++) {
      const run = this.#runs[at];
      if (!run || run.start >= end) break;
      const from = Math.max(start, run.start) - run.start + run.offset;
      const to = Math.min(end, run.start + run.length) - run.start + run.offset;
      if (to > from) pieces.push({ node: run.node, from, to, whole: run.whole });
    }
    return pieces;
  }

  /** Whether any of the text stands in this node. */
  shows(node: N): boolean {
    return this.#runs.some((run) => run.node === node);
  }

  /** Index of the first run that ends after `unit`. */
  #runAt(unit: number): number {
    let low = 0;
    let high = this.#runs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const run = this.#runs[middle];
      if (run && run.start + run.length <= unit) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Characters that editors put in to hold a caret, and that nobody wrote. */
const CARET_HOLDERS = /[\uFEFF\u200B\u2060]/;

/**
 * Collects text in reading order.
 *
 * Blocks nest, so a boundary only says that the next thing written starts a new line: however many boundaries meet,
 * there is one line break between two pieces of text, and none before the first or after the last.
 */
export class TextMapBuilder<N> {
  #parts: string[] = [];
  #runs: Run<N>[] = [];
  #length = 0;
  #begun = false;
  #breakPending = false;
  #gapPending = false;

  get length(): number {
    return this.#length;
  }

  /** True where a line starts, so that leading white space would not be shown. */
  get atLineStart(): boolean {
    return this.#breakPending || this.#length === 0;
  }

  get lastCharacter(): string {
    return this.#parts.at(-1)?.at(-1) ?? "";
  }

  /** Writes `data`, which stands in `node` from `offset` on, without the characters that only hold a caret. */
  write(node: N, data: string, offset = 0): void {
    if (data === "") return;
    this.line();
    let from = 0;
    for (const part of data.split(CARET_HOLDERS)) {
      this.#append(node, part, offset + from, false);
      from += part.length + 1;
    }
  }

  /** Writes `data`, for which `node` stands as a whole. */
  stand(node: N, data: string): void {
    this.line();
    this.#append(node, data, 0, true);
  }

  /** Makes the line that is due, even if nothing gets written on it: an empty paragraph is a line too. */
  line(): void {
    if (this.#breakPending) {
      this.#parts.push("\n");
      this.#length++;
      this.#gapPending = false;
    }
    this.#breakPending = false;
    this.#begun = true;
  }

  /** Whatever comes next on this line is another word than what stands in front. */
  gap(): void {
    this.#gapPending = true;
  }

  /** Whatever comes next starts a new line. */
  boundary(): void {
    this.#breakPending = this.#begun;
  }

  /** A line break that someone typed. One that ends its block adds nothing: the block's own boundary follows. */
  break(): void {
    this.line();
    this.boundary();
  }

  build(): TextMap<N> {
    return new TextMap(this.#parts.join(""), this.#runs);
  }

  #append(node: N, data: string, offset: number, whole: boolean): void {
    if (data === "") return;
    // The space that is due stands in no node; none is where a line starts or another stands already.
    if (this.#gapPending && !/^\s/.test(data) && !/^\s?$/.test(this.lastCharacter)) {
      this.#parts.push(" ");
      this.#length++;
    }
    this.#gapPending = false;
    this.#parts.push(data);
    this.#runs.push({ start: this.#length, length: data.length, node, offset, whole });
    this.#length += data.length;
  }
}
