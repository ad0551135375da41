/** What only Firefox needs: its launch, its event page and its shortcuts, both reached through the browser's own window. */
import puppeteer, { type Page, type Browser as PuppeteerBrowser } from "puppeteer-core";
import { inBrowserWindow, pressAll, withClosedRoots } from "./bidi.ts";
import type { LaunchOptions, Look, Vendor } from "./vendor.ts";
import { waitFor } from "./wait.ts";

/** The id in the manifest, and the address that we give its pages. */
export const GECKO_ID = "forepost@forepost";
const UUID = "0f0e0d0c-0b0a-4908-8706-050403020100";

const EXTENSION = `WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)}).extension`;

async function launch({ port, headless, managed, fineClock }: LaunchOptions): Promise<PuppeteerBrowser> {
  return puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    headless,
    acceptInsecureCerts: true,
    // What an administrator gives lies below the home folder too.
    ...(managed ? { env: { ...process.env, HOME: managed } } : {}),
    ...(headless ? {} : { defaultViewport: null }),
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: {
      "extensions.webextensions.uuids": JSON.stringify({ [GECKO_ID]: UUID }),
      "network.proxy.type": 1,
      "network.proxy.http": "127.0.0.1",
      "network.proxy.http_port": port,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": port,
      "network.proxy.no_proxies_on": "",
      "network.proxy.allow_hijacking_localhost": true,
      "network.proxy.failover_direct": false,
      // Real host names with a certificate of ours.
      "network.stricttransportsecurity.preloadlist": false,
      "security.cert_pinning.enforcement_level": 0,
      // What the extension asks the person is granted; nobody is there to press the button of the browser's own window.
      "extensions.webextOptionalPermissionPrompts": false,
      // A test's pace is not a person's: the event page stops when the test says so.
      "extensions.background.idle.timeout": 600_000,
      "privacy.reduceTimerPrecision": !fineClock,
    },
  });
}

const backgroundRunning = async (browser: PuppeteerBrowser) =>
  (await inBrowserWindow<string>(browser, `${EXTENSION}.backgroundState`)) === "running";

async function stopBackground(browser: PuppeteerBrowser): Promise<void> {
  await inBrowserWindow(browser, `${EXTENSION}.terminateBackground({ ignoreDevToolsAttached: true })`);
}

/** The keys' names for Firefox's text input processor. */
const KEY_CODES: Readonly<Record<string, number>> = { Alt: 18, Ctrl: 17, Shift: 16, Period: 190, Comma: 188 };
const KEYS: Readonly<Record<string, string>> = { Ctrl: "Control", Period: ".", Comma: "," };
const CODES: Readonly<Record<string, string>> = { Alt: "AltLeft", Ctrl: "ControlLeft", Shift: "ShiftLeft" };

/**
 * The keys go in at the browser window, as the keyboard's do: to the page, and when that lets them pass, to the
 * extension's `<key>`. Keys that WebDriver sends start in the page and never reach the window.
 */
async function pressShortcut(page: Page, shortcut: string): Promise<void> {
  const keys = shortcut.split("+").map((name) => ({
    key: KEYS[name] ?? (name.length === 1 ? name.toLowerCase() : name),
    code: CODES[name] ?? (name.length === 1 ? `Key${name}` : name),
    keyCode: KEY_CODES[name] ?? name.charCodeAt(0),
  }));
  await inBrowserWindow(
    page.browser(),
    `(() => {
      const keyboard = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
      if (!keyboard.beginInputTransactionForTests(window)) throw new Error("the keyboard is taken");
      const keys = ${JSON.stringify(keys)}.map((key) => new KeyboardEvent("", key));
      for (const key of keys) keyboard.keydown(key);
      for (const key of keys.reverse()) keyboard.keyup(key);
    })()`,
  );
}

/** Firefox tells no page's heap; what is garbage goes all the same, weak references show it. */
async function collectGarbage(page: Page): Promise<null> {
  const script =
    "data:application/javascript,Components.utils.forceGC();Components.utils.forceCC();Components.utils.forceGC();";
  await inBrowserWindow(
    page.browser(),
    `gBrowser.selectedBrowser.messageManager.loadFrameScript(${JSON.stringify(script)}, false)`,
  );
  return null;
}

/** Uncaught errors of the extension's own scripts, wherever they ran, from Firefox's error console. */
const backgroundErrors = (browser: PuppeteerBrowser) =>
  inBrowserWindow<string[]>(
    browser,
    `Services.console.getMessageArray()
      .filter((message) => message instanceof Ci.nsIScriptError && !(message.flags & Ci.nsIScriptError.warningFlag))
      .filter(({ sourceName }) => sourceName.startsWith("moz-extension://${UUID}/"))
      .map(({ sourceName, lineNumber, errorMessage }) => sourceName + ":" + lineNumber + ": " + errorMessage)`,
  );

const extensionUrl = (path: string) => `moz-extension://${UUID}/${path}`;

/** Firefox keeps what was chosen for the whole browser. */
async function setLook(page: Page, { scheme, forcedColours, reducedMotion }: Look): Promise<void> {
  await inBrowserWindow(
    page.browser(),
    `(() => {
      Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", ${scheme === "dark" ? 0 : 1});
      Services.prefs.setIntPref("browser.display.document_color_use", ${forcedColours ? 2 : 0});
      Services.prefs.setIntPref("ui.prefersReducedMotion", ${reducedMotion ? 1 : 0});
    })()`,
  );
}

async function openExtensionPage(page: Page, path: string): Promise<void> {
  const url = extensionUrl(path);
  // Firefox never says that such a page has loaded.
  void page.goto(url).catch(() => {});
  await waitFor(
    url,
    () => page.evaluate(() => [location.href, document.readyState].join(" ")),
    (seen) => seen === `${url} complete`,
  );
}

export const firefox: Vendor = {
  launch,
  withClosedRoots,
  backgroundRunning,
  stopBackground,
  pressShortcut,
  pressAll,
  collectGarbage,
  watchBackground: async () => {},
  backgroundErrors,
  extensionUrl,
  setLook,
  openExtensionPage,
};
