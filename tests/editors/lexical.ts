import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { registerRichText } from "@lexical/rich-text";
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  createEditor,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  UNDO_COMMAND,
} from "lexical";
import { type Mount, PLACEHOLDER } from "./fixture.js";
import { place } from "./place.js";

const mount: Mount = (parent) => {
  const placeholder = document.createElement("div");
  placeholder.className = "placeholder";
  placeholder.textContent = PLACEHOLDER;
  const root = document.createElement("div");
  root.id = "composer";
  root.contentEditable = "true";
  root.role = "textbox";
  root.ariaLabel = "Post";
  root.spellcheck = true;
  parent.append(placeholder, root);

  const editor = createEditor({
    namespace: "fixture",
    theme: { text: { bold: "bold" } },
    onError: (error) => {
      throw error;
    },
  });
  registerRichText(editor);
  registerHistory(editor, createEmptyHistoryState(), 0);
  editor.registerTextContentListener((text) => {
    placeholder.hidden = text !== "";
  });
  editor.setRootElement(root);
  editor.update(() => $getRoot().append($createParagraphNode()), { discrete: true, tag: HISTORY_MERGE_TAG });
  return {
    root,
    model: () => ({ ...editor.getEditorState().toJSON(), selection: selection(editor) }),
    undo: () => {
      editor.dispatchCommand(UNDO_COMMAND, undefined);
    },
    focus: () => root.focus(),
  };
};

/** Node keys are counted up, so two runs of the same keystrokes have the same. */
function selection(editor: LexicalEditor): unknown {
  return editor.getEditorState().read(() => {
    const now = $getSelection();
    if (!$isRangeSelection(now)) return null;
    const { anchor, focus } = now;
    return [anchor.key, anchor.offset, anchor.type, focus.key, focus.offset, focus.type, now.format];
  });
}

place(mount);
