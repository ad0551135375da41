/**
 * Bundles the extension for each browser into target/extension/ and the site into target/www/.
 * The bundles are left readable: a reviewer must be able to follow them.
 */
import { access, cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { siteMatches, writeSiteList } from "./sites.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const FROM = join(ROOT, "extension");
const WASM = join(ROOT, "target/wasm/forepost_bg.wasm");
const BROWSERS = { chrome: "chrome128", firefox: "firefox140" };

const bundle = (options) =>
  build({
    bundle: true,
    charset: "utf8",
    legalComments: "inline",
    logLevel: "warning",
    absWorkingDir: ROOT,
    ...options,
  });

const json = async (path) => JSON.parse(await readFile(path, "utf8"));

/** The files of a folder with the given ending; none when there is no such folder. */
const files = async (folder, ending) =>
  (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(ending)).sort();

/** The base manifest with the hosts of the sites, and the browser's own keys, which may not contradict it. */
async function manifest(browser) {
  const base = await json(join(FROM, "manifest.base.json"));
  const overlay = await json(join(FROM, `manifest.${browser}.json`));
  const twice = Object.keys(overlay).find((key) => key in base);
  if (twice) throw new Error(`extension/manifest.${browser}.json repeats "${twice}" of manifest.base.json`);
  const { version } = await json(join(ROOT, "package.json"));
  const { manifest_version, name, content_scripts, ...rest } = base;
  const scripts = content_scripts.flatMap(withMatches(await siteMatches()));
  return { manifest_version, name, version, ...rest, content_scripts: scripts, ...overlay };
}

/** One browser's extension. */
async function extension(browser) {
  const out = join(ROOT, "target/extension", browser);
  const target = BROWSERS[browser];
  await rm(out, { recursive: true, force: true });
  await mkdir(join(out, "pages"), { recursive: true });

  const pages = join(FROM, "pages");
  const scripts = (await files(pages, ".ts")).filter((name) => !name.endsWith(".test.ts"));
  await Promise.all([
    bundle({ entryPoints: [join(FROM, "content/index.ts")], outfile: join(out, "content.js"), format: "iife", target }),
    bundle({
      entryPoints: [join(FROM, "background/index.ts")],
      outfile: join(out, "background.js"),
      format: "esm",
      target,
    }),
    scripts.length > 0 &&
      bundle({
        entryPoints: scripts.map((name) => join(pages, name)),
        outdir: join(out, "pages"),
        format: "esm",
        target,
      }),
    ...[...(await files(pages, ".html")), ...(await files(pages, ".css"))].map((name) =>
      cp(join(pages, name), join(out, "pages", name)),
    ),
    cp(join(FROM, "_locales"), join(out, "_locales"), { recursive: true }),
    cp(join(FROM, "icons"), join(out, "icons"), { recursive: true, filter: (path) => !/\.(svg|mjs)$/.test(path) }),
    cp(WASM, join(out, "forepost_bg.wasm")),
    cp(join(FROM, "managed-schema.json"), join(out, "managed-schema.json")),
    writeFile(join(out, "manifest.json"), `${JSON.stringify(await manifest(browser), null, 2)}\n`),
  ]);
}

/** Every file that the manifest names must be packed: browsers tell of one that is not only when it is needed. */
async function checkNamedFiles(browser) {
  const out = join(ROOT, "target/extension", browser);
  const named = (await readFile(join(out, "manifest.json"), "utf8")).matchAll(/"([\w/-]+\.(?:js|css|html|png|json))"/g);
  for (const [, path] of named) {
    await access(join(out, path)).catch(() => {
      throw new Error(`the ${browser} manifest names ${path}, which extension/ does not have`);
    });
  }
}

/** The site: its entry bundled, everything else that is not TypeScript as it is. */
async function site() {
  const from = join(ROOT, "www");
  const out = join(ROOT, "target/www");
  await rm(out, { recursive: true, force: true });
  await cp(from, out, { recursive: true, filter: (path) => !path.endsWith(".ts") });
  await bundle({
    entryPoints: [join(from, "index.ts")],
    outdir: out,
    format: "esm",
    target: Object.values(BROWSERS),
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
  });
  await cp(WASM, join(out, "forepost_bg.wasm"));
}

try {
  await writeSiteList();
  await Promise.all([...Object.keys(BROWSERS).map(extension), site()]);
  await Promise.all(Object.keys(BROWSERS).map(checkNamedFiles));
} catch (error) {
  console.error(`build: ${error.message}`);
  process.exitCode = 1;
}

/** Where a content script runs: on whole hosts in sandboxed frames of theirs too, which browsers forbid below a path. */
function withMatches(all) {
  const whole = all.filter((match) => new URL(match.replace("*.", "")).pathname === "/*");
  const below = all.filter((match) => !whole.includes(match));
  return (script) => [
    { ...script, matches: whole, match_origin_as_fallback: true },
    { ...script, matches: below, match_about_blank: true },
  ];
}
