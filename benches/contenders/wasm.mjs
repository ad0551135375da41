/** What contenders in WebAssembly share. */
import { readFile } from "node:fs/promises";

/** UTF-8 bytes that one UTF-16 code unit can need. */
const BYTES_PER_UNIT = 3;
const encoder = new TextEncoder();

/** A module's bytes; the path is taken from the project's root, where the benches run. */
export const bytesOf = (path) => readFile(path);

/** Writes the text where `reserve` makes room for it; answers how many bytes it is. */
export function put({ memory, reserve }, text) {
  const room = text.length * BYTES_PER_UNIT;
  const input = reserve(room);
  return encoder.encodeInto(text, new Uint8Array(memory.buffer, input, room)).written;
}
