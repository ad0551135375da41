import * as exports from "../../target/bench/rustrict/rustrict.js";
import { bytesOf, put } from "./wasm.mjs";

export async function load() {
  const { memory } = exports.initSync({ module: await bytesOf("target/bench/rustrict/rustrict_bg.wasm") });
  const door = { memory, reserve: exports.reserve };
  return { run: (text) => exports.check(put(door, text)) };
}
