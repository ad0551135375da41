export { BROWSERS, Browser, type BrowserName, inEachBrowser, type Options, openBrowser, shipped } from "./browser.ts";
export { type Mark, marks, type Rect } from "./seen.ts";
export { FixtureServer, type Request, type Served, STRICT } from "./server.ts";
export { waitFor } from "./wait.ts";
