import { NOTHING_STORED, type Stored, storedIn } from "./exif.ts";

/** In a JPEG all metadata stands in front of the picture; cameras write less than this. */
const HEAD_BYTES = 512 * 1024;
/** The others may hold it anywhere, even at the end. No telephone takes larger ones. */
const MOST_BYTES = 48 * 1024 * 1024;
const JPEG = 0xffd8;

const PICTURE_NAME = /\.(jpe?g|png|hei[cf]|avif|webp|tiff?)$/i;
const VIDEO_NAME = /\.(mp4|m4v|mov|webm|3gp|mkv)$/i;

/** Some systems give files from telephones no type. */
export const isPicture = ({ type, name }: File) =>
  type.startsWith("image/") || (type === "" && PICTURE_NAME.test(name));
export const isVideo = ({ type, name }: File) => type.startsWith("video/") || (type === "" && VIDEO_NAME.test(name));

/** Reads what the file stores about how it was taken, here and no more of it than that needs. */
export async function storedInFile(file: Blob): Promise<Stored> {
  try {
    const head = await bytesOf(file.slice(0, HEAD_BYTES));
    const isWhole = file.size <= HEAD_BYTES || (head.byteLength > 1 && head.getUint16(0) === JPEG);
    return storedIn(isWhole ? head : await bytesOf(file.slice(0, MOST_BYTES)));
  } catch {
    // Taken away meanwhile, or on a drive that cannot be read.
    return NOTHING_STORED;
  }
}

/** A reader of this script's own: what a page's file answers by itself belongs to the page in Firefox. */
function bytesOf(blob: Blob): Promise<DataView> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new DataView(reader.result as ArrayBuffer));
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(blob);
  });
}
