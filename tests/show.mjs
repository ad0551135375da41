/**
 * `make run`: the extension at work on the demo page. BROWSER=firefox or BROWSER=chrome chooses; with a display the
 * window stays open until it is closed, without one both browsers are driven and what they showed is printed.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle.mjs";

const [program] = await bundle(["tests/browser/show/show.ts"], "show");
await import(pathToFileURL(join(process.cwd(), program)).href);
