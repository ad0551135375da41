import type { Mount } from "./mounted.ts";
import { mountField } from "./text-field.ts";

export const mount: Mount = (parent, wording) => {
  const field = document.createElement("textarea");
  field.rows = 4;
  return mountField(parent, field, wording);
};
