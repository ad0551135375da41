import { Absence } from "./absence.ts";
import { Presses } from "./presses.ts";
import { lineage } from "./shadow.ts";

/** Nothing that the page styles may reach the host, and the host may not take part in the page's layout. */
const HOST_STYLE = `:host { all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important;
  width: 0 !important; height: 0 !important; display: block !important; }
@media print { :host { display: none !important; } }`;

/** Events of ours that would be news to a page: its shortcuts, its focus traps, its ideas of a click elsewhere. */
const PRIVATE_EVENTS = [
  "focus",
  "focusin",
  "focusout",
  "blur",
  "pointerdown",
  "pointerup",
  "mousedown",
  "mouseup",
  "touchstart",
  "touchend",
  "dblclick",
  "auxclick",
  "contextmenu",
  "selectstart",
];

/** A page that holds everything behind its dialog still would hold what is ours still too. The browser scrolls it unheard. */
const SCROLLING = ["wheel", "mousewheel", "DOMMouseScroll", "MozMousePixelScroll", "touchmove"];

const PRIVATE_KEYS = ["keydown", "keypress", "keyup"] as const;

/** What happens in our own elements, told before the page could hear of it. */
export interface LayerEvents {
  keydown(event: KeyboardEvent): void;
  /** Focus left our elements for nowhere: another window, or a part of the page that takes none. */
  focusLost(): void;
  /** Focus came from our elements back to where the person writes. */
  cameBack(): void;
  /** The page took our elements away, and they are back: nothing of them is open any more. */
  returned(): void;
  /** The page will not have them, however often they come back. */
  refused(): void;
}

/** How often they come back to a page that takes them away; one that draws itself anew does so now and then. */
const MOST_RETURNS = 5;

/**
 * The one element of ours that a page can see: a bare host with a closed shadow root, made when first needed.
 *
 * It stands inside the dialog that holds the composer, if one does: outside of a modal one it would be inert, and any
 * that traps focus would take it back. So it does in a popover, which closes when something outside of it is pressed.
 */
export class Layer {
  readonly #composer: Element;
  readonly #events: LayerEvents;
  readonly #absence: Absence;
  readonly #presence = new MutationObserver(() => this.#stay());
  #returns = 0;
  #host: HTMLElement | null = null;
  #root: ShadowRoot | null = null;
  #presses: Presses | null = null;
  readonly #adopted = new Set<string>();
  readonly #unzoom = new CSSStyleSheet();

