/** What stands on the page, in its globals and in its styles. */
import { originals } from "./originals.ts";

const SKIPPED = new Set(["spy"]);
/** Names by which extensions could put lines under text; whoever reads our source knows ours. */
const PSEUDO = [
  "::before",
  "::after",
  "::selection",
  "::highlight(line-1)",
  "::highlight(line-2)",
  "::highlight(line-3)",
];

/** Everything that can be seen at this moment. */
export function look(): string[] {
  return [...globals(), ...trees(document, "document"), ...sheets(), ...highlighted(), ...resources(), ...state()];
}

/** Names, three objects deep: a global, what it holds, and what that holds. */
function globals(): string[] {
  const facts: string[] = [];
  const seen = new Set<unknown>();
  const walk = (value: unknown, path: string, depth: number) => {
    if ((typeof value !== "object" && typeof value !== "function") || value === null || seen.has(value)) return;
    seen.add(value);
    // Firefox makes some globals when they are first asked for: their order is nobody's doing.
    for (const key of Reflect.ownKeys(value).sort((a, b) => (String(a) < String(b) ? -1 : 1))) {
      if (depth === 0 && SKIPPED.has(String(key))) continue;
      const name = `${path}.${String(key)}`;
      facts.push(`global ${name}`);
      const descriptor = Reflect.getOwnPropertyDescriptor(value, key);
      if (depth < 2 && descriptor && "value" in descriptor) walk(descriptor.value, name, depth + 1);
    }
    if (depth < 2) walk(Object.getPrototypeOf(value), `${path}.[prototype]`, depth + 1);
  };
  walk(window, "window", 0);
  for (const [name, value] of Object.entries({ document, navigator, html: document.documentElement })) {
    walk(value, name, 1);
  }
  return facts;
}

/** Elements with their attributes, and how each looks, into every shadow root that is open. */
function trees(root: Document | ShadowRoot, path: string): string[] {
  const facts: string[] = [];
  const walk = (parent: ParentNode & Node, at: string) => {
    for (const [index, node] of [...parent.childNodes].entries()) {
      if (node instanceof Element) {
        const here = `${at} > ${node.localName}:${index + 1}`;
        const attributes = [...node.attributes].map(({ name, value }) => `[${name}=${JSON.stringify(value)}]`);
        facts.push(
          `element ${here}${attributes.sort().join("")}`,
          `${styleOf(node, here)}`,
          ...pseudoStyles(node, here),
        );
        if (node.shadowRoot) facts.push(...trees(node.shadowRoot, `${here} > open root`));
        walk(node, here);
      } else facts.push(`node ${at} > ${node.nodeName} ${JSON.stringify(node.textContent)}`);
    }
  };
  walk(root, path);
  return facts;
}

function styleOf(element: Element, path: string, pseudo?: string): string {
  const style = originals.getComputedStyle(element, pseudo);
  const all = [...style].map((name) => `${name}:${style.getPropertyValue(name)}`).join(";");
  return `style ${path}${pseudo ?? ""} ${hash(all)}`;
}

/** The line is all that a highlight of ours has: in the answers of browsers the rest is the element's own. */
function pseudoStyles(element: Element, path: string): string[] {
  return PSEUDO.map((pseudo) => {
    const style = originals.getComputedStyle(element, pseudo);
    const { content, color, backgroundColor, textDecorationLine, textDecorationStyle, textUnderlineOffset } = style;
    const looks = [content, color, backgroundColor, textDecorationLine, textDecorationStyle, textUnderlineOffset];
    return `style ${path}${pseudo} ${looks.join(" ")}`;
  });
}

function sheets(): string[] {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const element of document.querySelectorAll("*")) if (element.shadowRoot) roots.push(element.shadowRoot);
  return roots.flatMap((root) => [
    ...[...root.styleSheets].map((sheet, at) => `sheet ${at} ${sheet.href ?? "inline"} ${rulesOf(sheet)}`),
    ...root.adoptedStyleSheets.map((sheet, at) => `adopted sheet ${at} ${rulesOf(sheet)}`),
  ]);
}

const rulesOf = (sheet: CSSStyleSheet) => [...sheet.cssRules].map(({ cssText }) => cssText).join(" ");

function highlighted(): string[] {
  return [...CSS.highlights].flatMap(([name, highlight]) => [
    `highlight ${name} priority ${highlight.priority} type ${highlight.type}`,
    ...[...highlight].map((range) => `highlight ${name} range ${range.startOffset}-${range.endOffset}`),
  ]);
}

/** What the browser says it has loaded and laid out. */
function resources(): string[] {
  return performance
    .getEntries()
    .filter(({ entryType }) => ["resource", "mark", "measure", "layout-shift", "element"].includes(entryType))
    .map(({ entryType, name }) => `performance ${entryType} ${name}`);
}

function state(): string[] {
  const active = document.activeElement;
  const box = document.documentElement.getBoundingClientRect();
  return [
    `focus on ${active?.localName ?? "nothing"} ${active?.id ?? ""}`,
    `selection ${document.getSelection()?.type} ${document.getSelection()?.toString()}`,
    `frames ${window.length}`,
    `storage ${Object.keys(localStorage).join()} ${Object.keys(sessionStorage).join()} ${document.cookie}`,
    `size ${box.width}x${document.documentElement.scrollHeight}`,
    `animations ${document.getAnimations().length}`,
    `top layer ${document.querySelectorAll(":popover-open, :modal").length}`,
  ];
}

/** FNV-1a: two styles that differ are told apart, and the fact stays short. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(16);
}
