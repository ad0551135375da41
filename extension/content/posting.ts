import { type Composer, composerAt } from "./composer.ts";
import { fingerprintOf } from "./kept.ts";
import { postButton } from "./post-button.ts";
import { postsByKey, pressAgain } from "./post-key.ts";
import { read } from "./read.ts";
import type { Session } from "./session.ts";
import { lineage } from "./shadow.ts";

/** Events of a press before its `click`, which some sites act on already. */
const OF_A_PRESS = ["pointerdown", "mousedown", "pointerup", "mouseup", "touchend"] as const;
/** How long what would be posted may take to be checked; then the press goes through. */
const PATIENCE_MS = 1000;
/** Keys that write nothing by themselves. */
const MODIFIERS = ["Shift", "Control", "Alt", "AltGraph", "Meta"];
/** As long after a press another on the same button is still the same to whoever made it. */
const DOUBLE_CLICK_MS = 500;
/** Of a thread this many pieces are remembered. */
const MOST_COMPOSERS = 25;

/** What is remembered of a composer, and nothing of its text: by fingerprints, what stood there and what was asked about. */
interface Remembered {
  serious: readonly string[];
  /** What was typed last had not been checked by then. */
  isUnchecked: boolean;
  readonly asked: Set<string>;
}

/** A press that is held back until what it would post is checked. */
interface Waiting {
  /** Lets it through at once, unless something serious is known already. */
  readonly goOn: () => void;
}

/**
 * Asks once before something serious is posted, where the person or their policy wants that.
 *
 * Only a press of the person's own is held back, and only while something serious stands that was not asked about before,
 * or until what was typed just before it is checked. Whatever fails on the way lets it go: a post that never happens is
 * worse than one that was not asked about.
 */
export class Posting {
  readonly #session: () => Session | null;
  readonly #isAlive: () => boolean;
  readonly #patience: number;
  readonly #remembered = new WeakMap<Element, Remembered>();
  /** The composers that had the focus, the last one at the front: a button takes the focus, and posts several at once. */
  #left: WeakRef<HTMLElement>[] = [];
  #holding: Element | null = null;
  #keepsFocus = false;
  #waiting: Waiting | null = null;
  /** Those whose scanner kept a press waiting in vain: none waits for it again. */
  readonly #silent = new WeakSet<Session>();
  /** The click that was held back last, until the person does anything else. */
  #asked: { readonly button: Element; readonly at: number } | null = null;
  #enterIsDown = false;
  #watching: AbortController | null = null;

