/** What the tests do with a session whose scanner answers when they say so. */
import { build } from "esbuild";
import type { Page } from "puppeteer-core";
import { type Browser, waitFor } from "../harness/index.ts";
import type { Probe } from "./page.ts";

const page = (body: string) => `<!doctype html><html lang="en"><title>Write</title>
<link rel="stylesheet" href="/session.css">
${body}
<script src="/session.js"></script></html>`;
const BOXES = `<div id="rich" contenteditable="true" role="textbox" aria-label="Post"></div>
<textarea id="area" aria-label="Post"></textarea>
<input id="line" aria-label="Title">
<textarea id="bio" aria-label="Your bio"></textarea>
<input id="password" type="password">`;
const STYLE = `body { font: 18px/1.5 sans-serif; margin: 20px; } [contenteditable], textarea, input { display: block;
  box-sizing: border-box; width: 500px; font: inherit; border: 1px solid; padding: 8px; white-space: pre-wrap; }`;

const bundled = async (entry: string) =>
  (await build({ entryPoints: [entry], bundle: true, write: false, format: "iife", charset: "utf8" })).outputFiles[0]
    ?.text ?? "";

let script: Promise<string> | undefined;

/** The page with the content code in it, and the focus in a composer; with boxes of its own where they are given. */
export async function openSession(browser: Browser, composer: string, boxes = BOXES): Promise<Page> {
  script ??= bundled("tests/browser/session/page.ts");
  browser.server.serve("/session", { body: page(boxes) });
  browser.server.serve("/session.css", { body: STYLE, type: "text/css" });
  browser.server.serve("/session.js", { body: await script, type: "text/javascript" });
  const tab = await browser.newPage("https://x.com/session");
  await tab.bringToFront();
  await tab.focus(composer);
  return tab;
}

/** Calls `window.probe`. */
export const probe = <K extends keyof Probe>(page: Page, name: K, ...args: Parameters<Probe[K]>) =>
  page.evaluate((call, rest) => (window.probe[call] as (...all: unknown[]) => unknown)(...rest), name, args) as Promise<
    ReturnType<Probe[K]>
  >;

/** Waits until the scanner has been given this text; answers the question's number. */
export async function asked(page: Page, text: string): Promise<number> {
  const texts = await waitFor(
    `“${text}” to be scanned`,
    () => probe(page, "texts"),
    (all) => all.at(-1) === text,
  );
  return texts.length - 1;
}
