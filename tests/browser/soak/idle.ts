/** What the content script does while nothing happens: timers, frames, messages. It is counted in a copy of the extension. */
import { setTimeout } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { type Browser, type ExtensionCopy, waitFor } from "../harness/index.ts";

export interface Counts {
  readonly timers: number;
  readonly frames: number;
  readonly messages: number;
}

export const COMPOSERS = {
  textarea: `<textarea id="composer" aria-label="Post" rows="5"></textarea>`,
  // Narrower than what is written in it.
  input: `<input id="composer" aria-label="Title" size="20">`,
  contenteditable: `<div id="composer" contenteditable="true" role="textbox" aria-label="Post"></div>`,
};

/** The content script runs as a function of what it is to be counted by; the page asks for the sums by an event. */
const BEFORE = `{
  const counts = { timers: 0, frames: 0, messages: 0 };
  const counted = (kind, original) => (...all) => { counts[kind]++; return original(...all); };
  const connect = (...all) => {
    const port = globalThis.chrome.runtime.connect(...all);
    return new Proxy(port, { get: (_, name) =>
      name === "postMessage" ? counted("messages", port.postMessage.bind(port))
        : typeof port[name] === "function" ? port[name].bind(port) : port[name] });
  };
  const runtime = new Proxy({}, { get: (_, name) => (name === "connect" ? connect
    : name === "sendMessage" ? counted("messages", globalThis.chrome.runtime.sendMessage) : globalThis.chrome.runtime[name]) });
  const counting = new Proxy({}, { get: (_, name) => (name === "runtime" ? runtime : globalThis.chrome[name]) });
  document.addEventListener("count", () => (document.documentElement.dataset.counts = JSON.stringify(counts)));
  ((chrome, setTimeout, setInterval, requestAnimationFrame, requestIdleCallback) => {`;
const AFTER = `})(counting, counted("timers", globalThis.setTimeout.bind(globalThis)), counted("timers", globalThis.setInterval.bind(globalThis)),
    counted("frames", globalThis.requestAnimationFrame.bind(globalThis)), counted("timers", globalThis.requestIdleCallback.bind(globalThis)));
}`;

export const countIn = (copy: ExtensionCopy) => copy.wrap("content.js", BEFORE, AFTER);

export const countsOf = (page: Page): Promise<Counts> =>
  page.evaluate(() => {
    document.dispatchEvent(new Event("count"));
    return JSON.parse(document.documentElement.dataset.counts ?? "null");
  });

/** Waits until nothing more is done about the last key; no timer of ours is longer than this. */
export async function settled(page: Page): Promise<Counts> {
  const LONGEST_TIMER_MS = 1_500;
  let last = await countsOf(page);
  let since = performance.now();
  return waitFor(
    "the extension to come to rest",
    async () => {
      const now = await countsOf(page);
      if (JSON.stringify(now) !== JSON.stringify(last)) since = performance.now();
      last = now;
      return now;
    },
    () => performance.now() - since > LONGEST_TIMER_MS,
    20_000,
  );
}

/** A draft with a mark in it, nothing left to be done about it. */
export async function openMarked(browser: Browser, composer: keyof typeof COMPOSERS): Promise<Page> {
  const body = `<!doctype html><html lang="en"><title>Write</title><body>${COMPOSERS[composer]}</body></html>`;
  browser.server.serve("/idle", { body });
  const page = await browser.newPage("https://x.com/idle");
  await page.bringToFront();
  await page.focus("#composer");
  await page.keyboard.type("Job for 84F, NHS 943 476 5919");
  await waitFor("a mark", () =>
    page.evaluate(() => CSS.highlights.size + document.documentElement.childElementCount > 2),
  );
  await settled(page);
  return page;
}

/** A draft with a mark is left alone for so long: what was counted meanwhile, and what the next key brings about. */
export async function idle(browser: Browser, composer: keyof typeof COMPOSERS, restMs: number) {
  const page = await openMarked(browser, composer);
  const before = await countsOf(page);
  await setTimeout(restMs);
  const after = await countsOf(page);
  await page.keyboard.type(" ");
  const woken = await settled(page);
  await browser.closePages();
  return { resting: difference(before, after), woken: difference(after, woken) };
}

export const difference = (before: Counts, after: Counts): Counts => ({
  timers: after.timers - before.timers,
  frames: after.frames - before.frames,
  messages: after.messages - before.messages,
});
