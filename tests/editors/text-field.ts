import type { Mounted } from "./fixture.js";

/** A textarea or an input: its model is its value and its selection. */
export function mountField(parent: HTMLElement, field: HTMLTextAreaElement | HTMLInputElement): Mounted {
  field.id = "composer";
  field.setAttribute("aria-label", "Post");
  parent.appendChild(field);
  return {
    root: field,
    model: () => ({ value: field.value, from: field.selectionStart, to: field.selectionEnd }),
    undo: () => {
      field.focus();
      document.execCommand("undo");
    },
    focus: () => field.focus(),
  };
}
