/**
 * Packs target/extension/* for the stores, and their SHA-256 sums, into target/dist/.
 * The same files give the same bytes anywhere: names sorted, one fixed time, a deflate that is not the machine's own.
 */
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const OUT = join(ROOT, "target/dist");
// The earliest time that a ZIP can hold, as the local clock that ZIPs are written in.
const TIME = new Date(1980, 0, 1);

/** Every file below a folder, by its path in the archive, sorted. */
async function tree(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return paths.map((path) => [relative(folder, path).split(sep).join("/"), path]).sort(([a], [b]) => (a < b ? -1 : 1));
}

async function pack(browser, version) {
  const contents = {};
  for (const [name, path] of await tree(join(ROOT, "target/extension", browser))) contents[name] = await readFile(path);
  const bytes = zipSync(contents, { level: 9, mtime: TIME, os: 3, attrs: 0o644 << 16 });
  const name = `forepost-${version}-${browser}.zip`;
  await writeFile(join(OUT, name), bytes);
  return `${createHash("sha256").update(bytes).digest("hex")}  ${name}`;
}

const { version } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
const sums = [await pack("chrome", version), await pack("firefox", version)];
await writeFile(join(OUT, "SHA256SUMS"), `${sums.join("\n")}\n`);
console.log(sums.join("\n"));
console.log("target/dist: the packages and SHA256SUMS");
