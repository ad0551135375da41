/** Serves the page that looks, with a composer on it. */
import { build } from "esbuild";
import type { Page } from "puppeteer-core";
import type { Browser } from "../harness/index.ts";

export const COMPOSERS = {
  textarea: `<textarea id="composer" aria-label="Post"></textarea>`,
  contenteditable: `<div id="composer" contenteditable="true" role="textbox" aria-label="Post"></div>`,
};
export type Composer = keyof typeof COMPOSERS;

const STYLE =
  "body { margin: 20px } #composer { display: block; width: 500px; height: 120px; font: 18px/1.5 sans-serif }";
/** Everything is reported, and the addresses of extensions may be asked for. */
const CSP = "default-src 'self'; connect-src * chrome-extension: moz-extension:; report-uri /csp-report";

let bundled: Promise<string> | undefined;

/** Opens the page, the caret in its composer. */
export async function openSpied(browser: Browser, composer: Composer): Promise<Page> {
  bundled ??= bundle();
  const head = `<title>Write</title><link rel="stylesheet" href="/spied.css"><script src="/spy.js"></script>`;
  const elsewhere = `<p id="other" tabindex="0">Elsewhere</p>`;
  const body = `<!doctype html><html lang="en"><head>${head}</head><body>${COMPOSERS[composer]}${elsewhere}</body></html>`;
  browser.server.serve("/spied", { body, csp: CSP });
  browser.server.serve("/spied.css", { body: STYLE, type: "text/css" });
  browser.server.serve("/spy.js", { body: await bundled, type: "text/javascript" });
  const page = await browser.newPage("https://x.com/spied");
  await page.bringToFront();
  await page.focus("#composer");
  return page;
}

async function bundle(): Promise<string> {
  const options = { bundle: true, write: false, format: "iife", charset: "utf8" } as const;
  const { outputFiles } = await build({ entryPoints: ["tests/browser/spy/page.ts"], ...options });
  return outputFiles[0]?.text ?? "";
}
