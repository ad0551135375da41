import { lineage } from "./shadow.ts";
import { addressOf, knownComposer } from "./site.ts";

/** Where a person writes. A field holds a value; anything else holds its text as DOM. */
export type Composer =
  | { readonly kind: "field"; readonly element: HTMLTextAreaElement | HTMLInputElement }
  | { readonly kind: "rich"; readonly element: HTMLElement };

const FOREIGN_ROLES = ["combobox", "searchbox", "spinbutton", "slider", "listbox"];
const FOREIGN_INPUT_MODES = ["search", "email", "tel", "url", "numeric", "decimal"];
/** Autofill field names that ask for something about the person rather than for something to say. */
const PERSONAL_AUTOFILL =
  /^(cc-|tel|email|username|one-time-code|new-password|current-password|webauthn|url|impp|bday|sex|street-address|address-|postal-code|country|name|given-name|additional-name|family-name|honorific-|transaction-)/;
/** Names of inputs that hold secrets or queries although their type is plain text. */
const SECRET_NAME =
  /pass(word|code|phrase)|pwd|\botp\b|one.?time|verification|\bcvc\b|\bcvv\b|\biban\b|\bpin\b|card.?(number|num\b|no\b)|sort.?code|account.?number|security.?(code|question|answer)/i;
const QUERY_NAME = /\bsearch|^q$|\bquery\b|e-?mail\b|\bphone\b/i;
/** Rich boxes for a query have no type to tell them by, only what they are called. */
const SEARCH_LABEL = /^(search|find)\b/;

/** Attributes whose change can make a composer stop being one. */
const DECIDING_ATTRIBUTES = [
  "type",
  "role",
  "inputmode",
  "enterkeyhint",
  "autocomplete",
  "contenteditable",
  "readonly",
  "disabled",
  "aria-readonly",
];

/** What was a password once, or masked as one, stays out of bounds when a “show password” button turns it into text. */
const oncePasswords = new WeakSet<Element>();

/** The composer that holds the focused element, or null when it is none or none of our business. */
export function composerAt(focused: Element): Composer | null {
  if (!(focused instanceof HTMLElement)) return null;
  const composer = fieldAt(focused) ?? richAt(focused);
  if (!composer || isOutOfBounds(composer.element) || isOutOfBounds(focused)) return null;
  const known = knownComposer(composer.element, addressOf(focused.ownerDocument));
  return known?.surface === null ? null : composer;
}

/** Tells whenever something changed by which an element is a composer, or none. */
export function watchTurns(element: Element, signal: AbortSignal, turned: () => void): void {
  const attributes = new MutationObserver(turned);
  attributes.observe(element, { attributes: true, attributeFilter: DECIDING_ATTRIBUTES });
  signal.addEventListener("abort", () => attributes.disconnect());
}

/** Tells when the composer is none any more: the page turned it into something else, or took it out. */
export function watchNature(composer: Composer, signal: AbortSignal, over: () => void): void {
  const { element } = composer;
  watchTurns(element, signal, () => isStill(composer) || over());
  // An element that is taken out of the page has no size left; its own observers hear nothing of it.
  const presence = new ResizeObserver(() => element.isConnected || over());
  presence.observe(element);
  signal.addEventListener("abort", () => presence.disconnect());
}

/** Whether the element may still be read: the page may have turned it into something else since. */
function isStill(composer: Composer): boolean {
  const now = composer.element.isConnected ? composerAt(composer.element) : null;
  return now?.element === composer.element;
}

function fieldAt(element: HTMLElement): Composer | null {
  if (element instanceof HTMLTextAreaElement) return writable(element) ? { kind: "field", element } : null;
  if (!(element instanceof HTMLInputElement)) return null;
  if (element.type === "password") oncePasswords.add(element);
  const ours = element.type === "text" && !hasForeignName(element) && !isOfLogin(element);
  return ours && writable(element) ? { kind: "field", element } : null;
}

function writable(element: HTMLTextAreaElement | HTMLInputElement): boolean {
  return !element.readOnly && !element.disabled;
}

/** The outermost editing host: a caption inside an editor is part of what the editor will post. */
function richAt(focused: HTMLElement): Composer | null {
  if (isFormControl(focused)) return null;
  let host: HTMLElement | null = null;
  for (let at: HTMLElement | null = focused; at; at = at.parentElement) {
    if (at.isContentEditable && isEditingHost(at)) host = at;
  }
  if (!host && focused.getAttribute("role") === "textbox") host = focused;
  return host && { kind: "rich", element: host };
}

function isEditingHost(element: HTMLElement): boolean {
  const own = element.contentEditable;
  if (own === "true" || own === "plaintext-only") return true;
  return element === element.ownerDocument.body && element.ownerDocument.designMode === "on";
}

function isFormControl(element: Element): boolean {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLButtonElement
  );
}

function isOutOfBounds(element: HTMLElement): boolean {
  const says = (name: string) => element.getAttribute(name)?.trim().toLowerCase() ?? "";
  return (
    FOREIGN_ROLES.includes(says("role")) ||
    FOREIGN_INPUT_MODES.includes(says("inputmode")) ||
    says("enterkeyhint") === "search" ||
    says("aria-readonly") === "true" ||
    SEARCH_LABEL.test(says("aria-label")) ||
    says("autocomplete")
      .split(/\s+/)
      .some((token) => PERSONAL_AUTOFILL.test(token)) ||
    isMasked(element) ||
    isInSearch(element)
  );
}

/** Whether nobody shall read it: a password, or what the page shows as dots without calling it one. */
function isMasked(element: Element): boolean {
  const shownAs = getComputedStyle(element).getPropertyValue("-webkit-text-security");
  if (shownAs !== "" && shownAs !== "none") oncePasswords.add(element);
  return oncePasswords.has(element);
}

function isInSearch(element: Element): boolean {
  for (const at of lineage(element)) {
    if (at.localName === "search" || at.getAttribute("role") === "search") return true;
  }
  return false;
}

/** A text input says what it is for in its name; a box for prose is hardly ever called a password. */
function hasForeignName(input: HTMLInputElement): boolean {
  const labels = Array.from(input.labels ?? [], (label) => label.textContent ?? "");
  const names = [input.name, input.id, input.getAttribute("aria-label") ?? "", input.placeholder, ...labels];
  return names.some((name) => SECRET_NAME.test(name) || QUERY_NAME.test(name));
}

/** What is asked for together with a password says who someone is, whatever it is called. */
function isOfLogin(input: HTMLInputElement): boolean {
  return input.form?.querySelector("input[type='password']") != null;
}
