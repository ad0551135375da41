/** What every fixture page offers to the tests, whichever editor it holds. */

/** One real editor, mounted. */
export interface Mounted {
  /** The element that holds the editor's own DOM. */
  readonly root: HTMLElement;
  /** The editor's own idea of its content and selection, ready for JSON. */
  model(): unknown;
  /** Undo through the editor's own command, as its toolbar button would. */
  undo(): void;
  focus(): void;
}

/** What a test calls as `window.fixture`. */
export interface Fixture {
  model(): unknown;
  /** The editor's DOM as HTML. */
  html(): string;
  undo(): void;
  focus(): void;
}

declare global {
  interface Window {
    fixture?: Fixture;
  }
}

/** The placeholder of every fixture; it must never be read as text. */
export const PLACEHOLDER = "What is happening?";

export type Mount = (parent: HTMLElement) => Mounted;
