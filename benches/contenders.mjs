/** What is measured beside each other. None of the others finds what Forepost does. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const FOLDER = "target/bench";
const { dependencies } = JSON.parse(readFileSync("benches/package.json", "utf8"));
const npm = (name) => `${name} ${dependencies[name]}`;
const [, rustrict] = readFileSync("benches/rustrict/Cargo.toml", "utf8").match(/^rustrict = "=(.*)"$/m);

export const FOREPOST = "Forepost";
export const REGEXP = "the same rules as RegExp";
export const HARPER = npm("harper.js");

/**
 * Each one's module under contenders/, and the file that ships besides its bundled script. A script that holds that
 * file already, in a longer form, `inlines` it.
 */
export const CONTENDERS = {
  [FOREPOST]: { module: "forepost", file: "target/wasm/forepost_bg.wasm" },
  [REGEXP]: { module: "regexp", file: "target/bench/regexp.json" },
  [npm("@2toad/profanity")]: { module: "toad" },
  [npm("leo-profanity")]: { module: "leo-profanity" },
  [npm("obscenity")]: { module: "obscenity" },
  [npm("redact-pii")]: { module: "redact-pii" },
  [npm("bad-words")]: { module: "bad-words" },
  [`rustrict ${rustrict}, in WASM`]: { module: "rustrict", file: "target/bench/rustrict/rustrict_bg.wasm" },
  [npm("alex")]: { module: "alex" },
  [HARPER]: { module: "harper", file: "benches/node_modules/harper.js/dist/harper_wasm_bg.wasm", inlines: true },
};

const bundled = (path) => join(FOLDER, path.replace(/\.mjs$/, ".bundle.mjs"));
const entry = ({ module }) => `contenders/${module}.mjs`;
const LIMITS = "limits/passes.mjs";

/** Bundles what is measured as someone would ship it, each into a script of its own. */
export async function bundle() {
  await build({
    entryPoints: [...Object.values(CONTENDERS).map(entry), LIMITS].map((path) => join("benches", path)),
    outbase: "benches",
    outdir: FOLDER,
    outExtension: { ".js": ".bundle.mjs" },
    bundle: true,
    minify: true,
    external: ["binaryen"],
    platform: "node",
    format: "esm",
    target: "node20",
    legalComments: "none",
    logLevel: "error",
    // CommonJS packages ask for node's own modules with `require`.
    banner: {
      js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
    },
  });
}

/** The script that was bundled for a contender. */
export const scriptOf = (contender) => bundled(entry(contender));

const imported = (path) => import(pathToFileURL(resolve(path)).href);

/** Loads a contender into this process: `{ run(text), isAsync? }`. */
export const load = async (contender) => (await imported(scriptOf(contender))).load();

/** The limits' module. */
export const limits = () => imported(bundled(LIMITS));
