/** What only Chromium needs: its launch, its closed shadow roots over CDP, its service worker, its shortcuts. */
import { join } from "node:path";
import puppeteer, {
  type CDPSession,
  Frame,
  type KeyInput,
  type Page,
  ProtocolError,
  type Browser as PuppeteerBrowser,
  type Target,
} from "puppeteer-core";
import type { LaunchOptions, Look, Vendor } from "./vendor.ts";

/** The fixed id that the manifest's `key` gives. */
export const CHROME_ID = "dmncenljbmhgeanhnnefhjicepblnbol";

interface DomNode {
  readonly backendNodeId: number;
  /** Of an element that holds a frame. */
  readonly frameId?: string;
  readonly shadowRootType?: string;
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
  readonly contentDocument?: DomNode;
}

/** Runs Chromium where an administrator's policies can be put without touching the machine's own. */
const MANAGED = join(process.cwd(), "tests/browser/harness/managed-chromium.sh");

async function launch({ port, headless, managed }: LaunchOptions): Promise<PuppeteerBrowser> {
  return puppeteer.launch({
    browser: "chrome",
    executablePath: managed ? MANAGED : (process.env.CHROMIUM ?? "/usr/bin/chromium"),
    ...(managed ? { env: { ...process.env, MANAGED_POLICIES: managed } } : {}),
    headless,
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    ...(headless ? {} : { defaultViewport: null }),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-features=NetworkTimeServiceQuerying,AutofillServerCommunication,Translate,MediaRouter",
      "--ignore-certificate-errors",
      `--proxy-server=127.0.0.1:${port}`,
      "--proxy-bypass-list=<-loopback>",
    ],
  });
}

async function withClosedRoots<T>(where: Page | Frame, source: string, argument: unknown): Promise<T> {
  const session = await (where instanceof Frame ? where.page() : where).createCDPSession();
  try {
    const { root: main } = (await session.send("DOM.getDocument", { depth: -1, pierce: true })) as { root: DomNode };
    const inner = where instanceof Frame && where.parentFrame() !== null;
    const root = inner ? documentOf(main, (where as unknown as { _id: string })._id) : main;
    if (!root) throw new Error("the frame is gone, or of another process");
    const [world, ...objects] = await Promise.all(
      [root.backendNodeId, ...closedRoots(root)].map((backendNodeId) =>
        session.send("DOM.resolveNode", { backendNodeId }),
      ),
    );
    const answer = await session.send("Runtime.callFunctionOn", {
      functionDeclaration: `async function (argument, ...roots) { return JSON.stringify(await (${source})(roots, JSON.parse(argument))) ?? "null" }`,
      objectId: world?.object.objectId as string,
      arguments: [
        { value: JSON.stringify(argument ?? null) },
        ...objects.map(({ object }) => ({ objectId: object.objectId as string })),
      ],
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer.exceptionDetails) {
      throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    }
    return JSON.parse(answer.result.value as string) as T;
  } finally {
    await session.detach();
  }
}

/** The document of the frame with this id. */
function documentOf(node: DomNode, frameId: string): DomNode | null {
  if (node.frameId === frameId && node.contentDocument) return node.contentDocument;
  const inside = [...(node.shadowRoots ?? []), ...(node.children ?? [])];
  if (node.contentDocument) inside.push(node.contentDocument);
  for (const child of inside) {
    const found = documentOf(child, frameId);
    if (found) return found;
  }
  return null;
}

function closedRoots(node: DomNode): number[] {
  const own = node.shadowRootType === "closed" ? [node.backendNodeId] : [];
  return [...own, ...[...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap(closedRoots)];
}

const isBackground = (target: Target) =>
  target.type() === "service_worker" && target.url().startsWith("chrome-extension://");

const backgroundRunning = async (browser: PuppeteerBrowser) => browser.targets().some(isBackground);

/**
 * The sessions through which errors are collected; a worker that is being listened to cannot stop. One that stopped
 * while it was being attached to has none, and nothing left to say.
 */
const listening = new WeakMap<Target, Promise<CDPSession | null>>();

async function stopBackground(browser: PuppeteerBrowser): Promise<void> {
  for (const target of browser.targets().filter(isBackground)) {
    await (await listening.get(target))?.detach();
    try {
      await (await target.worker())?.close();
    } catch (error) {
      // Puppeteer closes the worker and then lets go of it; some are quicker to go.
      if (!(error instanceof ProtocolError && error.originalMessage.includes("No session with given id"))) throw error;
    }
  }
}

/** The bits of CDP's `modifiers`, and the codes of keys whose name is not their character. */
const MODIFIERS: Readonly<Record<string, number>> = { Alt: 1, Ctrl: 2, Shift: 8 };
const KEY_CODES: Readonly<Record<string, number>> = { Period: 190, Comma: 188 };

/** A raw key goes the way of a real one: to the page, and when that lets it pass, to the browser's shortcuts. */
async function pressShortcut(page: Page, shortcut: string): Promise<void> {
  const keys = shortcut.split("+");
  const code = keys.pop() ?? "";
  const keyCode = KEY_CODES[code] ?? code.charCodeAt(0);
  const event = {
    modifiers: keys.reduce((bits, key) => bits | (MODIFIERS[key] ?? 0), 0),
    windowsVirtualKeyCode: keyCode,
    nativeVirtualKeyCode: keyCode,
    code: KEY_CODES[code] ? code : `Key${code}`,
  };
  const session = await page.createCDPSession();
  await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...event });
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
  await session.detach();
}

