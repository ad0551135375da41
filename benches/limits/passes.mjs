/** The limits as contenders: no scanner in this process can be faster than the pass that does least of what it needs. */
import { readFile } from "node:fs/promises";
import binaryen from "binaryen";
import { WasmScanner } from "../../extension/shared/wasm.ts";
import { put } from "../contenders/wasm.mjs";
import { automatonOf } from "./automaton.mjs";

/** As in limits.wat. */
const CLASSES_AT = 0;
const TABLE_AT = 0x400;
const TABLE_ROOM = 0x10000 - TABLE_AT;
const ANSWER_AT = 0x30000;
const ENTRY_BYTES = 2;

/** What the pass looks for; none ends another, so that every occurrence is counted. */
export const WORDS =
  "address ambulance birthday brother casualty collapsed conveyed daughter disgrace handover hospital idiot incident lives number paramedic patient petition please postcode pregnant seizure sister street stroke surgery therapy yesterday".split(
    " ",
  );

async function instance() {
  const module = binaryen.parseText(await readFile("benches/limits/limits.wat", "utf8"));
  module.setFeatures(binaryen.Features.BulkMemory | binaryen.Features.MutableGlobals);
  // As the scanner is: wasm-opt -O3.
  binaryen.setOptimizeLevel(3);
  binaryen.setShrinkLevel(0);
  module.optimize();
  const bytes = module.emitBinary();
  module.dispose();
  return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
}

/** Copy, classes and table, by name. */
export async function loadLimits() {
  const wasm = await instance();
  const accepting = writeTable(wasm.memory, automatonOf(WORDS));
  return {
    copy: { run: (text) => put(wasm, text) },
    classes: { run: (text) => wasm.classify(put(wasm, text)) },
    table: { run: (text) => wasm.walk(put(wasm, text), accepting) },
  };
}

/** Writes the automaton with rows and columns as distances; answers the first accepting state's. */
function writeTable(memory, { classes, width, rows, accepting }) {
  const rowBytes = width * ENTRY_BYTES;
  if (rows.length * rowBytes > TABLE_ROOM) throw new RangeError(`${rows.length} states do not fit the table`);
  new Uint8Array(memory.buffer, CLASSES_AT, classes.length).set(classes.map((step) => step * ENTRY_BYTES));
  new Uint16Array(memory.buffer, TABLE_AT, rows.length * width).set(rows.flat().map((state) => state * rowBytes));
  return accepting * rowBytes;
}

/** The shipped way in and out, around a scanner that answers as many findings as it is told to, at once. */
export async function loadBoundary() {
  const wasm = await instance();
  const scanner = new WasmScanner({ initSync: () => wasm, reserve: wasm.reserve, scan: wasm.answer });
  const count = new Uint32Array(wasm.memory.buffer, ANSWER_AT, 1);
  return {
    run(text, findings) {
      count[0] = findings;
      return scanner.scan(text, "post");
    },
  };
}
