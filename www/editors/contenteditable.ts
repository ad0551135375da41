import { domModel } from "./dom-model.ts";
import type { Mount } from "./mounted.ts";

export const mount: Mount = (parent, { label, placeholder }) => {
  const root = document.createElement("div");
  root.className = "editor";
  root.contentEditable = "true";
  root.role = "textbox";
  root.ariaMultiLine = "true";
  root.ariaLabel = label;
  root.dataset.placeholder = placeholder;
  // Chromium knows Ctrl+B by itself, Firefox leaves it to the page.
  root.addEventListener("keydown", (event) => {
    if (event.key !== "b" || !event.ctrlKey) return;
    event.preventDefault();
    document.execCommand("bold");
  });
  parent.appendChild(root);
  return {
    root,
    model: () => domModel(root),
    write: (text) => {
      root.focus();
      document.execCommand("selectAll");
      document.execCommand("insertText", false, text);
    },
    undo: () => {
      root.focus();
      document.execCommand("undo");
    },
    focus: () => root.focus(),
  };
};
