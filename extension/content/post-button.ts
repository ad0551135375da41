import type { Composer } from "./composer.ts";
import { lineage } from "./shadow.ts";
import { addressOf, knownComposer, postsOnPress, sendsOnEnter } from "./site.ts";
import { surfaceOf } from "./surface.ts";

/** What a button says that posts, where the site's adapter does not know it. */
const POSTS =
  /^(post|post all|post now|send|send now|send message|reply|reply all|tweet|publish|publish now|share|share now|comment|add comment|submit|save|save changes|update|done)[.!]?$/i;
const BUTTON = "button, [role='button'], input[type='submit'], input[type='image']";
/** Types of the lines of a form that let Enter submit it only if there is no other. */
const LINES = /^(text|search|tel|url|email|password|date|month|week|time|datetime-local|number)$/;
/** What holds a composer together with its button on most sites. */
const AROUND = "form, dialog, [role='dialog'], article, [role='article']";
/** How far around a composer its button is looked for where nothing holds the two together. */
const NEAR = 8;

/** The button that posts what the composer holds, if it is what was pressed; null when it is anything else. */
export function postButton(pressed: Element, { element }: Composer): HTMLElement | null {
  const around = [...lineage(pressed)];
  const button = around.find((one): one is HTMLElement => one instanceof HTMLElement && one.matches(BUTTON));
  if (!button || around.includes(element)) return null;
  const known = knownComposer(element, addressOf(document));
  if (known?.row.button !== undefined) return postsOnPress(known, pressed) ? button : null;
  if (!placeOf(element).some((one) => around.includes(one))) return null;
  return submits(button) || POSTS.test(nameOf(button)) ? button : null;
}

/** Whether this key posts what the composer holds, without a button. */
export function postsByKey(event: KeyboardEvent, composer: Composer): boolean {
  if (event.key !== "Enter" || event.isComposing || event.altKey || event.shiftKey) return false;
  if (event.ctrlKey || event.metaKey) return true;
  if (isOffered(composer.element)) return false;
  const known = knownComposer(composer.element, addressOf(document));
  if (known) return sendsOnEnter(known);
  const isLine = composer.element instanceof HTMLInputElement;
  if (isLine) return composer.element.form !== null;
  return surfaceOf(composer, addressOf(document)) === "message";
}

/** Whether suggestions are shown, such as of names, one of which Enter picks. */
function isOffered(element: Element): boolean {
  if (element.getAttribute("aria-expanded") === "true") return true;
  const id = element.getAttribute("aria-activedescendant");
  const root = element.getRootNode();
  // Some sites name one that is only there while there are suggestions.
  const active = id && (root instanceof Document || root instanceof ShadowRoot) ? root.getElementById(id) : null;
  return active?.checkVisibility() ?? false;
}

/** Does what the browser does at Enter in a line: it clicks the form's default button, or submits a form that has none. */
export function submitAsEnter({ form }: HTMLInputElement): void {
  if (!form) return;
  const parts = [...form.elements].filter((part) => part instanceof HTMLElement);
  const button = parts.find(submits);
  if (button) button.click();
  // Of several lines without a button none submits.
  else if (parts.filter((part) => part instanceof HTMLInputElement && LINES.test(part.type)).length === 1) {
    form.requestSubmit();
  }
}

/** The innermost form, dialog or article around the composer, or else what is near it. */
function placeOf(element: Element): Element[] {
  const around = [...lineage(element)];
  const holder = around.find((one) => one.matches(AROUND));
  return holder ? [holder] : around.slice(1, NEAR).filter((one) => one !== document.body && one.localName !== "html");
}

/** Buttons of a form submit it unless they say otherwise; those of editors' toolbars do. */
function submits(button: HTMLElement): boolean {
  if (button instanceof HTMLInputElement) return button.type === "submit" || button.type === "image";
  return button instanceof HTMLButtonElement && button.type === "submit" && button.form !== null;
}

function nameOf(button: HTMLElement): string {
  const name =
    button.getAttribute("aria-label") ?? (button instanceof HTMLInputElement ? button.value : button.innerText);
  return name.trim();
}
