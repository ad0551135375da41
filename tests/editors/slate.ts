import "./fixed-random.js";
import { createElement, type KeyboardEvent, useState } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { type BaseEditor, createEditor, type Descendant, Editor } from "slate";
import { type HistoryEditor, withHistory } from "slate-history";
import { Editable, ReactEditor, type RenderLeafProps, Slate, withReact } from "slate-react";
import { type Mount, PLACEHOLDER } from "./fixture.js";
import { place } from "./place.js";

interface Letters {
  text: string;
  bold?: boolean;
}

declare module "slate" {
  interface CustomTypes {
    Editor: BaseEditor & ReactEditor & HistoryEditor;
    Element: { type: "paragraph"; children: Letters[] };
    Text: Letters;
  }
}

const mount: Mount = (parent) => {
  const editor = withHistory(withReact(createEditor()));
  flushSync(() => createRoot(parent).render(createElement(Composer, { editor })));
  return {
    root: parent,
    model: () => ({ children: editor.children, selection: editor.selection }),
    undo: () => editor.undo(),
    focus: () => ReactEditor.focus(editor),
  };
};

function Composer({ editor }: { editor: Editor }) {
  const [initialValue] = useState<Descendant[]>([{ type: "paragraph", children: [{ text: "" }] }]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "b" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (Editor.marks(editor)?.bold) Editor.removeMark(editor, "bold");
    else Editor.addMark(editor, "bold", true);
  };
  const composer = createElement(Editable, {
    placeholder: PLACEHOLDER,
    "aria-label": "Post",
    renderLeaf: Leaf,
    onKeyDown,
  });
  return createElement(Slate, { editor, initialValue, children: composer });
}

function Leaf({ attributes, leaf, children }: RenderLeafProps) {
  return createElement(leaf.bold ? "strong" : "span", attributes, children);
}

place(mount);
