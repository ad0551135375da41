/** Composers opened, written in and closed, one after the other: what is left of them when the garbage has gone. */
import { setTimeout } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { press } from "../../editors/drive.ts";
import { type Browser, waitFor } from "../harness/index.ts";

const KINDS = ["textarea", "contenteditable", "shadow"] as const;
/** What is compiled and laid out for the first time stays; so many composers come before the first look. */
const WARM_UP = 6;

/** What a page is left with. */
export interface Left {
  /** Composers that were closed and are still in memory. */
  readonly kept: number;
  /** Bytes by which the heap of the page and of the extension's script in it grew; null where the browser does not tell. */
  readonly grown: number | null;
  /** Elements of ours that are still on the page. */
  readonly elements: number;
}

interface Pace {
  readonly composers: number;
  /** From one composer to the next; as fast as it goes when not given. */
  readonly everyMs?: number;
}

/** Opens and closes so many composers on one page. */
export async function soak(browser: Browser, { composers, everyMs = 0 }: Pace): Promise<Left> {
  browser.server.serve("/soak", { body: `<!doctype html><html lang="en"><title>Write</title><body></body></html>` });
  const page = await browser.newPage("https://x.com/soak");
  await page.bringToFront();
  for (let at = 0; at < WARM_UP; at++) await openAndClose(browser, page, at);
  const before = await browser.collectGarbage(page);
  for (let at = 0; at < composers; at++) {
    const next = performance.now() + everyMs;
    await openAndClose(browser, page, at);
    if (everyMs > 0) await setTimeout(Math.max(0, next - performance.now()));
  }
  await browser.collectGarbage(page);
  const after = await browser.collectGarbage(page);
  const left = await page.evaluate(() => ({
    kept: (window.composers ?? []).filter((one) => one.deref() !== undefined).length,
    elements: document.documentElement.childElementCount - 2,
  }));
  await browser.closePages();
  return { ...left, grown: before === null || after === null ? null : after - before };
}

declare global {
  interface Window {
    composers?: WeakRef<Element>[];
  }
}

async function openAndClose(browser: Browser, page: Page, at: number): Promise<void> {
  await page.evaluate(mount, KINDS[at % KINDS.length] as (typeof KINDS)[number]);
  await browser.pressAll(page, [..."Job for 84F, NHS 943 476 5919, LN1 3AB "]);
  await waitFor("a mark", () => page.evaluate(hasSigns));
  if (at % 4 === 0) await openCard(browser, page);
  await page.evaluate(unmount, at % 2 === 0);
  await waitFor(
    "the marks to go",
    () => page.evaluate(hasSigns),
    (some) => !some,
  );
}

async function openCard(browser: Browser, page: Page): Promise<void> {
  const isIn = () =>
    page.evaluate(
      () =>
        document.activeElement?.parentElement === document.documentElement && document.activeElement !== document.body,
    );
  await browser.pressCommand(page, "next-finding");
  await waitFor("the card", isIn);
  await press(page, "Escape");
  await waitFor("the caret", isIn, (is) => !is);
}

/** Whether anything of ours can be seen. */
function hasSigns(): boolean {
  const ranges = [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
  return ranges + document.documentElement.childElementCount > 2;
}

function mount(kind: "textarea" | "contenteditable" | "shadow"): void {
  const box = document.createElement("div");
  const parent = kind === "shadow" ? box.attachShadow({ mode: "open" }) : box;
  const composer = document.createElement(kind === "textarea" ? "textarea" : "div");
  if (composer instanceof HTMLTextAreaElement) composer.rows = 4;
  else {
    composer.contentEditable = "true";
    composer.role = "textbox";
  }
  parent.append(composer);
  document.body.append(box);
  composer.focus();
  window.composers ??= [];
  window.composers.push(new WeakRef(composer));
}

/** Some composers are left first and some are taken away with the caret in them. */
function unmount(leaves: boolean): void {
  if (leaves) {
    const inner = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    if (inner instanceof HTMLElement) inner.blur();
  }
  document.body.replaceChildren();
}
