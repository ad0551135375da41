/** Every method and accessor of what a page is made of, replaced so that a call from anywhere is counted. */

/** A content script that borrowed the page's own functions would be heard here. */
const WATCHED = [
  "EventTarget",
  "Node",
  "Element",
  "HTMLElement",
  "HTMLTextAreaElement",
  "HTMLInputElement",
  "Document",
  "ShadowRoot",
  "DocumentFragment",
  "CharacterData",
  "Range",
  "AbstractRange",
  "Selection",
  "Highlight",
  "HighlightRegistry",
  "CSSStyleSheet",
  "CSSStyleDeclaration",
  "MutationObserver",
  "ResizeObserver",
  "IntersectionObserver",
  "TreeWalker",
  "Event",
  "UIEvent",
  "AbortSignal",
  "AbortController",
  "Performance",
  "MessagePort",
  "BroadcastChannel",
  "XMLHttpRequest",
  "WebSocket",
  "Worker",
  "Storage",
  "Navigator",
  "Clipboard",
  "File",
  "Blob",
  "FileReader",
] as const;
const FUNCTIONS = [
  "fetch",
  "setTimeout",
  "setInterval",
  "requestAnimationFrame",
  "requestIdleCallback",
  "queueMicrotask",
  "postMessage",
  "getComputedStyle",
  "getSelection",
  "structuredClone",
];

const calls = new Map<string, number>();
let listening = false;

export function watchCalls(): void {
  const count = (name: string) => {
    if (listening) calls.set(name, (calls.get(name) ?? 0) + 1);
  };
  const globals = window as unknown as Record<string, unknown>;
  for (const name of WATCHED) {
    const type = globals[name] as { prototype: object } | undefined;
    if (!type) continue;
    watchMembers(type.prototype, name, count);
    globals[name] = new Proxy(type, {
      construct(target, all, asked) {
        count(`new ${name}`);
        return Reflect.construct(target as unknown as new () => object, all, asked);
      },
    });
  }
  for (const name of FUNCTIONS) watchMember(globals, name, name, count);
  listening = true;
}

/** What was called since this was last asked. Whatever the spy calls while it looks is its own. */
export function calledSince(): string[] {
  const facts = [...calls].map(([name, times]) => `call of ${name} (${times})`);
  calls.clear();
  return facts;
}

/** Runs something of the spy's own that is not to be counted. */
export function unheard<T>(action: () => T): T {
  listening = false;
  try {
    return action();
  } finally {
    listening = true;
  }
}

type Count = (name: string) => void;

function watchMembers(holder: object, name: string, count: Count): void {
  for (const key of Object.getOwnPropertyNames(holder)) {
    if (key !== "constructor") watchMember(holder, key, `${name}.${key}`, count);
  }
}

function watchMember(holder: object, key: string, name: string, count: Count): void {
  const descriptor = Object.getOwnPropertyDescriptor(holder, key);
  if (!descriptor?.configurable) return;
  const { value, get, set } = descriptor;
  const counted = (original: (...all: unknown[]) => unknown) =>
    function (this: unknown, ...all: unknown[]) {
      count(name);
      return Reflect.apply(original, this, all);
    };
  if (typeof value === "function") Object.defineProperty(holder, key, { ...descriptor, value: counted(value) });
  else if (get) {
    const changed = { ...descriptor, get: counted(get) as () => unknown };
    if (set) changed.set = counted(set as () => unknown) as (value: unknown) => void;
    Object.defineProperty(holder, key, changed);
  }
}
