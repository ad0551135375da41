/**
 * The sites that have an adapter. A newcomer adds `content/sites/NAME.ts` and nothing else: the list of them that the
 * content script reads and the hosts in the manifest are both made from that folder.
 */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const SITES = join(dirname(fileURLToPath(import.meta.url)), "content/sites");
const LIST = join(SITES, "index.ts");

/** Writes the list anew if the folder no longer is what it says. */
export async function writeSiteList() {
  const list = await siteList();
  if ((await readFile(LIST, "utf8").catch(() => "")) !== list) await writeFile(LIST, list);
}

/** The list as TypeScript, as it should be. */
export async function siteList() {
  const names = (await readdir(SITES)).filter((name) => name.endsWith(".ts") && name !== "index.ts").sort();
  const sites = names.map((name) => name.slice(0, -3));
  return `/** Written by the build from the files beside it. To add a site, add its file. */
import type { Site } from "../site.ts";
${sites.map((name) => `import { site as ${variable(name)} } from "./${name}.ts";`).join("\n")}

export const SITES: readonly Site[] = [
${sites.map((name) => `  ${variable(name)},`).join("\n")}
];
`;
}

/** The match patterns of all sites, for the manifest. */
export async function siteMatches() {
  const { outputFiles } = await build({ entryPoints: [LIST], bundle: true, format: "esm", write: false });
  const { SITES } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
  return SITES.flatMap(({ matches }) => matches);
}

const variable = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
