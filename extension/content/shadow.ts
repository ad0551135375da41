/** Seeing through shadow roots, closed ones too where the browser lets an extension. */

interface OpensShadowRoots {
  openOrClosedShadowRoot?: (element: HTMLElement) => ShadowRoot | null;
}

/** The element's shadow root, whatever its mode; on an ordinary page only an open one. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (!(element instanceof HTMLElement)) return element.shadowRoot;
  const chromium: OpensShadowRoots | undefined = globalThis.chrome?.dom;
  if (chromium?.openOrClosedShadowRoot) return chromium.openOrClosedShadowRoot(element);
  if ("openOrClosedShadowRoot" in element) return element.openOrClosedShadowRoot as ShadowRoot | null;
  return element.shadowRoot;
}

/** The focused element and the shadow roots on the way to it, outermost first. */
export function deepActive(document: Document): { active: Element | null; roots: ShadowRoot[] } {
  const roots: ShadowRoot[] = [];
  let active = document.activeElement;
  while (active) {
    const root = shadowRootOf(active);
    if (!root?.activeElement) {
      // Focus inside a root that shows no active element may still move there later.
      if (root) roots.push(root);
      break;
    }
    roots.push(root);
    active = root.activeElement;
  }
  return { active, roots };
}

/** The element that holds this one, through the shadow root's host where there is one. */
export function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** The element itself and everything that holds it. */
export function* lineage(element: Element): Generator<Element> {
  for (let at: Element | null = element; at; at = parentOf(at)) yield at;
}