  constructor(composer: Element, events: LayerEvents, signal: AbortSignal) {
    this.#composer = composer;
    this.#events = events;
    const cameBack = () => events.cameBack();
    this.#absence = new Absence(composer, { isOurs: (target) => this.owns(target), cameBack }, signal);
    for (const type of PRIVATE_EVENTS) {
      window.addEventListener(type, (event) => this.#keepPrivate(event), { capture: true, signal });
    }
    for (const type of SCROLLING) {
      // One that could hold a page's scrolling up would make all of it slower.
      const moved = (event: Event) => this.#isOurs(event) && event.stopImmediatePropagation();
      window.addEventListener(type, moved, { capture: true, passive: true, signal });
    }
    window.addEventListener("click", (event) => this.#clicked(event), { capture: true, signal });
    for (const type of PRIVATE_KEYS) {
      // Nearly every key is pressed in the composer: no more is asked of it than where the focus is.
      const pressed = (event: KeyboardEvent) => this.active && this.#keepPrivate(event);
      window.addEventListener(type, pressed, { capture: true, signal });
    }
    signal.addEventListener("abort", () => this.#remove());
  }

  /** The focused element among ours. */
  get active(): Element | null {
    return this.#root?.activeElement ?? null;
  }

  /** Whether this is the host, or one of the elements in it. */
  owns(target: EventTarget | null): boolean {
    if (target === null || !this.#host) return false;
    return target === this.#host || (target instanceof Node && target.getRootNode() === this.#root);
  }

  /** Adds an element of ours to the page. */
  append(element: Element): void {
    this.#open().append(element);
  }

  /** Adds a style sheet, once; constructed ones are the only ones that a strict page lets through everywhere. */
  adopt(css: string): void {
    if (this.#adopted.has(css)) return;
    this.#adopted.add(css);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    const root = this.#open();
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  /** Goes to where it belongs by now: what is on the full screen keeps the rest of the page out. */
  settle(): void {
    if (this.#host) this.#place(this.#host);
  }

  /** Leaves the focus where the person writes, if it is among ours: with our elements it would be gone. */
  giveFocusBack(): void {
    if (this.active && this.#composer instanceof HTMLElement) this.#composer.focus({ preventScroll: true });
  }

  #open(): ShadowRoot {
    if (this.#root) return this.#root;
    const host = document.createElement("div");
    const root = host.attachShadow({ mode: "closed" });
    this.#host = host;
    this.#root = root;
    this.#presses = new Presses(root);
    this.adopt(HOST_STYLE);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#unzoom];
    // The page's own listeners further up must not take a click in the card for one beside it.
    host.addEventListener("click", (event) => event.stopPropagation());
    this.#place(host);
    return root;
  }

  #place(host: HTMLElement): void {
    const parent = closedWorldAround(this.#composer) ?? document.documentElement;
    parent.append(host);
    // Zoom reaches into every tree, and would make larger whatever is placed where it was measured.
    this.#unzoom.replaceSync(`:host { zoom: ${1 / (parent.currentCSSZoom || 1)} !important; }`);
    this.#presence.disconnect();
    this.#presence.observe(parent, { childList: true });
  }

  /** Comes back when the page has taken the host away, but not into a quarrel without end. */
  #stay(): void {
    const host = this.#host;
    if (!host || host.isConnected || !this.#composer.isConnected) return;
    if (++this.#returns > MOST_RETURNS) {
      this.#events.refused();
      return;
    }
    this.#place(host);
    this.#events.returned();
  }

  /** In a shadow tree of the page's the target is the tree's own host; the path tells what is in there. */
  #isOurs(event: Event): boolean {
    return this.#host !== null && event.composedPath().some((one) => this.owns(one));
  }

  #clicked(event: MouseEvent): void {
    if (event.isTrusted && this.#isOurs(event) && this.#presses?.ended(event)) event.stopImmediatePropagation();
  }

  #keepPrivate(event: Event): void {
    const events = this.#events;
    if (!this.#isOurs(event)) return;
    event.stopImmediatePropagation();
    if (event.type === "pointerdown" || event.type === "keydown") this.#presses?.began(event);
    // Pressing a button of ours must not take the focus, and with it the caret, out of the editor.
    if (event.type === "mousedown") event.preventDefault();
    if (event instanceof KeyboardEvent && event.type === "keydown") events.keydown(event);
    if (!(event instanceof FocusEvent)) return;
    // The first of the two: at the second, whoever follows the focus may have ended everything.
    if (event.type === "blur") this.#absence.wentOut(event.relatedTarget);
    if (event.type === "focusout" && !event.relatedTarget) events.focusLost();
  }

  #remove(): void {
    this.#presence.disconnect();
    this.#host?.remove();
    this.#host = null;
    this.#root = null;
    this.#presses = null;
  }
}

/** What may keep the rest of the page out: the full screen, dialogs by nature or role, what a press beside it closes. */
const CLOSED_WORLDS =
  ":fullscreen, dialog:modal, [role='dialog'], [role='alertdialog'], dialog[open][closedby='any'], :popover-open";

/** The innermost of them around a composer. What it is itself cannot hold anything of ours: that would be written text. */
function closedWorldAround(composer: Element): Element | null {
  for (const at of lineage(composer)) if (at !== composer && at.matches(CLOSED_WORLDS)) return at;
  return null;
}
