/** Screenshots as pixels: what changed between two, and where. */
import { inflateSync } from "node:zlib";

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel, row by row. */
  readonly rgba: Uint8Array;
}

/** The smallest box that holds every changed pixel, its right and bottom exclusive. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Reads the PNGs that browsers make of a window: eight bits a channel, with or without alpha, not interlaced. */
export function decodePng(bytes: Uint8Array): Picture {
  const file = Buffer.from(bytes);
  const chunks = new Map<string, Buffer[]>();
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const type = file.toString("latin1", at + 4, at + 8);
    chunks.set(type, [...(chunks.get(type) ?? []), file.subarray(at + 8, at + 8 + file.readUInt32BE(at))]);
  }
  const header = chunks.get("IHDR")?.[0];
  if (!header) throw new Error("the screenshot is no PNG");
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = { 2: 3, 6: 4 }[header[9] ?? 0];
  if (header[8] !== 8 || channels === undefined || header[12] !== 0) throw new Error("a PNG of another kind");
  const rows = unfilter(inflateSync(Buffer.concat(chunks.get("IDAT") ?? [])), width * channels, height, channels);
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let channel = 0; channel < channels; channel++) {
      rgba[pixel * 4 + channel] = rows[pixel * channels + channel] ?? 0;
    }
  }
  return { width, height, rgba };
}

/** Undoes PNG's filters: each byte was stored as its difference from a guess out of its neighbours. */
function unfilter(data: Uint8Array, stride: number, height: number, step: number): Uint8Array {
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = data[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x >= step ? (rows[at - step] ?? 0) : 0;
      const up = y > 0 ? (rows[at - stride] ?? 0) : 0;
      const corner = x >= step && y > 0 ? (rows[at - stride - step] ?? 0) : 0;
      const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, corner)];
      rows[at] = (data[y * (stride + 1) + 1 + x] ?? 0) + (guesses[filter] ?? 0);
    }
  }
  return rows;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const nearest = Math.min(Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner));
  if (nearest === Math.abs(guess - left)) return left;
  return nearest === Math.abs(guess - up) ? up : corner;
}

/** Where two pictures of the same size differ to the eye, but for what lies in `beside`, or null where they do not. */
export function changed(before: Picture, after: Picture, beside: Box | null = null): Box | null {
  if (before.width !== after.width || before.height !== after.height) throw new Error("pictures of two sizes");
  let [left, top, right, bottom] = [before.width, before.height, 0, 0];
  for (let pixel = 0; pixel < before.width * before.height; pixel++) {
    if (!differs(before.rgba, after.rgba, pixel * 4)) continue;
    const [x, y] = [pixel % before.width, Math.floor(pixel / before.width)];
    if (beside && x >= beside.left && x < beside.right && y >= beside.top && y < beside.bottom) continue;
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + 1), Math.max(bottom, y + 1)];
  }
  return right === 0 ? null : { left, top, right, bottom };
}

/** A step that anti-aliasing alone does not make. */
const VISIBLE = 32;

function differs(before: Uint8Array, after: Uint8Array, at: number): boolean {
  return [0, 1, 2].some((channel) => Math.abs((before[at + channel] ?? 0) - (after[at + channel] ?? 0)) > VISIBLE);
}
