import "quill/dist/quill.core.css";
import Quill from "quill";
import { type Mount, PLACEHOLDER } from "./fixture.js";
import { place } from "./place.js";

const mount: Mount = (parent) => {
  const host = document.createElement("div");
  parent.appendChild(host);
  // A delay of 0: undo must not hang on how fast a test types.
  const quill = new Quill(host, { placeholder: PLACEHOLDER, modules: { history: { delay: 0, userOnly: true } } });
  quill.root.role = "textbox";
  quill.root.ariaLabel = "Post";
  return {
    root: parent,
    model: () => ({ contents: quill.getContents(), selection: quill.selection.savedRange }),
    undo: () => quill.history.undo(),
    focus: () => quill.focus(),
  };
};

place(mount);
