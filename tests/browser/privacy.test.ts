/**
 * Nothing leaves the browser: what a proxy sees of a person who writes with the extension is what it sees without.
 * A copy of the extension that leaks is caught by the very same comparison, so the comparison can fail.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  BROWSERS,
  type BrowserName,
  ExtensionCopy,
  marks,
  openBrowser,
  type Request,
  shipped,
  waitFor,
} from "./harness/index.ts";

const POST = "Pt was 84F, NHS 943 476 5919, at 12 Acacia Avenue LN1 3AB";

/** Hosts that the browsers ask by themselves, when they please. */
const BROWSERS_OWN = new Set([
  "accounts.google.com",
  "clients2.google.com",
  "content-autofill.googleapis.com",
  "optimizationguide-pa.googleapis.com",
  "redirector.gvt1.com",
  "update.googleapis.com",
  "aus5.mozilla.org",
  "content-signature-2.cdn.mozilla.net",
  "firefox-settings-attachments.cdn.mozilla.net",
  "firefox.settings.services.mozilla.com",
  "normandy.cdn.mozilla.net",
  "push.services.mozilla.com",
]);

/** A person writes a post on two sites; answers every request that was made meanwhile. */
async function write(name: BrowserName, extension: string | null): Promise<readonly Request[]> {
  const browser = await openBrowser(name, { extension });
  try {
    for (const [url, composer] of [
      ["https://x.com/fixture/lexical", "[contenteditable]"],
      ["https://www.linkedin.com/fixture/textarea", "textarea"],
    ] as const) {
      const page = await browser.newPage(url);
      await page.click(composer);
      await page.keyboard.type(POST);
      // Without marks the extension would not have been at work, and its silence no proof.
      if (extension)
        await waitFor(
          "marks",
          () => marks(browser, page),
          (seen) => seen.length > 0,
        );
    }
    if (extension) {
      await browser.stopWorker();
      await browser.extensionPage("pages/options.html");
      await browser.extensionPage("pages/popup.html");
    }
    return [...browser.server.requests];
  } finally {
    await browser.close();
  }
}

/** What a browser asks without the extension is looked at once. */
const baselines = new Map<BrowserName, Promise<readonly Request[]>>();

function baseline(name: BrowserName): Promise<readonly Request[]> {
  const known = baselines.get(name) ?? write(name, null);
  baselines.set(name, known);
  return known;
}

/** What was asked with the extension and not without it. */
async function extra(name: BrowserName, extension: string): Promise<string[]> {
  const line = ({ method, host, path, body }: Request) => `${method} ${host}${path} ${body}`.trim();
  const without = new Set((await baseline(name)).map(line));
  const seen = (await write(name, extension)).filter(({ host }) => !BROWSERS_OWN.has(host)).map(line);
  return seen.filter((request) => !without.has(request));
}

/** The background tries to reach the network as soon as it starts. */
const leakInBackground = (copy: ExtensionCopy) =>
  copy.append("background.js", `void fetch("https://collector.example/background").catch(() => {});`);

for (const name of BROWSERS) {
  describe(`what the network sees (${name})`, () => {
    test("nothing more with the extension than without it", async () => {
      assert.deepEqual(await extra(name, shipped(name)), []);
    });

    test("a copy that leaks from its content script is caught", async () => {
      const seen = await ExtensionCopy.with(name, async (copy) => {
        const leak = `new Image().src = "https://x.com/leak.png"`;
        await copy.append("content.js", `addEventListener("input", () => { ${leak}; }, { once: true });`);
        return extra(name, copy.folder);
      });
      assert.deepEqual([...new Set(seen)], ["GET x.com/leak.png"]);
    });

    test("a background that tries to reach the network is stopped by the extension's own policy", async () => {
      const seen = await ExtensionCopy.with(name, async (copy) => {
        await leakInBackground(copy);
        return extra(name, copy.folder);
      });
      assert.deepEqual(seen, []);
    });

    test("and without that policy it is caught", async () => {
      const seen = await ExtensionCopy.with(name, async (copy) => {
        await leakInBackground(copy);
        await copy.changeManifest((manifest) => {
          manifest.content_security_policy.extension_pages = "script-src 'self' 'wasm-unsafe-eval'";
        });
        return extra(name, copy.folder);
      });
      assert.deepEqual([...new Set(seen)], ["GET collector.example/background"]);
    });
  });
}
