/** Fields that are nobody's business but the person's, and one composer beside them that is. */

import "./page.css";

interface Field {
  readonly name: string;
  readonly label: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Never to be read, each for its own reason. */
const PRIVATE: readonly Field[] = [
  { name: "password", label: "Password", attributes: { type: "password" } },
  { name: "search", label: "Search", attributes: { type: "search" } },
  { name: "search-role", label: "Search this site", attributes: { type: "text", role: "searchbox" } },
  { name: "combobox", label: "People", attributes: { type: "text", role: "combobox", "aria-expanded": "false" } },
  { name: "email", label: "E-mail", attributes: { type: "email" } },
  { name: "email-text", label: "E-mail address", attributes: { type: "text", autocomplete: "email" } },
  { name: "card", label: "Card number", attributes: { type: "text", autocomplete: "cc-number" } },
  { name: "code", label: "Code from the text message", attributes: { type: "text", autocomplete: "one-time-code" } },
  { name: "phone", label: "Telephone", attributes: { type: "tel" } },
  { name: "shown-password", label: "Password, shown", attributes: { type: "text", autocomplete: "current-password" } },
];

const form = document.createElement("form");
for (const { name, label, attributes } of PRIVATE) {
  const field = document.createElement("input");
  for (const [key, value] of Object.entries(attributes)) field.setAttribute(key, value);
  field.dataset.private = name;
  form.appendChild(labelled(label, field));
}
const composer = document.createElement("textarea");
composer.className = "editor";
form.appendChild(labelled("Post", composer));
document.body.appendChild(form);

function labelled(text: string, field: HTMLElement): HTMLElement {
  const label = document.createElement("label");
  label.append(text, field);
  return label;
}
