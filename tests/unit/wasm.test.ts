import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Explanation, Finding, PolicyName } from "../../extension/shared/protocol.ts";
import { scannerIn, type WasmExports, WasmScanner } from "../../extension/shared/wasm.ts";

const INPUT = 64;
const OUTPUT = 1 << 17;
const FINDING: Finding = { rule: 3, severity: "serious", start: 2, end: 3 };
const EXPLANATION: Explanation = {
  rule: "letter-x",
  kind: "identifier/name",
  severity: "serious",
  title: "An x",
  why: "It is one.",
  instead: "Write y.",
  clauses: [],
  ask: null,
  outdated: null,
  replacements: [{ text: "y", start: 2, end: 3 }],
  pieces: [],
};

/** A scanner without rules that finds every “x”, stops as often as it is told, and grows its memory on every call. */
class FakeWasm implements WasmExports {
  traps = 0;
  readonly calls: string[] = [];
  seen = "";
  surface = -1;
  readonly #memory = new WebAssembly.Memory({ initial: 4 });

  initSync() {
    return { memory: this.#memory };
  }

  reserve(): number {
    this.#memory.grow(1);
    return INPUT;
  }

  scan(bytes: number, surface: number): number {
    this.#read("scan", bytes, surface);
    const found = [...this.seen.matchAll(/x/g)].flatMap(({ index }) => [3 | (2 << 16), index, index + 1]);
    new Uint32Array(this.#memory.buffer, OUTPUT).set([found.length / 3, this.seen.length > 50_000 ? 1 : 0, ...found]);
    return OUTPUT;
  }

  explain(bytes: number, surface: number, rule: number, start: number, end: number): Explanation {
    this.#read(`explain ${rule} at ${start} to ${end}`, bytes, surface);
    if (this.seen.slice(start, end) !== "x") throw new Error(`rule ${rule} finds nothing at ${start} to ${end}`);
    return EXPLANATION;
  }

  policies() {
    return [];
  }

  read_policy(file: string): PolicyName {
    if (file === "slip") throw new Error("line 1: a slip");
    const named = { name: file, short: file, title: "", version: "", approved: "", reviewDue: null };
    return { id: "own", ...named };
  }

  configure({ policy, file }: { policy: string | null; file?: string }): void {
    if (policy === "unknown") throw new Error('there is no policy "unknown"');
    if (file === "slip") throw new Error("line 1: a slip");
    this.calls.push(file === undefined ? `configure ${policy}` : `configure file ${file}`);
  }

  reset(): void {
    this.calls.push("reset");
  }

  #read(call: string, bytes: number, surface: number): void {
    this.calls.push(call);
    if (this.traps-- > 0) throw new WebAssembly.RuntimeError("unreachable");
    this.seen = new TextDecoder().decode(new Uint8Array(this.#memory.buffer, INPUT, bytes));
    this.surface = surface;
    this.#memory.grow(1);
  }

  /** Whether any of the text is still in memory. */
  get holdsText(): boolean {
    return new Uint8Array(this.#memory.buffer, INPUT, 1000).some((byte) => byte !== 0);
  }
}

describe("the scanner in WebAssembly", () => {
  test("reads text and answers findings, though memory grows meanwhile", async () => {
    const wasm = new FakeWasm();
    const scan = await scannerIn(new WasmScanner(wasm)).scan("é x 🚑x", "bio");
    assert.deepEqual([wasm.seen, wasm.surface], ["é x 🚑x", 3]);
    assert.deepEqual(scan, {
      findings: [
        { rule: 3, severity: "serious", start: 2, end: 3 },
        { rule: 3, severity: "serious", start: 6, end: 7 },
      ],
      truncated: false,
    });
  });

  test("explains a finding of a text, which it is given with it", async () => {
    const wasm = new FakeWasm();
    const explanation = await scannerIn(new WasmScanner(wasm)).explain("é x 🚑", "reply", FINDING);
    assert.deepEqual(explanation, EXPLANATION);
    assert.deepEqual([wasm.seen, wasm.surface, wasm.calls], ["é x 🚑", 1, ["explain 3 at 2 to 3"]]);
  });

  test("leaves nothing of the text in memory, whatever came of it", () => {
    const wasm = new FakeWasm();
    const scanner = new WasmScanner(wasm);
    scanner.scan("a draft", "post");
    assert.equal(wasm.holdsText, false, "after a scan");
    scanner.explain("a x draft", "post", FINDING);
    assert.equal(wasm.holdsText, false, "after an explanation");
    assert.throws(() => scanner.explain("a draft", "post", FINDING));
    assert.equal(wasm.holdsText, false, "after a refusal");
    wasm.traps = 2;
    assert.throws(() => scanner.explain("a x draft", "post", FINDING));
    assert.equal(wasm.holdsText, false, "after a trap");
  });

  test("says what it cannot explain, and goes on as it is: nothing is broken", () => {
    const wasm = new FakeWasm();
    const scanner = new WasmScanner(wasm);
    assert.throws(() => scanner.explain("changed", "post", FINDING), /rule 3 finds nothing at 2 to 3/);
    assert.deepEqual(wasm.calls, ["explain 3 at 2 to 3"]);
  });

  test("explains once more in a new instance after a trap", () => {
    const wasm = new FakeWasm();
    wasm.traps = 1;
    assert.deepEqual(new WasmScanner(wasm).explain("a x", "post", FINDING), EXPLANATION);
    assert.deepEqual(wasm.calls, ["explain 3 at 2 to 3", "reset", "configure null", "explain 3 at 2 to 3"]);
  });

  test("rebuilds the instance after a trap, under the same policy, and scans once more", () => {
    const wasm = new FakeWasm();
    const scanner = new WasmScanner(wasm);
    scanner.configure("emas");
    wasm.traps = 1;
    assert.deepEqual(scanner.scan("x", "post").packed, [3 | (2 << 16), 0, 1]);
    assert.deepEqual(wasm.calls, ["configure emas", "scan", "reset", "configure emas", "scan"]);
  });

  test("gives a text up that stops it twice, and is rebuilt for the next", () => {
    const wasm = new FakeWasm();
    const scanner = new WasmScanner(wasm);
    wasm.traps = 2;
    assert.throws(() => scanner.scan("x", "post"), WebAssembly.RuntimeError);
    assert.equal(wasm.calls.at(-1), "configure null");
    assert.deepEqual(scanner.scan("x", "post").packed, [3 | (2 << 16), 0, 1]);
  });

  test("keeps the policy in force when another cannot be used", () => {
    const wasm = new FakeWasm();
    const scanner = new WasmScanner(wasm);
    scanner.configure("emas");
    assert.throws(() => scanner.configure("unknown"), /there is no policy "unknown"/);
    wasm.traps = 1;
    scanner.scan("x", "post");
    assert.ok(!wasm.calls.includes("configure unknown"));
  });

  test("takes a policy file, and names the slip in one that cannot be used", () => {
    const wasm = new FakeWasm();
    const scanner = new WasmScanner(wasm);
    assert.equal(scanner.readPolicy("id: us").short, "id: us");
    scanner.configure(null, "id: us");
    assert.throws(() => scanner.configure(null, "slip"), /line 1: a slip/);
    assert.throws(() => scanner.readPolicy("slip"), /line 1: a slip/);
    wasm.traps = 1;
    scanner.scan("x", "post");
    assert.equal(wasm.calls.filter((call) => call === "configure file id: us").length, 2);
  });

  test("gives the scanner one unit more than it scans, so that it can say so", () => {
    const wasm = new FakeWasm();
    const { truncated } = new WasmScanner(wasm).scan("a".repeat(200_000), "post");
    assert.deepEqual([wasm.seen.length, truncated], [50_001, true]);
  });

  test("lets half a surrogate pair and a NUL through at their length", () => {
    const wasm = new FakeWasm();
    const { packed } = new WasmScanner(wasm).scan("\uD83Da\0x", "post");
    assert.deepEqual(packed.slice(1), [3, 4]);
  });
});
