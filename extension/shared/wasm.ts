import { PACKED_FINDING, unpack } from "./packed.ts";
import { type Explanation, type Place, type PolicyName, type Scanner, SURFACES, type Surface } from "./protocol.ts";

/** What `target/wasm/forepost.js` exports, once its `init` has run. */
export interface WasmExports {
  /** Once there is an instance, this answers its exports and loads nothing: a rebuilt instance has a memory of its own. */
  initSync(loaded: { module: BufferSource }): { readonly memory: WebAssembly.Memory };
  reserve(bytes: number): number;
  scan(bytes: number, surface: number): number;
  /** Throws an Error when the text has no such finding. */
  explain(bytes: number, surface: number, rule: number, start: number, end: number): Explanation;
  policies(): PolicyName[];
  /** Answers how a policy file calls its policy; throws an Error with the line and the reason when it cannot be used. */
  read_policy(file: string): PolicyName;
  configure(options: { policy: string | null; file?: string }): void;
  /** Has the next call run in a fresh instance. */
  reset(): void;
}

/** Findings packed as `Reply` carries them. */
export interface Packed {
  readonly packed: number[];
  readonly truncated: boolean;
}

/** Code units that the scanner reads of a text. */
export const SCAN_LIMIT = 50_000;
/** UTF-8 bytes that one UTF-16 code unit can need. */
const BYTES_PER_UNIT = 3;
const FLAG_TRUNCATED = 1;

/**
 * The scanner in WebAssembly, as a JavaScript object.
 *
 * A trap leaves linear memory in a state nobody vouches for, so the instance is rebuilt and the text scanned once more.
 */
export class WasmScanner {
  readonly #exports: WasmExports;
  readonly #encoder = new TextEncoder();
  #chosen: { policy: string | null; file?: string } = { policy: null };

  constructor(exports: WasmExports) {
    this.#exports = exports;
  }

  /** Puts a policy in force, or throws an Error that says what is wrong and leaves the one before in force. */
  configure(policy: string | null, file: string | null = null): void {
    const chosen = file === null ? { policy } : { policy, file };
    this.#exports.configure(chosen);
    this.#chosen = chosen;
  }

  /** How a policy file calls its policy; throws an Error with the line and the reason when it cannot be used. */
  readPolicy(file: string): PolicyName {
    return this.#again(() => this.#exports.read_policy(file));
  }

  scan(text: string, surface: Surface): Packed {
    return this.#again(() => this.#withText(text, (bytes) => this.#scan(bytes, surface)));
  }

  /** Throws an Error when the text has no such finding. */
  explain(text: string, surface: Surface, { rule, start, end }: Place): Explanation {
    const asked = (bytes: number) => this.#exports.explain(bytes, SURFACES.indexOf(surface), rule, start, end);
    return this.#again(() => this.#withText(text, asked));
  }

  policies(): PolicyName[] {
    return this.#again(() => this.#exports.policies());
  }

  /** Puts a text into the scanner's room for the time of one call; whatever comes of it, nothing stays behind there. */
  #withText<T>(text: string, call: (bytes: number) => T): T {
    // One unit more than is scanned is enough for the scanner to see that there is more.
    const units = text.slice(0, SCAN_LIMIT + 1);
    const room = units.length * BYTES_PER_UNIT;
    const input = this.#exports.reserve(room);
    const { written } = this.#encoder.encodeInto(units, new Uint8Array(this.#memory(), input, room));
    try {
      return call(written);
    } finally {
      new Uint8Array(this.#memory(), input, written).fill(0);
    }
  }

  #scan(bytes: number, surface: Surface): Packed {
    const output = this.#exports.scan(bytes, SURFACES.indexOf(surface));
    const buffer = this.#memory();
    const [count = 0, flags = 0] = new Uint32Array(buffer, output, 2);
    const findings = new Uint32Array(buffer, output + 2 * Uint32Array.BYTES_PER_ELEMENT, count * PACKED_FINDING);
    return { packed: Array.from(findings), truncated: (flags & FLAG_TRUNCATED) !== 0 };
  }

  #again<T>(call: () => T): T {
    try {
      return call();
    } catch (error) {
      if (isRefusal(error)) throw error;
      this.#rebuild();
    }
    try {
      return call();
    } catch (error) {
      this.#rebuild();
      throw error;
    }
  }

  /** Linear memory as it is now: growing it detaches every earlier view. */
  #memory(): ArrayBuffer | SharedArrayBuffer {
    return this.#exports.initSync({ module: new Uint8Array() }).memory.buffer;
  }

  #rebuild(): void {
    this.#exports.reset();
    this.#exports.configure(this.#chosen);
  }
}

/** The scanner says no in plain Errors; a trap, or a stack that is full, comes as one of the browser's own kinds. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.name === "Error";
}

/** A `Scanner` for content code that runs in the same page as the WASM. */
export function scannerIn(wasm: WasmScanner): Scanner {
  return {
    async scan(text, surface) {
      const { packed, truncated } = wasm.scan(text, surface);
      return { findings: unpack(packed), truncated };
    },
    async explain(text, surface, finding) {
      return wasm.explain(text, surface, finding);
    },
  };
}
