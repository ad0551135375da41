/** Opens the fixtures of sites and writes in them. */
import type { Frame, Page } from "puppeteer-core";
import { type Browser, marks, waitFor } from "../browser/harness/index.ts";
import type { Box, SiteFixture, SitePage } from "./site.ts";

/** Opens a page of a site, once its editors are there. */
export async function openPage(browser: Browser, site: SiteFixture, { url }: SitePage): Promise<Page> {
  serve(browser, site);
  const tab = await browser.newPage(url);
  await tab.bringToFront();
  await tab.waitForSelector("[data-ready]");
  return tab;
}

function serve(browser: Browser, { name, csp, pages }: SiteFixture): void {
  for (const { url, body } of pages) {
    browser.server.serve(url, {
      csp,
      body: `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<title>${name}</title>
<link rel="stylesheet" href="/fixture/site.css">
<body>${body}
<script nonce="fixture" src="/fixture/site.js"></script>
`,
    });
  }
}

/** Clicks into a box and types, as a person does; answers the frame that holds it. */
export async function writeIn(tab: Page, { into, frame }: Box, text: string): Promise<Frame> {
  const where = frame === undefined ? tab.mainFrame() : await frameAt(tab, frame);
  const box = await where.waitForSelector(into);
  if (!box) throw new Error(`there is no ${into}`);
  await box.click();
  await tab.keyboard.type(text);
  return where;
}

async function frameAt(tab: Page, url: string): Promise<Frame> {
  const found = await waitFor(`a frame at ${url}`, () => tab.frames().find((frame) => frame.url() === url));
  await found?.waitForSelector("[data-ready]");
  return found as Frame;
}

/** The words that are marked, in the order of the page. */
export const words = async (browser: Browser, where: Frame) => (await marks(browser, where)).map(({ text }) => text);

/** What a box holds, as a person sees it. */
export async function textIn(where: Frame, { into }: Box): Promise<string> {
  const box = await where.$(into);
  const text = await box?.evaluate((element) =>
    element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement
      ? element.value
      : (element as HTMLElement).innerText,
  );
  return (text ?? "").replace(/\n$/, "");
}