  /** `isAlive` tells whether the extension still is: one that was updated or removed asks nothing. */
  constructor(session: () => Session | null, isAlive: () => boolean, patience = PATIENCE_MS) {
    this.#session = session;
    this.#isAlive = isAlive;
    this.#patience = patience;
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
    // What is written from here on is no part of what was to be posted.
    window.addEventListener("beforeinput", (event) => event.isTrusted && this.#waiting?.goOn(), options);
    window.addEventListener("keypress", (event) => this.#rest(event), options);
    window.addEventListener("keyup", (event) => this.#rest(event), options);
  }

  /** A composer got the focus. What is serious in it when it loses it is remembered. */
  began(session: Session): void {
    const { composer, signal } = session;
    const { element } = composer;
    const kept = this.#remembered.get(element) ?? { serious: [], isUnchecked: false, asked: new Set() };
    this.#remembered.set(element, kept);
    this.#left = [new WeakRef(element), ...this.#left.filter((one) => one.deref() !== element)].slice(
      0,
      MOST_COMPOSERS,
    );
    this.#followInput(session);
    signal.addEventListener("abort", () => {
      kept.serious = seriousIn(session);
      kept.isUnchecked = this.#awaits(session);
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

  /**
   * The rest of a press that is held back: the page hears none of it, and the focus stays where it is. While it is only to
   * be checked what it would post, the page hears all of it, for by the time of the click that is mostly done; only the
   * focus stays.
   */
  #pressing(event: Event): void {
    if (!event.isTrusted) return;
    if (event.type === "pointerdown") {
      if (!this.#isOfLast(event)) this.#asked = null;
      const held = this.#asked ? null : this.#toHold(event);
      const session = held && this.#sessionOf(held.composer);
      const isKnown = held && this.#hasUnasked(held.composer);
      this.#holding = this.#asked?.button ?? (isKnown ? held.button : null);
      this.#keepsFocus = session !== null;
      if (session && !isKnown) void session.check();
    }
    if (event.type === "mousedown" && (this.#holding || this.#keepsFocus)) event.preventDefault();
    if (this.#holding) event.stopImmediatePropagation();
  }

  /** A click without a press before it comes from the keyboard, or from a voice. */
  #clicked(event: MouseEvent): void {
    this.#holding = null;
    this.#keepsFocus = false;
    if (!event.isTrusted) return;
    const again = this.#isOfLast(event) ? this.#asked : null;
    const held = again ? null : this.#toHold(event);
    const button = again?.button ?? held?.button;
    if (!button) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#asked = { button, at: event.timeStamp };
    // While another press of the same post waits, this is none of its own.
    if (held && !this.#waiting) void this.#ask(held.composer, () => held.button.click());
  }

  /** Whether this is another click of a double click, the first of which led to the question. */
  #isOfLast(event: Event): boolean {
    const [last, pressed] = [this.#asked, pressedIn(event)];
    if (!last || !pressed || ![...lineage(pressed)].includes(last.button)) return false;
    return event.timeStamp - last.at < DOUBLE_CLICK_MS || (event instanceof MouseEvent && event.detail > 1);
  }

  #key(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    this.#asked = null;
    const [session, target] = [this.#session(), pressedIn(event)];
    const isInComposer = session !== null && target !== null && !session.owns(target);
    const posts = isInComposer && this.#isAlive() ? postsByKey(event, session.composer) : null;
    if (!posts && !MODIFIERS.includes(event.key)) this.#waiting?.goOn();
    if (!isInComposer || !posts) return;
    const { composer } = session;
    // Where a new line may be meant, it would be lost: no script can write it as the key does.
    const isToBeChecked = posts === "certain" && this.#awaits(session);
    if (!this.#waiting && !isToBeChecked && !this.#hasUnasked(composer)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#enterIsDown = true;
    if (!this.#waiting) void this.#ask(composer, () => pressAgain(target, composer, event));
  }

  /** The rest of a key that is held back, wherever the focus has gone meanwhile. */
  #rest(event: KeyboardEvent): void {
    if (!this.#enterIsDown || event.key !== "Enter") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === "keyup") this.#enterIsDown = false;
  }

  /** The button that would post what is serious and was not asked about, or not checked, if it was pressed, and its composer. */
  #toHold(event: Event): { button: HTMLElement; composer: Composer } | null {
    const pressed = pressedIn(event);
    if (!pressed || !this.#isAlive()) return null;
    for (const left of this.#left) {
      const element = left.deref();
      const composer = element?.isConnected ? composerAt(element) : null;
      const button = composer && postButton(pressed, composer);
      if (button && (this.#hasUnasked(composer) || this.#isUnchecked(composer))) return { button, composer };
    }
    return null;
  }

  #hasUnasked(composer: Composer): boolean {
    const session = this.#sessionOf(composer);
    const kept = this.#remembered.get(composer.element);
    if (session) return seriousIn(session).some((key) => !kept?.asked.has(key));
    return (kept?.serious.some((key) => !kept.asked.has(key)) ?? false) && holdsText(composer);
  }

  /** Whether what was typed last is still to be checked, so that nobody knows whether it is serious. */
  #isUnchecked(composer: Composer): boolean {
    const session = this.#sessionOf(composer);
    if (session) return this.#awaits(session);
    return this.#remembered.get(composer.element)?.isUnchecked === true && holdsText(composer);
  }

  #awaits(session: Session): boolean {
    return session.isUnchecked && !this.#silent.has(session);
  }

  #sessionOf({ element }: Composer): Session | null {
    const session = this.#session();
    return session?.composer.element === element ? session : null;
  }

  /**
   * Opens the panel with the question, once what would be posted is checked. Where nothing is serious, and where that
   * cannot be told or asked, the press goes through.
   */
  async #ask(composer: Composer, post: () => void): Promise<void> {
    const isKnown = this.#hasUnasked(composer);
    const goOn = () => {
      this.#waiting = null;
      post();
    };
    const waiting = { goOn: isKnown ? () => {} : goOn };
    this.#waiting = waiting;
    const session = await this.#checked(composer).catch(() => null);
    if (this.#waiting !== waiting) return;
    if (!session || !this.#hasUnasked(composer)) {
      goOn();
      return;
    }
    this.#waiting = null;
    for (const key of seriousIn(session)) this.#remembered.get(composer.element)?.asked.add(key);
    session.openPanel({
      says: "Before you post: please look at what would break the policy as it stands. You decide.",
      buttons: [
        { label: "Edit", pressed: () => {} },
        { label: "Post anyway", pressed: post },
      ],
    });
  }

  /** The session of a composer, begun again where the focus had gone to the button, once its text is checked. */
  async #checked(composer: Composer): Promise<Session | null> {
    if (!this.#sessionOf(composer)) composer.element.focus({ preventScroll: true });
    const session = this.#sessionOf(composer);
    if (session && this.#awaits(session) && !(await inTime(session.check(), this.#patience))) this.#silent.add(session);
    return this.#sessionOf(composer);
  }
}

/** Whether this was done within so many milliseconds. */
async function inTime(work: Promise<unknown>, patience: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<false>((over) => {
    timer = setTimeout(() => over(false), patience);
  });
  try {
    return await Promise.race([work.then(() => true), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

function holdsText(composer: Composer): boolean {
  // What was posted or deleted since is gone.
  return read(composer).text.trim() !== "";
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
