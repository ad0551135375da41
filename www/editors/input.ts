import type { Mount } from "./mounted.ts";
import { mountField } from "./text-field.ts";

export const mount: Mount = (parent, wording) => {
  const field = document.createElement("input");
  field.type = "text";
  return mountField(parent, field, wording);
};
