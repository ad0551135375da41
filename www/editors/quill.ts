import "quill/dist/quill.core.css";
import Quill from "quill";
import type { Mount } from "./mounted.ts";

export const mount: Mount = (parent, { label, placeholder }) => {
  const host = document.createElement("div");
  parent.appendChild(host);
  const quill = new Quill(host, {
    placeholder,
    modules: {
      // A delay of 0: each change is a step of its own, however fast it is typed.
      history: { delay: 0, userOnly: true },
      // Quill types a tab, and whoever has no mouse is caught.
      keyboard: { bindings: { tab: null } },
    },
  });
  quill.root.role = "textbox";
  quill.root.ariaMultiLine = "true";
  quill.root.ariaLabel = label;
  quill.root.classList.add("editor");
  return {
    root: parent,
    model: () => ({ contents: quill.getContents(), selection: quill.selection.savedRange }),
    write: (text) => {
      quill.setText(text, "user");
      quill.setSelection(text.length, 0, "user");
    },
    undo: () => quill.history.undo(),
    focus: () => quill.focus(),
  };
};
