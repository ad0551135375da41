/** What a fixture page offers to the tests as `window.fixture`, whichever editor it holds. */
export interface Fixture {
  /** The editor's own idea of its content and selection, ready for JSON. */
  model(): unknown;
  /** The editor's DOM as HTML. */
  html(): string;
  /** Puts `text` in the place of everything there. */
  write(text: string): void;
  undo(): void;
  focus(): void;
}

declare global {
  interface Window {
    fixture?: Fixture;
  }
}
