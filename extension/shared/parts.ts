/** The named parts of an extension page. */

/** The element with this id, which the page's HTML is known to have. */
export function part<E extends HTMLElement>(id: string, type: new () => E): E {
  const element = document.getElementById(id);
  if (element instanceof type) return element;
  throw new Error(`The page has no ${type.name} with the id “${id}”.`);
}

export function say(id: string, text: string): void {
  part(id, HTMLElement).textContent = text;
}

/** Says which keys go to the next marked part, or how to give it some. */
export function sayKeys(id: string, keys: string | null): void {
  say(
    id,
    keys
      ? `${keys} moves to the next marked part and explains it. Escape goes back to where you were writing.`
      : "There are no keys for the next marked part yet: your browser’s page of extension shortcuts can set them.",
  );
}
