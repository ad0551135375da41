import { lineage } from "./shadow.ts";

/** Who is told that the focus is among ours, and where it went from there. */
export interface AbsenceEvents {
  isOurs(target: EventTarget | null): boolean;
  /** The focus came from something of ours to where the person writes. */
  cameBack(): void;
}

/**
 * The time that the focus is in something of ours and not where the person writes. Many pages close a composer that the
 * focus has left, so theirs hears nothing of it, nor of the way back. Only if the focus goes on to anything else is it told
 * that it has lost it.
 */
export class Absence {
  readonly #composer: Element;
  readonly #events: AbsenceEvents;
  /** What had the focus, and still has it as far as the page was told. */
  #left: Element | null = null;

  constructor(composer: Element, events: AbsenceEvents, signal: AbortSignal) {
    this.#composer = composer;
    this.#events = events;
    // Of a move within one shadow tree nothing is heard outside of it.
    const roots = [...lineage(composer)].map((one) => one.getRootNode()).filter((root) => root instanceof ShadowRoot);
    const listen = (root: EventTarget, type: string, heard: (at: Element, event: Event) => void) => {
      const told = (event: Event) => {
        const at = event instanceof FocusEvent && this.#events.isOurs(event.relatedTarget) ? this.#at(event) : null;
        if (at) heard(at, event);
      };
      root.addEventListener(type, told, { capture: true, signal });
    };
    for (const root of [window, ...new Set(roots)]) {
      for (const type of ["blur", "focusout"]) listen(root, type, (at, event) => this.#leaving(at, event));
      listen(root, "focus", (at, event) => this.#focused(at, event));
      listen(root, "focusin", (at, event) => this.#focusedIn(at, event));
    }
  }

  /** The focus went out of ours; to null where it is nowhere from then on. */
  wentOut(to: EventTarget | null): void {
    const element = to instanceof Element ? to : null;
    // Whether it goes to the composer or beside it, in a tree that is closed from here, shows when it gets there.
    if (!element || !(this.#isAround(element) || this.#isInComposer(element))) this.#wentOn(element);
  }

  /** The page is told as it would have been. */
  #wentOn(to: Element | null): void {
    const left = this.#left;
    this.#left = null;
    if (!left?.isConnected) return;
    for (const [type, bubbles] of [["blur", false] as const, ["focusout", true] as const]) {
      left.dispatchEvent(new FocusEvent(type, { bubbles, composed: true, relatedTarget: to }));
    }
  }

  #leaving(at: Element, event: Event): void {
    if (!this.#isInComposer(at)) return;
    this.#left = at;
    event.stopImmediatePropagation();
  }

  #focused(at: Element, event: Event): void {
    if (at === this.#left) event.stopImmediatePropagation();
    else this.#wentOn(at);
  }

  #focusedIn(at: Element, event: Event): void {
    if (at === this.#left) {
      this.#left = null;
      event.stopImmediatePropagation();
    }
    if (this.#isInComposer(at)) this.#events.cameBack();
  }

  /** Where it happens; null when that is among ours too. */
  #at(event: Event): Element | null {
    const [at] = event.composedPath();
    if (!event.isTrusted || !(at instanceof Element) || this.#events.isOurs(at)) return null;
    // Of a closed tree only its host is told.
    return at !== this.#composer && at.shadowRoot === null && this.#isAround(at) ? this.#composer : at;
  }

  #isAround(at: Element): boolean {
    for (const one of lineage(this.#composer)) if (one === at) return true;
    return false;
  }

  #isInComposer(at: Element): boolean {
    for (const one of lineage(at)) if (one === this.#composer) return true;
    return false;
  }
}
