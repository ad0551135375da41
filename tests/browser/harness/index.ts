export { BROWSERS, Browser, type BrowserName, inEachBrowser, type Options, openBrowser, shipped } from "./browser.ts";
export { FixtureServer, type Request, type Served, STRICT } from "./server.ts";
export { waitFor } from "./wait.ts";
