import { type Composer, composerAt } from "./composer.ts";
import { fingerprintOf } from "./kept.ts";
import { postButton, postsByKey, submitAsEnter } from "./post-button.ts";
import { read } from "./read.ts";
import type { Session } from "./session.ts";
import { lineage } from "./shadow.ts";

/** Events of a press before its `click`, which some sites act on already. */
const OF_A_PRESS = ["pointerdown", "mousedown", "pointerup", "mouseup", "touchend"] as const;
/** How long a composer that had lost the focus may take to be checked again; then the press goes through. */
const PATIENCE_MS = 1000;
const LOOK_MS = 30;
/** As long after a press another on the same button is still the same to whoever made it. */
const DOUBLE_CLICK_MS = 500;
/** Of a thread this many pieces are remembered. */
const MOST_COMPOSERS = 25;

/** What is remembered of a composer, and nothing of its text: by fingerprints, what stood there and what was asked about. */
interface Remembered {
  serious: readonly string[];
  readonly asked: Set<string>;
}

/**
 * Asks once before something serious is posted, where the person or their policy wants that.
 *
 * Only a press of the person's own is held back, and only while what is serious stands and was not asked about before.
 * Whatever fails on the way lets it go.
 */
export class Posting {
  readonly #session: () => Session | null;
  readonly #isAlive: () => boolean;
  readonly #remembered = new WeakMap<Element, Remembered>();
  /** The composers that had the focus, the last one at the front: a button takes the focus, and posts several at once. */
  #left: WeakRef<HTMLElement>[] = [];
  #holding: Element | null = null;
  /** The press that was asked about last, until the person does anything else. */
  #asked: { readonly button: Element; readonly at: number } | null = null;
  #enterIsDown = false;
  #watching: AbortController | null = null;

  /** `isAlive` tells whether the extension still is: one that was updated or removed asks nothing. */
  constructor(session: () => Session | null, isAlive: () => boolean) {
    this.#session = session;
    this.#isAlive = isAlive;
  }

