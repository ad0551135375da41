/** What the harness needs of a browser beyond puppeteer's own API; one module a browser fills it in. */
import type { Frame, Page, Browser as PuppeteerBrowser } from "puppeteer-core";

export interface LaunchOptions {
  /** The proxy that answers for every host. */
  readonly port: number;
  readonly headless: boolean;
  /** Folder with what an administrator gives the browser; see `Managed`. */
  readonly managed?: string | undefined;
  /** Whether pages tell the time as finely as they can; Firefox otherwise rounds it to whole milliseconds. */
  readonly fineClock: boolean;
}

/** What a person chose for everything that they see. */
export interface Look {
  readonly scheme: "light" | "dark";
  readonly forcedColours: boolean;
  readonly reducedMotion: boolean;
}

export interface Vendor {
  launch(options: LaunchOptions): Promise<PuppeteerBrowser>;
  /** Calls `source`, a function of all closed shadow roots and one JSON argument, in the page's main frame or another. */
  withClosedRoots<T>(where: Page | Frame, source: string, argument: unknown): Promise<T>;
  backgroundRunning(browser: PuppeteerBrowser): Promise<boolean>;
  /** Stops the background as the browser itself does when it idles. */
  stopBackground(browser: PuppeteerBrowser): Promise<void>;
  /** Collects whatever garbage the page has; answers the bytes that are left, where the browser tells. */
  collectGarbage(page: Page): Promise<number | null>;
  /** Presses keys, such as "Alt+Period", where the browser's own shortcuts listen. */
  pressShortcut(page: Page, shortcut: string): Promise<void>;
  /** Presses many keys in one go, each a character or keys held together, such as "Control+Backspace". */
  pressAll(page: Page, keys: readonly string[]): Promise<void>;
  /** Starts to collect the background's errors, where the browser tells them as they happen. */
  watchBackground(browser: PuppeteerBrowser, errors: string[]): Promise<void>;
  /** The errors so far, where the browser keeps them. */
  backgroundErrors(browser: PuppeteerBrowser): Promise<string[]>;
  /** The address of a file of the extension. */
  extensionUrl(path: string): string;
  setLook(page: Page, look: Look): Promise<void>;
  openExtensionPage(page: Page, path: string): Promise<void>;
}
