import header from "exifreader/src/image-header.js";

/** What a picture's own metadata tells of how it was taken. The values themselves are never read. */
export interface Stored {
  readonly place: boolean;
  readonly time: boolean;
}

export const NOTHING_STORED: Stored = { place: false, time: false };

/** Tags by the numbers of the Exif standard. */
const EXIF_DIRECTORY = 0x8769;
const GPS_DIRECTORY = 0x8825;
const LATITUDE = 0x0002;
/** When it was taken, and when it was made digital. When it was last changed, 0x0132, tells of a computer. */
const TIMES = [0x9003, 0x9004];

const HEADER_SIZE = 8;
const ENTRY_SIZE = 12;
/** More entries than any camera writes: a file that claims more is broken. */
const MOST_ENTRIES = 512;

/** The same in XMP, which editing programs write instead. */
const XMP_PLACE = /\bexif:GPSLatitude\b/;
const XMP_TIME = /\b(exif:DateTimeOriginal|photoshop:DateCreated)\b/;

/** Looks into the metadata of a JPEG, PNG, HEIC, AVIF, WebP or TIFF. What is broken or something else tells nothing. */
export function storedIn(view: DataView): Stored {
  try {
    const {
      tiffHeaderOffset,
      exifDataView = view,
      xmpChunks = [],
      xmpDataView = view,
    } = header.parseAppMarkers(view, false);
    const exif = tiffHeaderOffset === undefined ? NOTHING_STORED : storedInExif(exifDataView, tiffHeaderOffset);
    const xmp = xmpChunks.map(({ dataOffset, length }) => textAt(xmpDataView, dataOffset, length)).join("");
    return { place: exif.place || XMP_PLACE.test(xmp), time: exif.time || XMP_TIME.test(xmp) };
  } catch {
    return NOTHING_STORED;
  }
}

function storedInExif(view: DataView, start: number): Stored {
  // "II" is little-endian, "MM" big-endian.
  const little = view.getUint16(start) === 0x4949;
  const main = directoryAt(view, start, view.getUint32(start + HEADER_SIZE / 2, little), little);
  const [exif, gps] = [EXIF_DIRECTORY, GPS_DIRECTORY].map((tag) => {
    const at = main.get(tag);
    return at === undefined ? new Map<number, number>() : directoryAt(view, start, at, little);
  });
  return { place: gps?.has(LATITUDE) ?? false, time: TIMES.some((tag) => exif?.has(tag)) };
}

/** The tags of a directory, each with what its value field holds: for another directory, where that begins. */
function directoryAt(view: DataView, start: number, offset: number, little: boolean): Map<number, number> {
  const at = start + offset;
  const count = Math.min(view.getUint16(at, little), MOST_ENTRIES);
  const tags = new Map<number, number>();
  for (let entry = at + 2; tags.size < count && entry + ENTRY_SIZE <= view.byteLength; entry += ENTRY_SIZE) {
    tags.set(view.getUint16(entry, little), view.getUint32(entry + 8, little));
  }
  return tags;
}

function textAt(view: DataView, offset: number, length: number): string {
  const end = Math.min(offset + length, view.byteLength);
  return end <= offset
    ? ""
    : new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + offset, end - offset));
}
