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
    // At the window a page that keeps events from its document does not keep them from here.
    const target = root === document ? window : root;
    target.addEventListener("focusin", look, { capture: true, passive: true, signal });
    target.addEventListener("focusout", left, { capture: true, passive: true, signal });
  };

  const look = () => {
    const { active, roots } = deepActive(document);
    for (const root of roots) watch(root);
    moved(active);
  };

  // When the focus moves on within the page, the `focusin` that follows says where to.
  const left = (event: Event) => {
    // What the page's own scripts make up moves nothing.
    if (!event.isTrusted) return;
    if (!(event instanceof FocusEvent) || event.relatedTarget === null) moved(null);
  };

  watch(document);
  // A document that is edited as a whole takes the focus itself, and Firefox tells of that at its window alone.
  const ofWindow = (event: Event, then: () => void) => !event.isTrusted || event.target instanceof Element || then();
  window.addEventListener("focus", (event) => ofWindow(event, look), { passive: true, signal });
  window.addEventListener("blur", (event) => ofWindow(event, () => moved(null)), { passive: true, signal });
  window.addEventListener("pagehide", () => moved(null), { signal });
  window.addEventListener("pageshow", (event) => event.persisted && look(), { signal });
  look();
}
