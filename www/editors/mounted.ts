/** What the demo and the tests need of an editor, whichever it is. */

/** One real editor, mounted. */
export interface Mounted {
  /** The element that holds the editor's own DOM. */
  readonly root: HTMLElement;
  /** The editor's own idea of its content and selection, ready for JSON. */
  model(): unknown;
  /** Puts `text` in the place of everything there, through the editor's own commands, with the caret at its end. */
  write(text: string): void;
  /** Undo through the editor's own command, as its toolbar button would. */
  undo(): void;
  focus(): void;
}

export interface Wording {
  readonly label: string;
  readonly placeholder: string;
}

/** Builds the editor inside `parent`. */
export type Mount = (parent: HTMLElement, wording: Wording) => Mounted;
