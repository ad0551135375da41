/** Reads composers of the test's making, and says where each unit of their text stands. */
import { read } from "../../../extension/content/read.ts";

export interface Read {
  readonly text: string;
  /** The units that lead to a place which shows something else, with what that is. */
  readonly astray: readonly string[];
  /** What the units lead to, put together: the text without what stands between blocks. */
  readonly shown: string;
}

declare global {
  interface Window {
    readComposer(html: string): Read;
    readRandom(seed: number, count: number): string | null;
  }
}

const host = document.createElement("div");
host.contentEditable = "true";
host.setAttribute("role", "textbox");
document.body.append(host);

function readHost(): Read {
  const { text, map } = read({ kind: "rich", element: host });
  const astray: string[] = [];
  let shown = "";
  for (let unit = 0; unit < text.length; unit++) {
    const pieces = map?.pieces(unit, unit + 1) ?? [];
    const found = pieces.map(({ node, from, to, whole }) => {
      const data = whole ? nameOf(node as Element) : (node.nodeValue ?? "");
      return data.slice(from, to);
    });
    const at = found.join("");
    shown += at;
    // A space or a line that stands in no node keeps apart; any run of white space is shown as one space.
    const unitText = text[unit] ?? "";
    if (at !== unitText && !(/\s/.test(unitText) && /^\s?$/.test(at)))
      astray.push(`${unit}: ${JSON.stringify([unitText, at])}`);
  }
  return { text, astray, shown };
}

function nameOf(element: Element): string {
  const name = element instanceof HTMLImageElement ? element.alt : (element.getAttribute("aria-label") ?? "");
  return /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(name) ? name : " ";
}

window.readComposer = (html) => {
  host.innerHTML = html;
  return readHost();
};

const WORDS = [
  "NHS",
  "943 476 5919",
  "👨‍👩‍👧‍👦",
  "שלום",
  "مرحبا",
  "a\u200Bb",
  "\uFEFF",
  "e\u0301",
  "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
  "x\u00a0y",
  "\ud83d",
  "  ",
  "\n",
  "क्‍ष",
];
const BLOCKS = ["div", "p", "li", "blockquote", "h2", "td"];
const INLINES = ["span", "b", "a", "em", "ruby", "bdi"];

/** Builds trees by chance and answers the first one that leads astray, or null. */
window.readRandom = (seed, count) => {
  let state = seed;
  const chance = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 8) % below;
  };
  const pick = (from: readonly string[]) => from[chance(from.length)] ?? "";
  const node = (depth: number): Node => {
    const kind = chance(10);
    if (kind < 4 || depth === 0) return document.createTextNode(pick(WORDS));
    if (kind === 4) return document.createElement("br");
    if (kind === 5) return Object.assign(document.createElement("img"), { alt: pick(["😀", "a cat", ""]) });
    const element = document.createElement(pick(kind < 8 ? BLOCKS : INLINES));
    if (chance(6) === 0) element.contentEditable = "false";
    if (chance(8) === 0) element.style.display = pick(["inline-block", "flex", "inline-flex", "table-cell", "none"]);
    if (chance(8) === 0) element.style.whiteSpace = pick(["normal", "pre", "pre-line"]);
    for (let children = chance(4); children > 0; children--) element.append(node(depth - 1));
    return element;
  };
  for (let made = 0; made < count; made++) {
    host.replaceChildren(...Array.from({ length: 1 + chance(4) }, () => node(3)));
    const { text, astray } = readHost();
    if (astray.length > 0 || /[\uFEFF\u200B\u2060]/.test(text)) return `${host.innerHTML} → ${astray.join(", ")}`;
  }
  return null;
};
