/** The named parts of an extension page. */
import type { Keys } from "./state.ts";

/** The element with this id, which the page's HTML is known to have. */
export function part<E extends HTMLElement>(id: string, type: new () => E): E {
  const element = document.getElementById(id);
  if (element instanceof type) return element;
  throw new Error(`The page has no ${type.name} with the id “${id}”.`);
}

export function say(id: string, text: string): void {
  part(id, HTMLElement).textContent = text;
}

/** Lists what keys do, or says how to give them something to do. */
export function listKeys(id: string, all: readonly Keys[]): void {
  const list = part(id, HTMLUListElement);
  const items = all.map(({ keys, does }) => {
    const item = document.createElement("li");
    const shown = document.createElement("kbd");
    shown.textContent = keys;
    item.append(shown, ` ${does}`);
    return item;
  });
  list.replaceChildren(...items);
  if (items.length > 0) return;
  const none = document.createElement("li");
  none.textContent = "No keys are set: your browser’s page of extension shortcuts can set them.";
  list.append(none);
}

/** What is said when the browser has no room, or no longer a place, for what was chosen. */
export const UNSAVED =
  "This could not be saved: the browser has no room left for it. What you chose before still holds. Removing other extensions’ data or freeing space on the disk may help.";
