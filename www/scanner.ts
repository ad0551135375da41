import { WasmScanner } from "../extension/shared/wasm.ts";
import init, * as exports from "../target/wasm/forepost.js";

/** Loads the scanner that lies beside this script. */
export async function loadScanner(): Promise<WasmScanner> {
  await init({ module_or_path: new URL("forepost_bg.wasm", import.meta.url) });
  return new WasmScanner(exports);
}
