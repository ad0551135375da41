/** The scanner that ships, through the very code that calls it in the extension's background. */
import { WasmScanner } from "../../extension/shared/wasm.ts";
import * as exports from "../../target/wasm/forepost.js";
import { bytesOf } from "./wasm.mjs";

export async function load() {
  const { memory } = exports.initSync({ module: await bytesOf("target/wasm/forepost_bg.wasm") });
  const scanner = new WasmScanner(exports);
  scanner.configure(null);
  return {
    run: (text) => scanner.scan(text, "post"),
    /** Bytes of linear memory. WebAssembly gives none back, so it is the most that there ever was. */
    memory: () => memory.buffer.byteLength,
  };
}
