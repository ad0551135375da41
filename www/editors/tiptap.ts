import { Editor } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import type { Mount } from "./mounted.ts";

export const mount: Mount = (parent, { label, placeholder }) => {
  const editor = new Editor({
    element: parent,
    // −1: each change is a step of its own, however fast it is typed (0 means the usual half second).
    extensions: [StarterKit.configure({ undoRedo: { newGroupDelay: -1 } })],
    // TipTap would add a <style>, which a strict page refuses; sites ship these few rules themselves.
    injectCSS: false,
    editorProps: {
      attributes: {
        class: "editor",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        "data-placeholder": placeholder,
      },
    },
  });
  return {
    root: parent,
    model: () => editor.state.toJSON(),
    write: (text) => {
      editor.view.focus();
      editor.chain().selectAll().insertContent({ type: "text", text }).run();
    },
    undo: () => {
      editor.commands.undo();
    },
    focus: () => editor.view.focus(),
  };
};