/** The browser takes messages in the order in which they were sent, so none waits for the one before to be answered. */
async function pressAll(page: Page, keys: readonly string[]): Promise<void> {
  const { keyboard } = page;
  const sent: Promise<void>[] = [];
  for (const chord of keys) {
    const held = chord === "+" ? [chord] : (chord.split("+") as KeyInput[]);
    if (chord.length > 1) {
      for (const key of held) sent.push(keyboard.down(key as KeyInput));
      for (const key of held.reverse()) sent.push(keyboard.up(key as KeyInput));
    } else if (/[\x20-\x7e]/.test(chord)) {
      sent.push(keyboard.down(chord as KeyInput), keyboard.up(chord as KeyInput));
    } else sent.push(keyboard.sendCharacter(chord));
  }
  await Promise.all(sent);
}

/** The scripts of the page and ours share a heap. */
async function collectGarbage(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize;
}

/** Collects what the service worker throws or logs as an error, through every restart. */
async function watchBackground(browser: PuppeteerBrowser, errors: string[]): Promise<void> {
  const listen = async (target: Target) => {
    const session = await target.createCDPSession();
    session.on("Runtime.exceptionThrown", ({ exceptionDetails }) => {
      errors.push(`background: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    });
    session.on("Runtime.consoleAPICalled", ({ type, args }) => {
      if (type === "error") errors.push(`background: ${args.map((arg) => arg.description ?? arg.value).join(" ")}`);
    });
    await session.send("Runtime.enable");
    return session;
  };
  const attach = (target: Target) => {
    if (!isBackground(target)) return;
    const session = listen(target).catch(() => null);
    listening.set(target, session);
  };
  browser.targets().forEach(attach);
  browser.on("targetcreated", attach);
}

/** The sessions that hold what was chosen: it lasts as long as they do. */
const looks = new WeakMap<Page, CDPSession>();

async function setLook(page: Page, { scheme, forcedColours, reducedMotion }: Look): Promise<void> {
  const session = looks.get(page) ?? (await page.createCDPSession());
  looks.set(page, session);
  await session.send("Emulation.setEmulatedMedia", {
    features: [
      { name: "prefers-color-scheme", value: scheme },
      { name: "forced-colors", value: forcedColours ? "active" : "none" },
      { name: "prefers-reduced-motion", value: reducedMotion ? "reduce" : "no-preference" },
    ],
  });
}

const extensionUrl = (path: string) => `chrome-extension://${CHROME_ID}/${path}`;

async function openExtensionPage(page: Page, path: string): Promise<void> {
  await page.goto(extensionUrl(path));
}

export const chromium: Vendor = {
  launch,
  withClosedRoots,
  backgroundRunning,
  stopBackground,
  pressShortcut,
  pressAll,
  collectGarbage,
  watchBackground,
  backgroundErrors: async () => [],
  extensionUrl,
  setLook,
  openExtensionPage,
};
