import type { Composer } from "./composer.ts";

/**
 * How an editor takes words in the place of those that are selected, so that one undo takes them back.
 *
 * Every way was tried in the editor itself; `tests/browser/replace.test.ts` reads back what is seen, the editor's own model
 * and what its undo leaves. A way that works in one editor corrupts another, so there is none for an editor unknown.
 */
export interface Means {
  /** Writes over the selection, or takes it out when `text` is empty. */
  write(host: HTMLElement, text: string): void;
  undo(host: HTMLElement): void;
  /** Does again what was undone last. */
  redo(host: HTMLElement): void;
}

/** The way for this composer, or null where none is proven. */
export function meansOf({ kind, element }: Composer): Means | null {
  if (kind === "field") return BROWSER;
  return EDITORS.find(([pattern]) => element.matches(pattern))?.[1] ?? (isPlain(element) ? BROWSER : null);
}

/** The browser edits by itself, and remembers it. */
const BROWSER: Means = {
  write: command,
  undo: () => void document.execCommand("undo"),
  redo: () => void document.execCommand("redo"),
};

/** ProseMirror reads what the browser has done to its text, and keeps a history of its own. */
const READ_BACK: Means = { write: command, undo: historyUndo, redo: historyRedo };

/**
 * Quill as well; but where it hears of an edit beforehand, as in Firefox, it makes two steps of it, and one undo would
 * leave half.
 */
const READ_BACK_UNHEARD: Means = {
  write: (_, text) => {
    const heard = new AbortController();
    window.addEventListener("beforeinput", (event) => event.stopImmediatePropagation(), {
      capture: true,
      signal: heard.signal,
    });
    command(_, text);
    heard.abort();
  },
  undo: historyUndo,
  redo: historyRedo,
};

/** Lexical and Slate do themselves what `beforeinput` asks for. An edit of the browser's would pass Slate's model by. */
const ASKED: Means = {
  write: (host, text) => {
    if (text === "") ask(host, "deleteContentBackward", null);
    // What is merely typed Lexical leaves to the browser, which follows no order of ours.
    else ask(host, "insertReplacementText", text);
  },
  undo: historyUndo,
  redo: historyRedo,
};

/** Draft.js takes a paste, and keys. Firefox hides what an extension pastes, but there the browser's own edit arrives whole. */
const DRAFT: Means = {
  write: (host, text) => {
    if (text === "") key(host, "Backspace", 8);
    else if (isFirefox()) command(host, text);
    else paste(host, text);
  },
  undo: (host) => key(host, "z", 90, isMac() ? { metaKey: true } : { ctrlKey: true }),
  redo: (host) =>
    isMac() ? key(host, "z", 90, { metaKey: true, shiftKey: true }) : key(host, "y", 89, { ctrlKey: true }),
};

const EDITORS: readonly (readonly [string, Means])[] = [
  ["[data-lexical-editor='true']", ASKED],
  ["[data-slate-editor='true']", ASKED],
  [".public-DraftEditor-content", DRAFT],
  [".ProseMirror", READ_BACK],
  [".ql-editor", READ_BACK_UNHEARD],
];

/** Editors with a model of their own leave names on their elements; whoever only lets the browser write has none. */
function isPlain(host: HTMLElement): boolean {
  const isNamed =
    /(^|[\s_-])(ck|cke|mce|tox|trix|quill|editor-js|codex|codemirror|cm|block-editor|rich-text)([\s_-]|$)/i;
  if (!host.isContentEditable || host.localName.includes("-") || isNamed.test(host.className)) return false;
  return [...host.querySelectorAll("*")].every(
    (element) =>
      !element.localName.includes("-") && [...element.attributes].every(({ name }) => PLAIN_ATTRIBUTES.includes(name)),
  );
}

const PLAIN_ATTRIBUTES = ["style", "dir", "lang", "href", "type", "color"];

function command(_: HTMLElement, text: string): void {
  // Old, and the one way to edit as the person would: with the browser's own history.
  if (text === "") document.execCommand("delete");
  else document.execCommand("insertText", false, text);
}

function ask(host: HTMLElement, inputType: string, data: string | null): void {
  host.dispatchEvent(new InputEvent("beforeinput", { inputType, data, ...TOLD }));
}

function historyUndo(host: HTMLElement): void {
  ask(host, "historyUndo", null);
}

function historyRedo(host: HTMLElement): void {
  ask(host, "historyRedo", null);
}

function paste(host: HTMLElement, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  host.dispatchEvent(new ClipboardEvent("paste", { clipboardData, ...TOLD }));
}

function key(host: HTMLElement, name: string, keyCode: number, held: KeyboardEventInit = {}): void {
  host.dispatchEvent(new KeyboardEvent("keydown", { key: name, keyCode, which: keyCode, ...held, ...TOLD }));
}

const TOLD = { bubbles: true, cancelable: true, composed: true };

const isFirefox = () => "mozInnerScreenX" in window;
const isMac = () => /mac/i.test(navigator.platform);
