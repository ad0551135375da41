import type { Composer } from "./composer.ts";
import { lineage } from "./shadow.ts";
import { addressOf, knownComposer, postsOnPress } from "./site.ts";

/** What a button says that posts, where the site's adapter does not know it. */
const POSTS =
  /^(post|post all|post now|send|send now|send message|reply|reply all|tweet|publish|publish now|share|share now|comment|add comment|submit|save|save changes|update|done)[.!]?$/i;
const BUTTON = "button, [role='button'], input[type='submit'], input[type='image']";
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

/** The innermost form, dialog or article around the composer, or else what is near it. */
function placeOf(element: Element): Element[] {
  const around = [...lineage(element)];
  const holder = around.find((one) => one.matches(AROUND));
  return holder ? [holder] : around.slice(1, NEAR).filter((one) => one !== document.body && one.localName !== "html");
}

/** Buttons of a form submit it unless they say otherwise; those of editors' toolbars do. */
export function submits(button: HTMLElement): boolean {
  if (button instanceof HTMLInputElement) return button.type === "submit" || button.type === "image";
  return button instanceof HTMLButtonElement && button.type === "submit" && button.form !== null;
}

function nameOf(button: HTMLElement): string {
  const name =
    button.getAttribute("aria-label") ?? (button instanceof HTMLInputElement ? button.value : button.innerText);
  return name.trim();
}
