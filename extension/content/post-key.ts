import type { Composer } from "./composer.ts";
import { submits } from "./post-button.ts";
import { read } from "./read.ts";
import { addressOf, knownComposer, postButtonsOf, sendsOnEnter } from "./site.ts";
import { surfaceOf } from "./surface.ts";

/** Types of the lines of a form that let Enter submit it only if there is no other. */
const LINES = /^(text|search|tel|url|email|password|date|month|week|time|datetime-local|number)$/;

/** Whether a key posts what the composer holds, without a button: as its site or its form has it, or by what is usual. */
export function postsByKey(event: KeyboardEvent, composer: Composer): "certain" | "likely" | null {
  if (event.key !== "Enter" || event.isComposing || event.altKey || event.shiftKey) return null;
  if (event.ctrlKey || event.metaKey) return "certain";
  if (isOffered(composer.element)) return null;
  const known = knownComposer(composer.element, addressOf(document));
  if (known) return sendsOnEnter(known) ? "certain" : null;
  const isLine = composer.element instanceof HTMLInputElement;
  if (isLine) return composer.element.form === null ? null : "certain";
  return surfaceOf(composer, addressOf(document)) === "message" ? "likely" : null;
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

/**
 * Presses a key again that was held back. A script's key does nothing by itself, and a site may ignore it: what nobody took
 * is done as the browser does it in a line, and by the site's own button where the site is known to send by that key.
 */
export function pressAgain(target: Element, composer: Composer, pressed: KeyboardEvent): void {
  const { key, code, keyCode, ctrlKey, metaKey } = pressed;
  const same = {
    key,
    code,
    keyCode,
    which: keyCode,
    ctrlKey,
    metaKey,
    bubbles: true,
    cancelable: true,
    composed: true,
  };
  const press = (type: string, more = {}) => target.dispatchEvent(new KeyboardEvent(type, { ...same, ...more }));
  const before = read(composer).text;
  const isLeft = press("keydown") && press("keypress", { charCode: keyCode });
  const isLine = target instanceof HTMLInputElement;
  if (isLeft && isLine) submitAsEnter(target);
  press("keyup");
  // Where Enter sends, a site takes it for itself, or the browser would write a new line. With Ctrl it need not.
  if (isLeft && !isLine && !ctrlKey && !metaKey && read(composer).text === before) pressButton(composer);
}

/** Does what the browser does at Enter in a line: it clicks the form's default button, or submits a form that has none. */
function submitAsEnter({ form }: HTMLInputElement): void {
  if (!form) return;
  const parts = [...form.elements].filter((part) => part instanceof HTMLElement);
  const button = parts.find(submits);
  if (button) button.click();
  // Of several lines without a button none submits.
  else if (parts.filter((part) => part instanceof HTMLInputElement && LINES.test(part.type)).length === 1) {
    form.requestSubmit();
  }
}

/** Presses the one button that the site's adapter knows to send as Enter does. */
function pressButton({ element }: Composer): void {
  const known = knownComposer(element, addressOf(document));
  const buttons = known && sendsOnEnter(known) ? postButtonsOf(known) : [];
  const [button, ...others] = buttons.filter((one) => one.checkVisibility() && !one.matches(DISABLED));
  if (button instanceof HTMLElement && others.length === 0) button.click();
}

const DISABLED = ":disabled, [aria-disabled='true']";
