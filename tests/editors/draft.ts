import "./fixed-random.js";
import "draft-js/dist/Draft.css";
import {
  convertToRaw,
  Editor,
  type EditorCommand,
  EditorState,
  getDefaultKeyBinding,
  RichUtils,
} from "draft-js";
import { createElement, createRef, useState } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { type Mount, PLACEHOLDER } from "./fixture.js";
import { place } from "./place.js";

interface Held {
  state: EditorState;
  set(state: EditorState): void;
}

const mount: Mount = (parent) => {
  const held: Held = { state: EditorState.createEmpty(), set: () => undefined };
  const editor = createRef<Editor>();
  flushSync(() => createRoot(parent).render(createElement(Composer, { held, editor })));
  return {
    root: parent,
    model: () => ({
      content: convertToRaw(held.state.getCurrentContent()),
      selection: held.state.getSelection().toJS(),
    }),
    undo: () => held.set(EditorState.undo(held.state)),
    focus: () => editor.current?.focus(),
  };
};

function Composer({ held, editor }: { held: Held; editor: React.RefObject<Editor> }) {
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
    placeholder: PLACEHOLDER,
    ariaLabel: "Post",
    keyBindingFn: getDefaultKeyBinding,
    handleKeyCommand: (command: EditorCommand, before: EditorState) => {
      const next = RichUtils.handleKeyCommand(before, command);
      if (next) set(next);
      return next ? "handled" : "not-handled";
    },
  });
}

place(mount);
