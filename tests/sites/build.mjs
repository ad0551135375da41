/** Bundles what mounts the editors on the pages of sites: `site.js` and `site.css`, served as `/fixture/site.js`. */
import { build } from "esbuild";

export async function buildSites(outdir) {
  await build({
    entryPoints: { site: "tests/sites/mount.ts" },
    outdir,
    bundle: true,
    format: "iife",
    target: ["chrome120", "firefox128"],
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    minifySyntax: true,
    legalComments: "none",
    logLevel: "warning",
  });
}
