import type { Scanner } from "../shared/protocol.ts";
import { composerAt } from "./composer.ts";
import { watchFocus } from "./focus.ts";
import { Keeper } from "./kept.ts";
import { Session } from "./session.ts";

export interface Options {
  /** Called whenever a composer got the focus; `session.signal` says when it lost it. */
  readonly began?: (session: Session) => void;
  /** Called whenever a composer was left, with nothing of its text kept here. */
  readonly released?: () => void;
  /** Which keys go to the next finding, where no command of the browser does. */
  readonly isNextKey?: (event: KeyboardEvent) => boolean;
}

export interface Attachment {
  /** The composer in focus, for as long as it has it. */
  readonly session: Session | null;
  /** Moves into the card of the focused composer's next finding, if there is a focused composer. */
  next(): void;
  /** Scans the focused composer again: the policy changed. */
  rescan(): void;
  /** Takes away every mark, listener and element, for good. */
  detach(): void;
}

/** Marks what the scanner finds in whichever composer of this document has the focus, and explains it. */
export function attach(scanner: Scanner, options: Options = {}): Attachment {
  const abort = new AbortController();
  const keeper = new Keeper();
  let session: Session | null = null;

  const ended = () => {
    session = null;
    options.released?.();
  };

  const moved = (focused: Element | null) => {
    if (focused && session?.owns(focused)) return;
    const composer = focused && composerAt(focused);
    if (composer?.element === session?.composer.element) return;
    session?.end();
    if (!composer) return;
    session = new Session(composer, scanner, keeper.of(composer.element), ended);
    options.began?.(session);
  };

  const { isNextKey } = options;
  if (isNextKey) {
    const listen = (event: KeyboardEvent) => {
      if (!session || !isNextKey(event)) return;
      event.preventDefault();
      session.next();
    };
    window.addEventListener("keydown", listen, { capture: true, signal: abort.signal });
  }
  abort.signal.addEventListener("abort", () => session?.end());
  watchFocus(abort.signal, moved);

  return {
    get session() {
      return session;
    },
    next: () => session?.next(),
    rescan: () => session?.rescan(),
    detach: () => abort.abort(),
  };
}
