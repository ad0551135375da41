/** The first mark: after a page was loaded, and after the browser stopped the background, as it does within a minute. */
import { setTimeout } from "node:timers/promises";
import { TYPING_MS } from "../../extension/content/checks.ts";
import type { Reply } from "../../extension/shared/protocol.ts";
import type { Browser } from "../../tests/browser/harness/index.ts";
import { counted, draft, mark, openDraft, unmark } from "./typing.ts";

const ADDRESS = "https://x.com/bench";
const PAGE = `<!doctype html><html lang="en"><title>Write</title><div contenteditable="true" role="textbox"></div></html>`;

declare global {
  interface Window {
    /** Milliseconds from the page being there (`DOMContentLoaded`) to the end of the frame with the first mark. */
    firstMark?: Promise<number>;
  }
}

/** Runs in a page before anything of the page does: restores a draft, as sites do, and waits for its mark. */
function timeFirstMark(text: string): void {
  addEventListener("DOMContentLoaded", () => {
    const there = performance.now();
    const editor = document.querySelector<HTMLElement>("[contenteditable]");
    if (!editor) return;
    editor.textContent = text;
    editor.focus();
    window.firstMark = new Promise((resolve) => {
      const { port1: afterFrame, port2: endOfFrame } = new MessageChannel();
      afterFrame.onmessage = () => resolve(performance.now() - there);
      const look = () => (CSS.highlights.size > 0 ? endOfFrame.postMessage(null) : requestAnimationFrame(look));
      requestAnimationFrame(look);
    });
  });
}

/** Milliseconds from each page being there to its first mark, the background running or stopped. */
export async function loads(browser: Browser, text: string, times: number, isStopped: boolean): Promise<number[]> {
  browser.server.serve(new URL(ADDRESS).pathname, { body: PAGE });
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(timeFirstMark, draft(text));
  const firstMark = async () => {
    await page.goto(ADDRESS);
    return page.evaluate(() => window.firstMark ?? Number.NaN);
  };
  await firstMark();
  const waits: number[] = [];
  for (let i = 0; i < times; i++) {
    if (isStopped) await browser.stopWorker();
    waits.push(await firstMark());
  }
  await browser.closePages();
  return waits;
}

/** Milliseconds from each of so many keystrokes to its mark, the background being stopped before each. */
export async function restarts(browser: Browser, text: string, times: number): Promise<number[]> {
  const page = await openDraft(browser, "contenteditable", text);
  const waits: number[] = [];
  for (let i = 0; i < times; i++) {
    const count = await unmark(page);
    // The shortened text is scanned as well; that must not be what starts the background again.
    await setTimeout(3 * TYPING_MS);
    if ((await counted(page)) >= count) throw new Error("the shortened text is marked as well");
    await browser.stopWorker();
    waits.push(await mark(page, count));
  }
  await browser.closePages();
  return waits;
}

/** Milliseconds from each question to its answer, over the way that content scripts ask, the background running or stopped. */
export async function answers(browser: Browser, text: string, times: number, isStopped: boolean): Promise<number[]> {
  const page = await browser.extensionPage("pages/options.html");
  const answer = () =>
    page.evaluate(
      (scan) =>
        new Promise<number>((resolve, reject) => {
          const asked = performance.now();
          const port = chrome.runtime.connect();
          port.onMessage.addListener((reply: Reply) => {
            if ("packed" in reply) resolve(performance.now() - asked);
            else reject(new Error("the background answered something else"));
            port.disconnect();
          });
          port.postMessage({ id: 1, scan, surface: "post" });
        }),
      text,
    );
  await answer();
  const waits: number[] = [];
  for (let i = 0; i < times; i++) {
    if (isStopped) await browser.stopWorker();
    waits.push(await answer());
  }
  await browser.closePages();
  return waits;
}
