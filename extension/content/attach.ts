import type { Command, Memory, Scanner } from "../shared/protocol.ts";
import { composerAt, watchTurns } from "./composer.ts";
import { watchFocus } from "./focus.ts";
import { Pictures } from "./images/pictures.ts";
import { Keeper } from "./kept.ts";
import type { About } from "./report.ts";
import { Session } from "./session.ts";
import { deepActive } from "./shadow.ts";
import { Thread } from "./thread.ts";

export interface Options {
  /** Called whenever a composer got the focus; `session.signal` says when it lost it. */
  readonly began?: (session: Session) => void;
  /** Called when a page takes everything of ours away from a composer, which is left alone from then on. */
  readonly refused?: (composer: Element) => void;
  /** Called whenever a composer was left, with nothing of its text kept here. */
  readonly released?: () => void;
  /** What keys ask for, where the browser has no commands of ours. */
  readonly commandOf?: (event: KeyboardEvent) => Command | null;
  /** Keeps what is ignored for good; without it, findings can be ignored only where they stand. */
  readonly memory?: Memory;
  /** What a report says of the extension. */
  readonly about?: () => Promise<About>;
}

export interface Attachment {
  /** The composer in focus, for as long as it has it. */
  readonly session: Session | null;
  /** Does what was asked for by keys, if there is a focused composer. */
  run(command: Command): void;
  /** Scans the focused composer again: the policy changed. */
  rescan(): void;
  /** Takes away every mark, listener and element, for good. */
  detach(): void;
}

/** Marks what the scanner finds in whichever composer of this document has the focus, and explains it. */
export function attach(scanner: Scanner, options: Options = {}): Attachment {
  const abort = new AbortController();
  const keeper = new Keeper();
  const about = options.about ?? (async () => ({ version: "demonstration", policy: "not told" }));
  const memory = options.memory ?? null;
  let session: Session | null = null;
  const pictures = new Pictures(() => session, abort.signal);

  const refusing = new WeakSet<Element>();

  let waiting = new AbortController();

  const ended = () => {
    const left = session?.composer.element;
    session = null;
    options.released?.();
    if (left && !abort.signal.aborted) awaitReturn(left);
  };

  /** Some pages close a box while they send what is in it and open it again, and the focus stays there all the while. */
  const awaitReturn = (element: HTMLElement) => {
    if (!element.contains(deepActive(document).active)) return;
    waiting = new AbortController();
    watchTurns(element, AbortSignal.any([abort.signal, waiting.signal]), () => {
      if (document.hasFocus() && composerAt(element)) moved(deepActive(document).active);
    });
  };

  const moved = (focused: Element | null) => {
    if (focused && session?.owns(focused)) return;
    waiting.abort();
    const found = focused && composerAt(focused);
    const composer = found && !refusing.has(found.element) ? found : null;
    if (composer?.element === session?.composer.element) return;
    session?.end();
    if (!composer) return;
    const { element } = composer;
    const refused = () => {
      refusing.add(element);
      options.refused?.(element);
    };
    const kept = keeper.of(new Thread(composer).element);
    session = new Session(composer, { scanner, memory, kept, about, ended, refused });
    pictures.began(session);
    options.began?.(session);
  };

  const run = (command: Command) => {
    if (command === "open-panel") session?.openPanel();
    else session?.next(command === "next-finding" ? 1 : -1);
  };

  const { commandOf } = options;
  if (commandOf) {
    const listen = (event: KeyboardEvent) => {
      const command = session && commandOf(event);
      if (!command) return;
      event.preventDefault();
      run(command);
    };
    window.addEventListener("keydown", listen, { capture: true, signal: abort.signal });
  }
  abort.signal.addEventListener("abort", () => session?.end());
  watchFocus(abort.signal, moved);

  return {
    get session() {
      return session;
    },
    run,
    rescan: () => session?.rescan(),
    detach: () => abort.abort(),
  };
}
