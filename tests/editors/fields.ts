/** Fields that are nobody's business but the person's, and one composer beside them that is. */

import "./page.css";

interface Field {
  readonly name: string;
  /** What it is; an input when not given. */
  readonly element?: "textarea" | "div";
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
  { name: "card by its label", label: "Card number", attributes: { type: "text" } },
  { name: "password by its label", label: "Your password, please", attributes: { type: "text" } },
  { name: "masked", label: "Secret", attributes: { type: "text", class: "masked" } },
  { name: "masked-area", element: "textarea", label: "Secret", attributes: { class: "masked" } },
  { name: "masked-rich", element: "div", label: "Secret", attributes: { contenteditable: "true", class: "masked" } },
  { name: "login", label: "Who are you?", attributes: { type: "text" } },
  { name: "shown-password", label: "Password, shown", attributes: { type: "text", autocomplete: "current-password" } },
];

const form = document.createElement("form");
for (const { name, element = "input", label, attributes } of PRIVATE) {
  const field = document.createElement(element);
  for (const [key, value] of Object.entries(attributes)) field.setAttribute(key, value);
  field.dataset.private = name;
  // A password beside it would make each of the others one of a login.
  const beside = document.createElement(name === "login" ? "form" : "div");
  beside.append(labelled(label, field));
  if (name === "login") beside.append(Object.assign(document.createElement("input"), { type: "password" }));
  (name === "password" || name === "login" ? document.body : form).append(beside);
}
const composer = document.createElement("textarea");
composer.className = "editor";
form.prepend(labelled("Post", composer));
document.body.appendChild(form);

function labelled(text: string, field: HTMLElement): HTMLElement {
  const label = document.createElement("label");
  label.append(text, field);
  return label;
}
