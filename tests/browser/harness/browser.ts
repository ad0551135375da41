/** A browser with the shipped extension, on an internet of fixtures. */
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, afterEach, before, describe } from "node:test";
import type { Frame, Page, Browser as PuppeteerBrowser } from "puppeteer-core";
import { chromium } from "./chromium.ts";
import { firefox } from "./firefox.ts";
import { FixtureServer } from "./server.ts";
import type { Look, Vendor } from "./vendor.ts";
import { waitFor } from "./wait.ts";

export type BrowserName = "chrome" | "firefox";
export const BROWSERS: readonly BrowserName[] = ["chrome", "firefox"];
const VENDORS: Readonly<Record<BrowserName, Vendor>> = { chrome: chromium, firefox };

export interface Options {
  /** Folder of an unpacked extension; the shipped one when not given, none when null. */
  readonly extension?: string | null;
  readonly headless?: boolean;
  /** Folder with what an administrator gives the browser; see `Managed`. */
  readonly managed?: string;
  /** Whether pages tell the time as finely as they can; Firefox otherwise rounds it to whole milliseconds. */
  readonly fineClock?: boolean;
}

/** The browsers that a suite runs in; all of them when not given. */
export interface SuiteOptions extends Options {
  readonly browsers?: readonly BrowserName[];
}

/** The folder of the extension that ships. */
export const shipped = (name: BrowserName): string => join(process.cwd(), "target/extension", name);

export class Browser {
  readonly name: BrowserName;
  readonly server: FixtureServer;
  readonly #puppeteer: PuppeteerBrowser;
  readonly #vendor: Vendor;
  readonly #errors: string[] = [];
  readonly #pages = new Set<Page>();
  /** The id of the extension. */
  #installed = "";

  private constructor(name: BrowserName, server: FixtureServer, browser: PuppeteerBrowser) {
    this.name = name;
    this.server = server;
    this.#puppeteer = browser;
    this.#vendor = VENDORS[name];
  }

  static async open(
    name: BrowserName,
    { extension = shipped(name), headless = true, managed, fineClock = false }: Options = {},
  ): Promise<Browser> {
    const server = await FixtureServer.start();
    const inner = await VENDORS[name].launch({ port: server.port, headless, managed, fineClock });
    const browser = new Browser(name, server, inner);
    try {
      await browser.#vendor.watchBackground(inner, browser.#errors);
      if (extension !== null) browser.#installed = await inner.installExtension(extension);
    } catch (error) {
      await browser.close();
      throw error;
    }
    return browser;
  }

