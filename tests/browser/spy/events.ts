/** Every event that a page can hear, caught on its way down from the window. */
import { unheard } from "./calls.ts";
import { originals } from "./originals.ts";

/** Some have no `on…` property. */
const UNLISTED = [
  "focusin",
  "focusout",
  "selectionchange",
  "compositionstart",
  "compositionupdate",
  "compositionend",
  "DOMContentLoaded",
  "visibilitychange",
  "fullscreenchange",
  "readystatechange",
  "securitypolicyviolation",
  "DOMActivate",
  "textInput",
  "interest",
  "loseinterest",
];
/**
 * When and how often these come depends on how fast the machine draws and on what the browser puts together: they are
 * told from the first on.
 */
const UNCOUNTED = /^(pointer|mouse)|selectionchange|scroll|animation|transition|resize|toggle/;

/** Events by what they were and where; the page's own are here as well, and the same in both visits. */
const heard = new Map<string, number>();
const once = new Set<string>();

export function watchEvents(): void {
  const types = new Set(UNLISTED);
  for (const holder of [window, document, document.documentElement]) {
    for (let at: object | null = holder; at; at = Object.getPrototypeOf(at)) {
      for (const name of Object.getOwnPropertyNames(at)) if (name.startsWith("on")) types.add(name.slice(2));
    }
  }
  const listen = (event: Event) => unheard(() => hear(event));
  for (const type of types) originals.addEventListener.call(window, type, listen, { capture: true });
  originals.addEventListener.call(document, "selectionchange", listen, { capture: true });
  const mutations = new MutationObserver((records) => unheard(() => records.forEach(tell)));
  mutations.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const entries = new PerformanceObserver((list) =>
    unheard(() => {
      for (const { entryType, name } of list.getEntries()) count(`performance of ${entryType} ${name}`);
    }),
  );
  const told = ["layout-shift", "resource", "mark", "measure"];
  entries.observe({ entryTypes: PerformanceObserver.supportedEntryTypes.filter((type) => told.includes(type)) });
}

function tell({ type, target, attributeName, addedNodes, removedNodes }: MutationRecord): void {
  count(`mutation of ${type} ${attributeName ?? ""} in ${nameOf(target)}`);
  for (const node of [...addedNodes]) count(`mutation added ${node.nodeName} to ${nameOf(target)}`);
  for (const node of [...removedNodes]) count(`mutation removed ${node.nodeName} from ${nameOf(target)}`);
}

/** What happened since this was last asked. */
export function eventsSince(): string[] {
  const facts = [...[...heard].map(([fact, times]) => `${fact} (${times})`), ...once];
  heard.clear();
  return facts;
}

function hear(event: Event): void {
  const detail = event instanceof SecurityPolicyViolationEvent ? ` ${event.violatedDirective} ${event.sourceFile}` : "";
  const fact = `event ${event.type} on ${nameOf(event.target)}${detail}`;
  if (UNCOUNTED.test(event.type)) once.add(fact);
  else count(fact);
}

function count(fact: string): void {
  heard.set(fact, (heard.get(fact) ?? 0) + 1);
}

function nameOf(target: EventTarget | null): string {
  if (target === window) return "window";
  if (target === document) return "document";
  return target instanceof Element
    ? `${target.localName}#${target.id}`
    : ((target as Node | null)?.nodeName ?? "nothing");
}
