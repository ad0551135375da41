import "draft-js/dist/Draft.css";
import {
  ContentState,
  convertToRaw,
  Editor,
  type EditorCommand,
  EditorState,
  getDefaultKeyBinding,
  RichUtils,
} from "draft-js";
import { createElement, createRef, type RefObject, useState } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import type { Mount, Wording } from "./mounted.ts";

/** The state outside React, for whoever asks for the model. */
interface Held {
  state: EditorState;
  set(state: EditorState): void;
}

export const mount: Mount = (parent, wording) => {
  const held: Held = { state: EditorState.createEmpty(), set: () => undefined };
  const editor = createRef<Editor>();
  flushSync(() => createRoot(parent).render(createElement(Composer, { held, editor, wording })));
  return {
    root: parent,
    model: () => ({
      content: convertToRaw(held.state.getCurrentContent()),
      selection: held.state.getSelection().toJS(),
    }),
    write: (text) => {
      const next = EditorState.push(held.state, ContentState.createFromText(text), "insert-characters");
      flushSync(() => held.set(EditorState.moveFocusToEnd(next)));
    },
    undo: () => held.set(EditorState.undo(held.state)),
    focus: () => editor.current?.focus(),
  };
};

function Composer({ held, editor, wording }: { held: Held; editor: RefObject<Editor>; wording: Wording }) {
  const [state, setState] = useState(held.state);
  const set = (next: EditorState) => {
    held.state = next;
    setState(next);
  };
  held.set = set;
  return createElement(Editor, {
    ref: editor,
    editorState: state,
    onChange: set,
    placeholder: wording.placeholder,
    ariaLabel: wording.label,
    ariaMultiline: true,
    role: "textbox",
    keyBindingFn: getDefaultKeyBinding,
    handleKeyCommand: (command: EditorCommand, before: EditorState) => {
      const next = RichUtils.handleKeyCommand(before, command);
      if (next) set(next);
      return next ? "handled" : "not-handled";
    },
  });
}
