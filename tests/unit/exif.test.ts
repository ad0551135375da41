import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { storedIn } from "../../extension/content/images/exif.ts";
import { exif, heic, jpeg, jpegWithXmp, type Metadata, png, webp } from "../pictures/make.ts";

const viewOf = (bytes: Buffer) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const stored = (bytes: Buffer) => storedIn(viewOf(bytes));
const NOTHING = { place: false, time: false };

const KINDS: Readonly<Record<string, (metadata: Metadata) => Buffer>> = {
  JPEG: jpeg,
  PNG: png,
  WebP: webp,
  HEIC: heic,
  TIFF: exif,
};

describe("what a picture stores", () => {
  for (const [kind, make] of Object.entries(KINDS)) {
    for (const little of [true, false]) {
      for (const [place, time] of [
        [true, true],
        [true, false],
        [false, true],
        [false, false],
      ] as const) {
        const what = [place && "place", time && "time"].filter(Boolean).join(" and ") || "neither";
        test(`is seen in a ${kind}, ${little ? "little" : "big"}-endian: ${what}`, () => {
          assert.deepEqual(stored(make({ place, time, little })), { place, time });
        });
      }
    }
  }

  test("is nothing in a picture without metadata", () => {
    assert.deepEqual(stored(jpeg()), NOTHING);
    assert.deepEqual(stored(png()), NOTHING);
  });

  test("is seen where an editing program wrote it", () => {
    assert.deepEqual(stored(jpegWithXmp('exif:GPSLatitude="52,57.25N"')), { place: true, time: false });
    assert.deepEqual(stored(jpegWithXmp('photoshop:DateCreated="2024-03-01"')), { place: false, time: true });
    assert.deepEqual(stored(jpegWithXmp('xmp:Rating="5"')), NOTHING);
  });

  test("is nothing in what is no picture", () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from("GPSLatitude"),
      Buffer.alloc(64, 0xff),
      Buffer.from("RIFF....WAVE"),
    ]) {
      assert.deepEqual(stored(bytes), NOTHING);
    }
  });

  test("is told or not, but never fails, wherever a file is cut off or spoilt", () => {
    for (const whole of Object.values(KINDS).map((make) => make({ place: true, time: true }))) {
      for (let length = 0; length < whole.length; length++) {
        stored(whole.subarray(0, length));
        const spoilt = Buffer.from(whole);
        spoilt[length] = 0xff;
        stored(spoilt);
      }
    }
  });
});
