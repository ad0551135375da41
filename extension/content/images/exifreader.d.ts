/** The one part of exifreader that is used: where in a file its metadata begins. The package types only the whole. */
declare module "exifreader/src/image-header.js" {
  interface Chunk {
    readonly dataOffset: number;
    readonly length: number;
  }
  interface Offsets {
    /** Where the Exif directory begins. */
    readonly tiffHeaderOffset?: number;
    /** What that offset counts in, where the directory lay in several pieces of the file. */
    readonly exifDataView?: DataView;
    readonly xmpChunks?: readonly Chunk[];
    readonly xmpDataView?: DataView;
  }
  const header: {
    /** Throws when the bytes are no picture that it knows. */
    parseAppMarkers(view: DataView, async: boolean): Offsets;
  };
  export default header;
}
