/** The packages for the stores come out the same wherever and whenever they are made. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, utimesSync } from "node:fs";
import { test } from "node:test";
import { unzipSync } from "fflate";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));

/** Packs in a time zone; answers with the sums. */
function pack(zone: string): string {
  execFileSync(process.execPath, ["extension/pack.mjs"], { env: { ...process.env, TZ: zone }, stdio: "pipe" });
  return readFileSync("target/dist/SHA256SUMS", "utf8");
}

test("another time zone and newer files give the same bytes", () => {
  const here = pack("Europe/London");
  const now = new Date();
  utimesSync("target/extension/chrome/manifest.json", now, now);
  utimesSync("target/extension/firefox/manifest.json", now, now);
  assert.equal(pack("Asia/Tokyo"), here);
});

for (const browser of ["chrome", "firefox"]) {
  test(`the ${browser} package holds what was built, in one fixed order`, () => {
    pack("Europe/London");
    const files = unzipSync(readFileSync(`target/dist/forepost-${version}-${browser}.zip`));
    const names = Object.keys(files);
    assert.deepEqual(names, [...names].sort());
    assert.ok(names.includes("manifest.json"));
    for (const name of names) {
      const built = readFileSync(`target/extension/${browser}/${name}`);
      assert.ok(built.equals(files[name] ?? new Uint8Array()), `${name} differs from what was built`);
    }
  });
}
