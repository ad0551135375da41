import { domModel } from "./dom-model.js";
import { type Mount, PLACEHOLDER } from "./fixture.js";
import { place } from "./place.js";

const mount: Mount = (parent) => {
  const root = document.createElement("div");
  root.id = "composer";
  root.contentEditable = "true";
  root.role = "textbox";
  root.ariaMultiLine = "true";
  root.ariaLabel = "Post";
  root.dataset["placeholder"] = PLACEHOLDER;
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
    undo: () => {
      root.focus();
      document.execCommand("undo");
    },
    focus: () => root.focus(),
  };
};

place(mount);