  /** Whether it asks. While it does not, it hears nothing of the page. */
  set on(on: boolean) {
    if (on === (this.#watching !== null)) return;
    this.#watching?.abort();
    this.#watching = on ? new AbortController() : null;
    if (!this.#watching) return;
    const session = this.#session();
    if (session) this.#followInput(session);
    const options = { capture: true, signal: this.#watching.signal };
    for (const type of OF_A_PRESS) window.addEventListener(type, (event) => this.#pressing(event), options);
    window.addEventListener("click", (event) => this.#clicked(event), options);
    window.addEventListener("keydown", (event) => this.#key(event), options);
    window.addEventListener("keypress", (event) => this.#rest(event), options);
    window.addEventListener("keyup", (event) => this.#rest(event), options);
  }

  /** A composer got the focus. What is serious in it when it loses it is remembered. */
  began(session: Session): void {
    const { composer, signal } = session;
    const { element } = composer;
    const kept = this.#remembered.get(element) ?? { serious: [], asked: new Set() };
    this.#remembered.set(element, kept);
    this.#left = [new WeakRef(element), ...this.#left.filter((one) => one.deref() !== element)].slice(
      0,
      MOST_COMPOSERS,
    );
    this.#followInput(session);
    signal.addEventListener("abort", () => {
      kept.serious = seriousIn(session);
    });
  }

  /** Another post that is begun in the same composer has been asked about nothing. */
  #followInput({ composer, signal }: Session): void {
    if (!this.#watching) return;
    const startedAnew = () => {
      if (read(composer).text.trim().length <= 1) this.#remembered.get(composer.element)?.asked.clear();
    };
    const both = AbortSignal.any([signal, this.#watching.signal]);
    composer.element.addEventListener("input", startedAnew, { passive: true, signal: both });
  }

  /** The rest of a press that is held back: the page hears none of it, and the focus stays where it is. */
  #pressing(event: Event): void {
    if (!event.isTrusted) return;
    if (event.type === "pointerdown") {
      if (!this.#isOfLast(event)) this.#asked = null;
      this.#holding = this.#asked?.button ?? this.#toHold(event)?.button ?? null;
    }
    if (!this.#holding) return;
    event.stopImmediatePropagation();
    if (event.type === "mousedown") event.preventDefault();
  }

  /** A click without a press before it comes from the keyboard, or from a voice. */
  #clicked(event: MouseEvent): void {
    this.#holding = null;
    if (!event.isTrusted) return;
    const again = this.#isOfLast(event) ? this.#asked : null;
    const held = again ? null : this.#toHold(event);
    const button = again?.button ?? held?.button;
    if (!button) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#asked = { button, at: event.timeStamp };
    if (held) void this.#ask(held.composer, () => held.button.click());
  }

  /** Whether this is another click of a double click, the first of which led to the question. */
  #isOfLast(event: Event): boolean {
    const [last, pressed] = [this.#asked, pressedIn(event)];
    if (!last || !pressed || ![...lineage(pressed)].includes(last.button)) return false;
    return event.timeStamp - last.at < DOUBLE_CLICK_MS || (event instanceof MouseEvent && event.detail > 1);
  }

  #key(event: KeyboardEvent): void {
    const [session, target] = [this.#session(), pressedIn(event)];
    if (event.isTrusted) this.#asked = null;
    if (!event.isTrusted || !session || !target || session.owns(target) || !this.#isAlive()) return;
    if (!postsByKey(event, session.composer) || !this.#hasUnasked(session.composer)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#enterIsDown = true;
    const { key, code, keyCode, ctrlKey, metaKey } = event;
    const again = {
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
    void this.#ask(session.composer, () => {
      const isLeftToBrowser = target.dispatchEvent(new KeyboardEvent("keydown", again));
      // A key that nobody pressed submits no form by itself.
      if (isLeftToBrowser && target instanceof HTMLInputElement) submitAsEnter(target);
      target.dispatchEvent(new KeyboardEvent("keyup", again));
    });
  }

  /** The rest of a key that is held back, wherever the focus has gone meanwhile. */
  #rest(event: KeyboardEvent): void {
    if (!this.#enterIsDown || event.key !== "Enter") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === "keyup") this.#enterIsDown = false;
  }

  /** The button that would post something serious that was not asked about, if it was pressed, and what it would post. */
  #toHold(event: Event): { button: HTMLElement; composer: Composer } | null {
    const pressed = pressedIn(event);
    if (!pressed || !this.#isAlive()) return null;
    for (const left of this.#left) {
      const element = left.deref();
      const composer = element?.isConnected ? composerAt(element) : null;
      const button = composer && this.#hasUnasked(composer) && postButton(pressed, composer);
      if (button) return { button, composer };
    }
    return null;
  }

  #hasUnasked(composer: Composer): boolean {
    const session = this.#session();
    const kept = this.#remembered.get(composer.element);
    if (session?.composer.element === composer.element) return seriousIn(session).some((key) => !kept?.asked.has(key));
    // What was posted or deleted since is gone.
    return (kept?.serious.some((key) => !kept.asked.has(key)) ?? false) && read(composer).text.trim() !== "";
  }

  /** Opens the panel with the question; where it cannot be opened, the press goes through. */
  async #ask(composer: Composer, post: () => void): Promise<void> {
    const session = await this.#sessionOf(composer);
    const kept = this.#remembered.get(composer.element);
    if (!session || !kept) {
      post();
      return;
    }
    for (const key of seriousIn(session)) kept.asked.add(key);
    session.openPanel({
      says: "Before you post: please look at what would break the policy as it stands. You decide.",
      buttons: [
        { label: "Edit", pressed: () => {} },
        { label: "Post anyway", pressed: post },
      ],
    });
  }

  /** The session of a composer with something serious in it, begun again where the focus had gone to the button. */
  async #sessionOf({ element }: Composer): Promise<Session | null> {
    if (this.#session()?.composer.element !== element) element.focus({ preventScroll: true });
    for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
      const session = this.#session();
      if (session?.composer.element !== element) return null;
      if (seriousIn(session).length > 0) return session;
      await new Promise((done) => setTimeout(done, LOOK_MS));
    }
    return null;
  }
}

/** What is serious now, as fingerprints. */
function seriousIn({ findings, notes }: Session): string[] {
  const ofText = findings
    .filter(({ severity }) => severity === "serious")
    .map(({ rule, found: { text, finding } }) => fingerprintOf(`${rule} ${text.slice(finding.start, finding.end)}`));
  return [...ofText, ...notes.filter(({ severity }) => severity === "serious").map(({ id }) => `note ${id}`)];
}

function pressedIn(event: Event): Element | null {
  const [target] = event.composedPath();
  return target instanceof Element ? target : null;
}