  /** A new tab, at the given address when there is one. */
  async newPage(url?: string): Promise<Page> {
    const page = await this.#puppeteer.newPage();
    this.#pages.add(page);
    page.on("pageerror", (error) => this.#errors.push(`page: ${error instanceof Error ? error.message : error}`));
    if (url) await page.goto(url);
    return page;
  }

  /** The tab that the browser opened with, at the given address. */
  async firstPage(url: string): Promise<Page> {
    const [page = await this.newPage()] = await this.#puppeteer.pages();
    await page.goto(url);
    return page;
  }

  /** A new tab with a page of the extension itself, such as "pages/options.html". */
  async extensionPage(path: string): Promise<Page> {
    const page = await this.newPage();
    await this.#vendor.openExtensionPage(page, path);
    return page;
  }

  /** The address of a file of the extension. */
  extensionUrl(path: string): string {
    return this.#vendor.extensionUrl(path);
  }

  async closePages(): Promise<void> {
    // The pages of an extension go with it.
    await Promise.all([...this.#pages].filter((page) => !page.isClosed()).map((page) => page.close()));
    this.#pages.clear();
  }

  /** Puts the extension in its own place once more, as an update does. */
  async updateExtension(): Promise<void> {
    await this.#puppeteer.installExtension(shipped(this.name));
  }

  async removeExtension(): Promise<void> {
    await this.#puppeteer.uninstallExtension(this.#installed);
  }

  /** Stops the background, as the browser does when it idles, and answers when it is gone. */
  async stopWorker(): Promise<void> {
    await waitFor("the background to run", () => this.workerRunning());
    await this.#vendor.stopBackground(this.#puppeteer);
    await waitFor(
      "the background to stop",
      () => this.workerRunning(),
      (running) => !running,
    );
  }

  workerRunning(): Promise<boolean> {
    return this.#vendor.backgroundRunning(this.#puppeteer);
  }

  /** Presses the keys that the built manifest suggests for a command. */
  async pressCommand(page: Page, command: string): Promise<void> {
    const manifest = JSON.parse(await readFile(join(shipped(this.name), "manifest.json"), "utf8"));
    const shortcut: string | undefined = manifest.commands?.[command]?.suggested_key?.default;
    if (!shortcut) throw new Error(`the manifest suggests no key for the command "${command}"`);
    await page.bringToFront();
    await this.#vendor.pressShortcut(page, shortcut);
  }

  /** Presses many keys in one go, each a character or keys held together, such as "Control+Backspace". */
  pressAll(page: Page, keys: readonly string[]): Promise<void> {
    return this.#vendor.pressAll(page, keys);
  }

  /** Has the page shown as to someone who chose this for everything that they see; light and ordinary when not said. */
  async setLook(page: Page, look: Partial<Look> = {}): Promise<void> {
    await this.#vendor.setLook(page, { scheme: "light", forcedColours: false, reducedMotion: false, ...look });
  }

  /** Collects whatever garbage the page has; answers the bytes that are left, where the browser tells. */
  collectGarbage(page: Page): Promise<number | null> {
    return this.#vendor.collectGarbage(page);
  }

  /** Uncaught errors of pages, content scripts and background since the start. */
  async errors(): Promise<readonly string[]> {
    return [...this.#errors, ...(await this.#vendor.backgroundErrors(this.#puppeteer))];
  }

  /** Calls `look` in the page with every closed shadow root of it, ours among them. It must stand on its own. */
  inClosedRoots<A, T>(
    where: Page | Frame,
    look: (roots: ShadowRoot[], argument: A) => T,
    argument: A,
  ): Promise<Awaited<T>> {
    return this.#vendor.withClosedRoots(where, look.toString(), argument);
  }

  /** Saves what a person would see, for a look afterwards. */
  async screenshot(page: Page, name: string, folder = "target/test-screens"): Promise<string> {
    await mkdir(folder, { recursive: true });
    const path = join(folder, `${name}-${this.name}.png`);
    await page.screenshot({ path: path as `${string}.png` });
    return path;
  }

  /** Answers when the person has closed the window. */
  async closed(): Promise<void> {
    if (this.#puppeteer.connected) {
      await new Promise((resolve) => this.#puppeteer.once("disconnected", () => resolve(undefined)));
    }
  }

  async close(): Promise<void> {
    await this.#puppeteer.close();
    await this.server.close();
  }
}

export const openBrowser = (name: BrowserName, options?: Options): Promise<Browser> => Browser.open(name, options);

/**
 * The same tests in each browser: one browser a suite, its pages closed after each test.
 *
 *     inEachBrowser("a textarea", (browser) => {
 *       test("is marked", async () => {
 *         const page = await browser().newPage("https://x.com/fixture/textarea");
 */
export function inEachBrowser(
  title: string,
  tests: (browser: () => Browser) => void,
  { browsers = BROWSERS, ...options }: SuiteOptions = {},
): void {
  for (const name of browsers) {
    describe(`${title} (${name})`, () => {
      let open: Browser | undefined;
      const browser = () => {
        if (!open) throw new Error("the browser is open only while a test runs");
        return open;
      };
      before(async () => {
        open = await openBrowser(name, options);
      });
      afterEach(() => browser().closePages());
      after(() => open?.close());
      tests(browser);
    });
  }
}
