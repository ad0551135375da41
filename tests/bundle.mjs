/** Bundles test programs written in TypeScript into target/tests/, and answers where each one went. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

/** Bundles the entry points, given from the project's root. */
export async function bundle(entryPoints, into) {
  const outdir = join("target/tests", into);
  await rm(outdir, { recursive: true, force: true });
  await build({
    entryPoints,
    outdir,
    outbase: ".",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "inline",
    logLevel: "warning",
  });
  return entryPoints.map((path) => join(outdir, path.replace(/\.ts$/, ".mjs")));
}
