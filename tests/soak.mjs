/** `make soak`: runs tests/browser/soak/run.ts. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle.mjs";

const [program] = await bundle(["tests/browser/soak/run.ts"], "soak");
await import(pathToFileURL(join(process.cwd(), program)).href);
