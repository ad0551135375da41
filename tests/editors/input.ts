import { type Mount, PLACEHOLDER } from "./fixture.js";
import { place } from "./place.js";
import { mountField } from "./text-field.js";

const mount: Mount = (parent) => {
  const field = document.createElement("input");
  field.type = "text";
  field.placeholder = PLACEHOLDER;
  return mountField(parent, field);
};

place(mount);
