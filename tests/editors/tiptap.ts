import { Editor } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { type Mount, PLACEHOLDER } from "./fixture.js";
import { place } from "./place.js";

const mount: Mount = (parent) => {
  const editor = new Editor({
    element: parent,
    // Undo must not hang on how fast a test types: −1 puts each change in a step of its own (0 means the usual 500).
    extensions: [StarterKit.configure({ undoRedo: { newGroupDelay: -1 } })],
    // TipTap would add a <style>, which a strict page refuses; sites ship these few rules themselves.
    injectCSS: false,
    editorProps: { attributes: { role: "textbox", "aria-label": "Post", "data-placeholder": PLACEHOLDER } },
  });
  return {
    root: parent,
    model: () => editor.state.toJSON(),
    undo: () => {
      editor.commands.undo();
    },
    focus: () => {
      editor.view.focus();
    },
  };
};

place(mount);
