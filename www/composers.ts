import { element } from "../extension/content/element.ts";
import type { Surface } from "../extension/shared/protocol.ts";
import { mount as contenteditable } from "./editors/contenteditable.ts";
import { mount as draft } from "./editors/draft.ts";
import { mount as input } from "./editors/input.ts";
import { mount as lexical } from "./editors/lexical.ts";
import type { Mount, Mounted } from "./editors/mounted.ts";
import { mount as quill } from "./editors/quill.ts";
import { mount as slate } from "./editors/slate.ts";
import { mount as textarea } from "./editors/textarea.ts";
import { mount as tiptap } from "./editors/tiptap.ts";

interface Kind {
  /** Value of `data-composer`. */
  readonly name: string;
  readonly label: string;
  readonly mount: Mount;
  readonly surface: Surface;
}

/** A composer on the page, with room for what was found in it. */
export interface Composer {
  readonly name: string;
  readonly label: string;
  readonly surface: Surface;
  readonly card: HTMLElement;
  readonly mounted: Mounted;
  /** Where the findings are listed. */
  readonly result: HTMLElement;
}

const KINDS: readonly Kind[] = [
  { name: "textarea", label: "Plain text box", mount: textarea, surface: "post" },
  { name: "draft", label: "As on X (Draft.js)", mount: draft, surface: "post" },
  { name: "lexical", label: "As on Facebook and Instagram (Lexical)", mount: lexical, surface: "post" },
  { name: "quill", label: "As on LinkedIn (Quill)", mount: quill, surface: "post" },
  { name: "tiptap", label: "As on Bluesky (TipTap)", mount: tiptap, surface: "post" },
  { name: "slate", label: "As on Discord (Slate)", mount: slate, surface: "post" },
  { name: "contenteditable", label: "Simple rich text", mount: contenteditable, surface: "post" },
  { name: "input", label: "A single line", mount: input, surface: "post" },
  { name: "bio", label: "Your bio", mount: textarea, surface: "bio" },
];

/** Builds the composers inside `parent`, in the order in which they are met. */
export function buildComposers(parent: HTMLElement): Composer[] {
  return KINDS.map((kind) => {
    const result = element("div", { class: "result" });
    const place = element("div", { class: "mount", "data-composer": kind.name, "data-surface": kind.surface });
    const heading = element("h3", {}, kind.label);
    const here = element("span", { class: "here" }, "Examples go here");
    const header = element("header", {}, heading, here);
    const card = element("section", { class: "card", "aria-label": kind.label }, header, place, result);
    parent.append(card);
    const mounted = kind.mount(place, {
      label: kind.label,
      placeholder: kind.surface === "bio" ? "Say who you are" : "What is happening?",
    });
    return { name: kind.name, label: kind.label, surface: kind.surface, card, mounted, result };
  });
}
