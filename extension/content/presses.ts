/** What was pressed, and by what. */
interface Press {
  readonly on: Element;
  readonly byKey: boolean;
}

const PRESSED = "button, summary";

/**
 * Clicks what is pressed in a closed shadow tree of ours, without the page hearing of it: one that closes its composer
 * when anything else is clicked, and hears of clicks before the tree does, would close it for a look at a card.
 */
export class Presses {
  readonly #root: ShadowRoot;
  #begun: Press | null = null;

  constructor(root: ShadowRoot) {
    this.#root = root;
  }

  /** Takes note of where a press begins. */
  began(event: Event): void {
    const byKey = event instanceof KeyboardEvent && (event.key === "Enter" || event.key === " ");
    const by = event instanceof PointerEvent ? this.#at(event) : byKey && this.#root.activeElement;
    if (by) this.#begun = { on: by, byKey };
  }

  /** Clicks what was pressed. Answers whether that is known: a click without a press, as a screen reader's, is let go on. */
  ended(click: MouseEvent): boolean {
    const begun = this.#begun;
    this.#begun = null;
    const byKey = click.detail === 0;
    const on = byKey ? begun?.on : this.#at(click);
    if (!begun || !on || begun.byKey !== byKey) return false;
    click.preventDefault();
    const { detail, clientX, clientY } = click;
    const again = { bubbles: true, cancelable: true, detail, clientX, clientY };
    // Where the button went up on another than it went down on, nothing was clicked.
    if (begun.on.closest(PRESSED) === on.closest(PRESSED)) on.dispatchEvent(new MouseEvent("click", again));
    return true;
  }

  #at({ clientX, clientY }: MouseEvent): Element | null {
    return this.#root.elementFromPoint(clientX, clientY);
  }
}
