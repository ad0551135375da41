import type { Composer } from "../composer.ts";
import type { Session } from "../session.ts";
import { lineage } from "../shadow.ts";
import { addressOf, isPostRoot } from "../site.ts";
import { NOTHING_STORED } from "./exif.ts";
import { type Attached, notesOf, SHOWS_ID, STORED_ID } from "./notes.ts";
import { isPicture, isVideo, storedInFile } from "./picture.ts";

/** Files that were attached to whichever composer stands within `scope`. */
interface Batch extends Attached {
  readonly scope: WeakRef<Element>;
}

/** What is attached to the post that a composer holds, and whether anything has been written there since. */
interface Post {
  attached: Attached;
  isWritten: boolean;
}

const DIALOGS = "dialog, [role='dialog'], [role='alertdialog']";
const COMPOSERS = "textarea, [contenteditable]:not([contenteditable='false']), [role='textbox']";
const NOTHING: Attached = { pictures: 0, videos: 0, stored: NOTHING_STORED };

/**
 * Hears of pictures that are attached, dropped or pasted, and notes what they store and what they may show at the
 * composer that they belong to. The files are only read, and only where they belong to one; no event of the page is held back.
 */
export class Pictures {
  readonly #current: () => Session | null;
  readonly #signal: AbortSignal;
  readonly #posts = new WeakMap<Element, Post>();
  #following: Session | null = null;
  /** What was attached before its composer had the focus. */
  #waiting: Batch[] = [];
  /** What was pressed last: the button that files are chosen by may stand far from where they come in. */
  #pressed: WeakRef<Element> | null = null;

  constructor(current: () => Session | null, signal: AbortSignal) {
    this.#current = current;
    this.#signal = signal;
    const options = { capture: true, passive: true, signal };
    for (const type of ["change", "drop", "paste"])
      window.addEventListener(type, (event) => this.#heard(event), options);
    window.addEventListener("click", (event) => this.#clicked(event), options);
  }

  /** A composer got the focus. */
  began(session: Session): void {
    this.#startAnew(session);
    const { element } = session.composer;
    const isMine = ({ scope }: Batch) => holds(scope, element);
    for (const batch of this.#waiting.filter(isMine)) this.#note(session, batch);
    this.#waiting = this.#waiting.filter((batch) => !isMine(batch) && !isGone(batch));
    if (this.#posts.has(element)) this.#followInput(session);
    session.signal.addEventListener("abort", () => {
      this.#startAnew(session);
      this.#following = null;
    });
  }

  #clicked(event: Event): void {
    const at = event.composedPath()[0];
    if (!event.isTrusted || !(at instanceof Element)) return;
    // The press of a label goes on to its input by itself.
    const pressed = this.#pressed?.deref();
    if (isFileInput(at) && pressed && [...(at.labels ?? [])].some((label) => label.contains(pressed))) return;
    this.#pressed = new WeakRef(at);
  }

  #heard(event: Event): void {
    const at = event.composedPath()[0];
    if (!(at instanceof Element)) return;
    const files = filesOf(event, at);
    if (!files.some((file) => isPicture(file) || isVideo(file))) return;
    const pressed = isFileInput(at) ? this.#pressed?.deref() : undefined;
    const scope = scopeOf(at) ?? (pressed && scopeOf(pressed)) ?? this.#current()?.composer.element;
    if (scope) void this.#attached(files, new WeakRef(scope));
  }

  async #attached(files: readonly File[], scope: WeakRef<Element>): Promise<void> {
    const pictures = files.filter(isPicture);
    let stored = NOTHING_STORED;
    // One after the other: none but the one that is read takes up memory.
    for (const picture of pictures) stored = both(stored, await storedInFile(picture));
    if (this.#signal.aborted) return;
    const batch = { scope, pictures: pictures.length, videos: files.filter(isVideo).length, stored };
    const session = this.#current();
    if (session && holds(scope, session.composer.element)) this.#note(session, batch);
    else this.#waiting.push(batch);
  }

  #note(session: Session, { pictures, videos, stored }: Attached): void {
    const { element } = session.composer;
    const { attached = NOTHING, isWritten = false } = this.#posts.get(element) ?? {};
    const all = {
      pictures: attached.pictures + pictures,
      videos: attached.videos + videos,
      stored: both(attached.stored, stored),
    };
    this.#posts.set(element, { attached: all, isWritten });
    this.#followInput(session);
    for (const note of notesOf(all)) session.note(note);
  }

  /** Looks at what is written, while something is attached to it. */
  #followInput(session: Session): void {
    if (this.#following === session) return;
    this.#following = session;
    const options = { passive: true, signal: session.signal };
    session.composer.element.addEventListener("input", () => this.#startAnew(session), options);
  }

  /** A composer that was written in and is empty again holds another post, and what was attached went with the one before. */
  #startAnew(session: Session): void {
    const { composer } = session;
    const post = this.#posts.get(composer.element);
    if (!post) return;
    const isEmpty = isEmptied(composer);
    if (isEmpty && post.isWritten) {
      this.#posts.delete(composer.element);
      for (const id of [STORED_ID, SHOWS_ID]) session.unnote(id);
    }
    post.isWritten = !isEmpty;
  }
}

function filesOf(event: Event, at: Element): File[] {
  if (event.type === "change") return isFileInput(at) ? [...(at.files ?? [])] : [];
  if (event instanceof DragEvent) return [...(event.dataTransfer?.files ?? [])];
  const pasted = event instanceof ClipboardEvent ? event.clipboardData : null;
  // Office programs add a picture of the words that were copied; sites take the words.
  return pasted && !pasted.types.includes("text/plain") ? [...pasted.files] : [];
}

function isFileInput(element: Element): element is HTMLInputElement {
  return element instanceof HTMLInputElement && element.type === "file";
}

/** Within what the files belong to a composer: a dialog, its form, or what its site has for that; null where to none. */
function scopeOf(element: Element): Element | null {
  const address = addressOf(document);
  for (const at of lineage(element)) {
    if (at.matches(DIALOGS)) return at;
    const hasComposer = at.querySelector(COMPOSERS) !== null;
    if (at.localName === "form" && hasComposer) return at;
    if (isPostRoot(at, address, hasComposer)) return at;
  }
  return null;
}

function holds(scope: WeakRef<Element>, element: Element): boolean {
  const root = scope.deref();
  for (const at of lineage(element)) if (at === root) return true;
  return false;
}

const isGone = ({ scope }: Batch) => scope.deref()?.isConnected !== true;

const both = (one: Attached["stored"], other: Attached["stored"]) => ({
  place: one.place || other.place,
  time: one.time || other.time,
});

function isEmptied({ kind, element }: Composer): boolean {
  return kind === "field" ? element.value === "" : (element.textContent ?? "").trim() === "";
}
