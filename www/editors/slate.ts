import { createElement, type KeyboardEvent, useState } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { type BaseEditor, createEditor, type Descendant, Editor, Transforms } from "slate";
import { type HistoryEditor, withHistory } from "slate-history";
import {
  Editable,
  ReactEditor,
  type RenderLeafProps,
  type RenderPlaceholderProps,
  Slate,
  withReact,
} from "slate-react";
import type { Mount, Wording } from "./mounted.ts";

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

export const mount: Mount = (parent, wording) => {
  const editor = withHistory(withReact(createEditor()));
  flushSync(() => createRoot(parent).render(createElement(Composer, { editor, wording })));
  return {
    root: parent,
    model: () => ({ children: editor.children, selection: editor.selection }),
    write: (text) => {
      ReactEditor.focus(editor);
      Transforms.select(editor, []);
      Transforms.delete(editor);
      Transforms.insertText(editor, text);
    },
    undo: () => editor.undo(),
    focus: () => ReactEditor.focus(editor),
  };
};

function Composer({ editor, wording }: { editor: Editor; wording: Wording }) {
  const [initialValue] = useState<Descendant[]>([{ type: "paragraph", children: [{ text: "" }] }]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "b" || !event.ctrlKey) return;
    event.preventDefault();
    if (Editor.marks(editor)?.bold) Editor.removeMark(editor, "bold");
    else Editor.addMark(editor, "bold", true);
  };
  const composer = createElement(Editable, {
    className: "editor",
    placeholder: wording.placeholder,
    "aria-label": wording.label,
    "aria-multiline": true,
    renderLeaf: Leaf,
    renderPlaceholder: Placeholder,
    onKeyDown,
  });
  // biome-ignore lint/correctness/noChildrenProp: Slate's types ask for the property, and there is no JSX here.
  return createElement(Slate, { editor, initialValue, children: composer });
}

function Leaf({ attributes, leaf, children }: RenderLeafProps) {
  return createElement(leaf.bold ? "strong" : "span", attributes, children);
}

/** Slate's own is too faint to read. */
function Placeholder({ attributes, children }: RenderPlaceholderProps) {
  return createElement("span", { ...attributes, style: { ...attributes.style, opacity: 1 } }, children);
}
