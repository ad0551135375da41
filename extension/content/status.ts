import type { Scanner } from "../shared/protocol.ts";
import { type FrameStatus, STATUS_PORT, type Status } from "../shared/status.ts";
import { composerAt } from "./composer.ts";
import { watchFocus } from "./focus.ts";
import { NoLongerNeeded } from "./port.ts";
import { deepActive } from "./shadow.ts";

/** Tells the toolbar icon and the popup whether the field in focus is checked. It tells them nothing else. */
export class StatusTeller {
  readonly #isOurs: (element: Element) => boolean;
  #watching: AbortController | null = null;
  readonly #refusing = new WeakSet<Element>();
  readonly #frame = Math.random();
  readonly #popups = new Set<chrome.runtime.Port>();
  #status: Status = "none";
  /** What the background was told last; it takes a tab to be in no field until it hears otherwise. */
  #told: Status = "none";
  #failed = false;
  #at = Date.now();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `isOurs` tells elements of Forepost's own: with the focus there, the person is still in their field. */
  constructor(isOurs: (element: Element) => boolean) {
    this.#isOurs = isOurs;
    chrome.runtime.onConnect.addListener((port) => {
      if (port.name !== STATUS_PORT) return;
      this.#popups.add(port);
      port.onDisconnect.addListener(() => this.#popups.delete(port));
      // The focus goes into a frame without a word to the page around it.
      if (this.#watching) this.#status = this.#now();
      port.postMessage(this.#ofFrame());
    });
  }

  start(): void {
    this.#watching = new AbortController();
    const { signal } = this.#watching;
    watchFocus(signal, () => this.look());
    // The icon is the next page's from then on, and this one's anew if it ever comes back out of the browser's memory.
    const left = () => {
      clearTimeout(this.#timer);
      this.#told = "none";
    };
    window.addEventListener("pagehide", left, { signal });
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#watching?.abort();
    this.#watching = null;
    this.#tell("none");
  }

  /** Looks where the focus has come to rest: on its way from one field to the next it is nowhere for a moment. */
  look(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look());
  }

  /** The page would not have anything of ours for this composer. */
  refused(composer: Element): void {
    this.#refusing.add(composer);
  }

  /** The same scanner, whose answers are heard here too. */
  hear(scanner: Scanner): Scanner {
    return {
      scan: async (text, surface) => {
        try {
          const scan = await scanner.scan(text, surface);
          this.#answered(true);
          return scan;
        } catch (error) {
          if (!(error instanceof NoLongerNeeded)) this.#answered(false);
          throw error;
        }
      },
      explain: (text, surface, finding) => scanner.explain(text, surface, finding),
    };
  }

  #answered(answered: boolean): void {
    this.#failed = !answered;
    if (this.#watching) this.#look();
  }

  #look(): void {
    this.#at = Date.now();
    this.#tell(this.#now());
  }

  #now(): Status {
    const { active } = deepActive(document);
    if (!active) return "none";
    if (this.#isOurs(active)) return this.#status;
    if (active instanceof HTMLIFrameElement || active instanceof HTMLFrameElement) return "frame";
    const composer = composerAt(active)?.element;
    if (composer && this.#refusing.has(composer)) return "refused";
    if (composer) return this.#failed ? "failed" : "checked";
    return takesText(active) ? "private" : "none";
  }

  #tell(status: Status): void {
    this.#status = status;
    for (const port of this.#popups) port.postMessage(this.#ofFrame());
    // The frame speaks for itself; of one that cannot, there is nothing to show.
    const shown = status === "frame" ? "none" : status;
    if (shown === this.#told) return;
    this.#told = shown;
    try {
      // A page may go at any moment, and Firefox takes a message whose answer it cannot have for an error.
      const port = chrome.runtime.connect({ name: STATUS_PORT });
      port.onDisconnect.addListener(() => void chrome.runtime?.lastError);
      port.postMessage({ status: shown });
    } catch {
      // The extension was updated or removed: there is no icon of ours to tell.
      this.#told = "none";
    }
  }

  #ofFrame(): FrameStatus {
    return { status: this.#status, frame: this.#frame, isTop: window === window.top, at: this.#at };
  }
}

const BUTTONS = ["button", "submit", "reset", "checkbox", "radio", "file", "image", "color", "range", "hidden"];

/** Whether a person could write there: in a field that is never read, for whatever reason. */
function takesText(element: Element): boolean {
  if (element instanceof HTMLInputElement) return !BUTTONS.includes(element.type) && !element.readOnly;
  if (element instanceof HTMLTextAreaElement) return !element.readOnly;
  if (!(element instanceof HTMLElement)) return false;
  return element.isContentEditable || ["textbox", "searchbox", "combobox"].includes(element.getAttribute("role") ?? "");
}
