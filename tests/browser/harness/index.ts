export { BROWSERS, Browser, type BrowserName, inEachBrowser, type Options, openBrowser, shipped } from "./browser.ts";
export { ExtensionCopy } from "./copy.ts";
export { Managed } from "./managed.ts";
export type { Rect } from "./page-side.ts";
export { card, hover, type Mark, marks, type SeenCard } from "./seen.ts";
export { FixtureServer, type Request, type Served, STRICT } from "./server.ts";
export { waitFor } from "./wait.ts";
