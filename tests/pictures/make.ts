/** Little pictures with metadata, made byte by byte: nobody's photograph, and no more than a test needs. */
export interface Metadata {
  readonly place?: boolean;
  readonly time?: boolean;
  /** The order of bytes; cameras use either. */
  readonly little?: boolean;
}

const TAKEN = "2024:03:01 04:30:00\0";
/** 52° 57′ 15″, as three fractions. */
const DEGREES = [52, 1, 57, 1, 15, 1];
const [SHORT_TEXT, LONG, RATIONAL] = [2, 4, 5];

/** An Exif directory as it stands in every kind of file. */
export function exif({ place = false, time = false, little = true }: Metadata): Buffer {
  const bytes = Buffer.alloc(256);
  const u16 = (value: number, at: number) => (little ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at));
  const u32 = (value: number, at: number) => (little ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at));
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    u16(tag, at);
    u16(type, at + 2);
    u32(count, at + 4);
    u32(value, at + 8);
  };
  bytes.write(little ? "II" : "MM", 0);
  u16(42, 2);
  u32(8, 4);
  const [main, times, places, text, fractions] = [8, 60, 100, 140, 180];
  u16(3, main);
  entry(main + 2, 0x0112, 3, 1, little ? 1 : 1 << 16);
  // Directories are there even where they hold nothing, as in files of which the place was taken out.
  entry(main + 14, 0x8769, LONG, 1, times);
  entry(main + 26, 0x8825, LONG, 1, places);
  u16(time ? 1 : 0, times);
  if (time) entry(times + 2, 0x9003, SHORT_TEXT, TAKEN.length, text);
  u16(place ? 1 : 0, places);
  if (place) entry(places + 2, 0x0002, RATIONAL, 3, fractions);
  bytes.write(TAKEN, text);
  for (const [at, value] of DEGREES.entries()) u32(value, fractions + 4 * at);
  return bytes;
}

const segment = (marker: number, data: Buffer) => {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(marker, 0);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};

/** A JPEG that no decoder would show: its metadata, and then the mark of the end. */
export function jpeg(metadata?: Metadata, padding = 0): Buffer {
  const app1 = metadata ? [segment(0xffe1, Buffer.concat([Buffer.from("Exif\0\0"), exif(metadata)]))] : [];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...app1,
    Buffer.from([0xff, 0xda, 0, 2]),
    Buffer.alloc(padding),
    Buffer.from([0xff, 0xd9]),
  ]);
}

/** A JPEG whose metadata an editing program wrote, in XMP only. */
export function jpegWithXmp(words: string): Buffer {
  const xmp = Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><rdf:Description ${words}/></x:xmpmeta>`);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xffe1, xmp), Buffer.from([0xff, 0xda, 0, 2, 0xff, 0xd9])]);
}

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  // Whoever looks for metadata asks for no check sum.
  return Buffer.concat([length, body, Buffer.alloc(4)]);
};

/** A PNG of one pixel, its metadata behind the picture, where some programs put it. */
export function png(metadata?: Metadata): Buffer {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const pixel = Buffer.from([0x78, 0x9c, 0x63, 0x60, 0, 0, 0, 2, 0, 1]);
  const own = metadata ? [chunk("eXIf", exif(metadata))] : [];
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", pixel),
    ...own,
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A WebP, its metadata behind the picture as always there. */
export function webp(metadata: Metadata): Buffer {
  const riff = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(data.length);
    return Buffer.concat([Buffer.from(type), length, data]);
  };
  // Extended, with a flag that says that there is Exif.
  const extended = Buffer.from([0x08, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  const parts = [riff("VP8X", extended), riff("VP8 ", Buffer.alloc(20)), riff("EXIF", exif(metadata))];
  return riff("RIFF", Buffer.concat([Buffer.from("WEBP"), ...parts]));
}

const box = (type: string, ...parts: Buffer[]) => {
  const data = Buffer.concat(parts);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length + 8);
  return Buffer.concat([length, Buffer.from(type), data]);
};
const fullBox = (type: string, version: number, ...parts: Buffer[]) =>
  box(type, Buffer.from([version, 0, 0, 0]), ...parts);
const be = (bytes: number, ...values: number[]) => {
  const data = Buffer.alloc(bytes * values.length);
  for (const [at, value] of values.entries()) data.writeUIntBE(value, at * bytes, bytes);
  return data;
};

/** A HEIC as telephones write it: the directory of items in front, the Exif item somewhere behind. */
export function heic(metadata: Metadata): Buffer {
  const kind = box("ftyp", Buffer.from("heic\0\0\0\0mif1heic"));
  const item = Buffer.concat([be(4, 6), Buffer.from("Exif\0\0"), exif(metadata)]);
  const entry = fullBox("infe", 2, be(2, 1, 0), Buffer.from("Exif\0"));
  const meta = (offset: number) =>
    fullBox(
      "meta",
      0,
      fullBox("hdlr", 0, be(4, 0), Buffer.from("pict"), Buffer.alloc(13)),
      fullBox("iinf", 0, be(2, 1), entry),
      // Offsets and lengths of four bytes each, no base offset; one item of one piece.
      fullBox("iloc", 0, Buffer.from([0x44, 0x00]), be(2, 1, 1, 0, 1), be(4, offset, item.length)),
    );
  const offset = kind.length + meta(0).length + 8;
  return Buffer.concat([kind, meta(offset), box("mdat", item)]);
}
