import { deepActive } from "./shadow.ts";

/** Told where the focus is, as deep as shadow roots go; null when it left the document. */
export type FocusListener = (focused: Element | null) => void;

/**
 * Watches the focus of a document and of the shadow roots that it enters.
 *
 * A move within one shadow root is not told outside of it, so each root on the way is listened to once it was entered.
 */
export function watchFocus(signal: AbortSignal, moved: FocusListener): void {
  const watched = new WeakSet<Node>();

  const watch = (root: Document | ShadowRoot) => {
    if (watched.has(root)) return;
    watched.add(root);
    root.addEventListener("focusin", look, { capture: true, passive: true, signal });
    root.addEventListener("focusout", left, { capture: true, passive: true, signal });
  };

  const look = () => {
    const { active, roots } = deepActive(document);
    for (const root of roots) watch(root);
    moved(active);
  };

  // When the focus moves on within the page, the `focusin` that follows says where to.
  const left = (event: Event) => {
    if (!(event instanceof FocusEvent) || event.relatedTarget === null) moved(null);
  };

  watch(document);
  window.addEventListener("pagehide", () => moved(null), { signal });
  window.addEventListener("pageshow", (event) => event.persisted && look(), { signal });
  look();
}
