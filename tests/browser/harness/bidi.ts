/** The WebDriver BiDi commands of Firefox that puppeteer does not offer: closed shadow roots and the browser's own window. */
import { Frame, type Page, type Browser as PuppeteerBrowser } from "puppeteer-core";

/** A node as BiDi serialises it; only what is read here. */
interface SerializedNode {
  readonly sharedId?: string;
  readonly value?: {
    readonly mode?: string;
    readonly children?: readonly SerializedNode[];
    readonly shadowRoot?: SerializedNode | null;
  };
}

interface Evaluated {
  readonly type: "success" | "exception";
  readonly result?: SerializedNode & { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
}

interface Connection {
  send(method: string, params: unknown): Promise<{ readonly result: unknown }>;
}

// Puppeteer keeps these to itself.
const connection = (browser: PuppeteerBrowser) => (browser as unknown as { connection: Connection }).connection;
const contextOf = (where: Page | Frame) =>
  ((where instanceof Frame ? where : where.mainFrame()) as unknown as { _id: string })._id;

function checked(answer: unknown): Evaluated {
  const evaluated = answer as Evaluated;
  if (evaluated.type === "exception") throw new Error(evaluated.exceptionDetails?.text ?? "an exception in Firefox");
  return evaluated;
}

/** Runs an expression in Firefox's own window, with all rights; its value must be JSON. */
export async function inBrowserWindow<T>(browser: PuppeteerBrowser, expression: string): Promise<T> {
  const { result } = await connection(browser).send("browsingContext.getTree", { "moz:scope": "chrome" });
  const window = (result as { contexts: { context: string; url: string }[] }).contexts.find(
    ({ url }) => url === "chrome://browser/content/browser.xhtml",
  );
  if (!window) throw new Error("Firefox has no browser window");
  const answer = await connection(browser).send("script.evaluate", {
    expression: `(async () => JSON.stringify(await (${expression})) ?? "null")()`,
    target: { context: window.context },
    awaitPromise: true,
  });
  return JSON.parse(String(checked(answer.result).result?.value)) as T;
}

/** Calls `source` (a function of the closed shadow roots and one JSON argument) in the page or one of its frames. */
export async function withClosedRoots<T>(where: Page | Frame, source: string, argument: unknown): Promise<T> {
  const page = where instanceof Frame ? where.page() : where;
  const send = (method: string, params: object) => connection(page.browser()).send(method, params);
  const target = { context: contextOf(where) };
  const document = await send("script.evaluate", {
    expression: "document.documentElement",
    target,
    awaitPromise: false,
    serializationOptions: { maxDomDepth: null, includeShadowTree: "all" },
  });
  const roots = closedRoots(checked(document.result).result as SerializedNode);
  const answer = await send("script.callFunction", {
    functionDeclaration: `async (argument, ...roots) => JSON.stringify(await (${source})(roots, JSON.parse(argument))) ?? "null"`,
    arguments: [
      { type: "string", value: JSON.stringify(argument ?? null) },
      ...roots.map((sharedId) => ({ type: "node", sharedId })),
    ],
    target,
    awaitPromise: true,
  });
  return JSON.parse(String(checked(answer.result).result?.value)) as T;
}

/** Keys without a character of their own, as WebDriver writes them. */
const NAMED: Readonly<Record<string, string>> = {
  Backspace: "\uE003",
  Enter: "\uE007",
  Shift: "\uE008",
  Control: "\uE009",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  Delete: "\uE017",
};

/** Presses keys one after the other, all in one message. */
export async function pressAll(page: Page, keys: readonly string[]): Promise<void> {
  const actions = keys.flatMap((chord) => {
    const held = (chord.length > 1 ? chord.split("+") : [chord]).map((key) => NAMED[key] ?? key);
    const down = held.map((value) => ({ type: "keyDown", value }));
    return [...down, ...held.reverse().map((value) => ({ type: "keyUp", value }))];
  });
  const source = { type: "key", id: "keys", actions };
  await connection(page.browser()).send("input.performActions", { context: contextOf(page), actions: [source] });
}

function closedRoots(node: SerializedNode): string[] {
  const { children = [], shadowRoot } = node.value ?? {};
  const own = shadowRoot?.value?.mode === "closed" && shadowRoot.sharedId ? [shadowRoot.sharedId] : [];
  return [...own, ...(shadowRoot ? closedRoots(shadowRoot) : []), ...children.flatMap(closedRoots)];
}
