import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { registerRichText } from "@lexical/rich-text";
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  createEditor,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  UNDO_COMMAND,
} from "lexical";
import type { Mount } from "./mounted.ts";

export const mount: Mount = (parent, { label, placeholder }) => {
  const hint = document.createElement("div");
  hint.className = "placeholder";
  hint.textContent = placeholder;
  const root = document.createElement("div");
  root.className = "editor";
  root.contentEditable = "true";
  root.role = "textbox";
  root.ariaMultiLine = "true";
  root.ariaLabel = label;
  parent.append(hint, root);

  const editor = createEditor({
    namespace: "composer",
    theme: { text: { bold: "bold" } },
    onError: (error) => {
      throw error;
    },
  });
  registerRichText(editor);
  registerHistory(editor, createEmptyHistoryState(), 0);
  editor.registerTextContentListener((text) => {
    hint.hidden = text !== "";
  });
  editor.setRootElement(root);
  editor.update(() => $getRoot().append($createParagraphNode()), { discrete: true, tag: HISTORY_MERGE_TAG });
  return {
    root,
    model: () => ({ ...editor.getEditorState().toJSON(), selection: selection(editor) }),
    write: (text) => {
      root.focus();
      editor.update(
        () => {
          const paragraph = $createParagraphNode().append($createTextNode(text));
          $getRoot().clear().append(paragraph);
          paragraph.selectEnd();
        },
        { discrete: true },
      );
    },
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
