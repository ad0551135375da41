import type { Mounted, Wording } from "./mounted.ts";

/** A textarea or an input: its model is its value and its selection. */
export function mountField(
  parent: HTMLElement,
  field: HTMLTextAreaElement | HTMLInputElement,
  { label, placeholder }: Wording,
): Mounted {
  field.className = "editor";
  field.ariaLabel = label;
  field.placeholder = placeholder;
  parent.appendChild(field);
  return {
    root: field,
    model: () => ({ value: field.value, from: field.selectionStart, to: field.selectionEnd }),
    write: (text) => {
      field.focus();
      field.select();
      // Old, and the one way that both browsers can undo.
      document.execCommand("insertText", false, text);
    },
    undo: () => {
      field.focus();
      document.execCommand("undo");
    },
    focus: () => field.focus(),
  };
}
