/** Puts the real editors into the page of a site, where its HTML says `mount`. */
import "./site.css";
import { mount as contenteditable } from "../../www/editors/contenteditable.ts";
import { mount as draft } from "../../www/editors/draft.ts";
import { mount as lexical } from "../../www/editors/lexical.ts";
import type { Mount } from "../../www/editors/mounted.ts";
import { mount as quill } from "../../www/editors/quill.ts";
import { mount as slate } from "../../www/editors/slate.ts";
import { mount as tiptap } from "../../www/editors/tiptap.ts";

const EDITORS: Readonly<Record<string, Mount>> = { contenteditable, draft, lexical, quill, slate, tiptap };

/** What belongs to the place and not to the editor in it. */
const STAY = ["mount", "slot"];

/** A site's wording is in any language; what is recognised may not hang on it. */
const WORDING = { label: "", placeholder: "…" };

mountAll(document);
for (const dialog of document.querySelectorAll<HTMLDialogElement>("dialog[modal]")) dialog.showModal();
document.documentElement.dataset.ready = "";

function mountAll(root: Document | ShadowRoot): void {
  for (const { shadowRoot } of root.querySelectorAll("*")) {
    if (!shadowRoot) continue;
    for (const sheet of document.querySelectorAll('link[rel="stylesheet"]')) shadowRoot.prepend(sheet.cloneNode());
    mountAll(shadowRoot);
  }
  for (const place of root.querySelectorAll<HTMLElement>("[mount]")) mountAt(place, root);
}

function mountAt(place: HTMLElement, root: Document | ShadowRoot): void {
  const name = place.getAttribute("mount") ?? "";
  const mount = EDITORS[name];
  if (!mount) throw new Error(`mount="${name}": there is no such editor, only ${Object.keys(EDITORS).join(", ")}`);
  const own = [...place.attributes].filter(({ name }) => !STAY.includes(name)).map(({ name, value }) => [name, value]);
  for (const [attribute] of own) place.removeAttribute(attribute as string);
  if (name === "quill" && root instanceof ShadowRoot) tellFocusOf(root);
  mount(place, WORDING);
  const editable = place.querySelector<HTMLElement>('[contenteditable="true"]');
  if (!editable) throw new Error(`the ${name} has no editing host`);
  for (const [attribute, value] of own as [string, string][]) {
    if (attribute === "class") editable.classList.add(...value.split(" "));
    else editable.setAttribute(attribute, value);
  }
}

/**
 * Quill asks the document where the caret and the focus are, and the document does not know of those in a shadow tree: by
 * itself Quill scrambles what is typed there. LinkedIn's page has it work, so this one tells Quill what it asks.
 */
function tellFocusOf(root: ShadowRoot & { getSelection?: () => Selection | null }): void {
  const outside = Object.getOwnPropertyDescriptor(Document.prototype, "activeElement")?.get;
  const activeElement = () => root.activeElement ?? outside?.call(document);
  Object.defineProperty(document, "activeElement", { get: activeElement, configurable: true });
  if (!root.getSelection) return;
  const elsewhere = document.getSelection.bind(document);
  document.getSelection = () => (root.activeElement ? root.getSelection?.() : null) ?? elsewhere();
}
