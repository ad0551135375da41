/** Bundles the editor fixtures: `node tests/editors/build.mjs OUTDIR` leaves `<editor>.html`, `.js` and `.css` there. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));

/** The editor families, and the page of fields that must never be read. */
export const EDITORS = ["contenteditable", "draft", "input", "lexical", "quill", "slate", "textarea", "tiptap"];
export const PAGES = [...EDITORS, "fields"];

/** The script of an editor's page: chance fixed before the editor is loaded, then the editor in its place. */
const script = (editor) => `
  import "./fixed-random.ts";
  import { mount } from "../../www/editors/${editor}.ts";
  import { place } from "./place.ts";
  place(mount);
`;

const pages = {
  name: "editor pages",
  setup(builder) {
    builder.onResolve({ filter: /^[a-z]+$/ }, ({ kind, path }) => {
      if (kind !== "entry-point") return;
      return path === "fields" ? { path: join(HERE, "fields.ts") } : { path, namespace: "editor-page" };
    });
    builder.onLoad({ filter: /.*/, namespace: "editor-page" }, ({ path }) => ({
      contents: script(path),
      loader: "ts",
      resolveDir: HERE,
    }));
  },
};

/** Builds every page into `outdir`; answers their names. */
export async function buildEditors(outdir) {
  await mkdir(outdir, { recursive: true });
  await build({
    entryPoints: PAGES.map((page) => ({ in: page, out: page })),
    plugins: [pages],
    outdir,
    bundle: true,
    format: "iife",
    target: ["chrome120", "firefox128"],
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    minifySyntax: true,
    legalComments: "none",
    logLevel: "warning",
  });
  await Promise.all(PAGES.map((page) => writeFile(join(outdir, `${page}.html`), html(page))));
  return PAGES;
}

/** Nothing inline: the pages are served under `default-src 'none'; script-src 'self'; style-src 'self'`. */
function html(page) {
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<title>${page}</title>
<link rel="stylesheet" href="${page}.css">
<body>
<script src="${page}.js"></script>
`;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const outdir = process.argv[2];
  if (!outdir) {
    console.error("usage: node tests/editors/build.mjs OUTDIR");
    process.exit(2);
  }
  await buildEditors(resolve(outdir));
}
