import { type Mount, PLACEHOLDER } from "./fixture.js";
import { place } from "./place.js";
import { mountField } from "./text-field.js";

const mount: Mount = (parent) => {
  const field = document.createElement("textarea");
  field.placeholder = PLACEHOLDER;
  field.rows = 6;
  return mountField(parent, field);
};

place(mount);
