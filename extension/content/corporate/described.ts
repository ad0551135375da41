import { lineage } from "../shadow.ts";

/** What sites call the box for a picture's alternative text. */
const DESCRIPTION = /\balt\b|alt(ernative)?[ -]?text|descri(be|ption)/i;
const BOXES = "textarea, input[type='text'], [contenteditable='true']";
const DIALOGS = "dialog, [role='dialog'], form";
/** A file's name is what a camera called it, and "image" what a site calls any. */
const NO_DESCRIPTION =
  /^(image|photo|picture|media|preview|attachment|uploaded?( image)?)?$|\.(jpe?g|png|gif|webp|heic)$/i;

/** Whether every picture about to be posted with this composer has a description, as far as the page shows one. */
export function isDescribed(composer: Element): boolean {
  const root = [...lineage(composer)].find((one) => one.matches(DIALOGS)) ?? composer.ownerDocument.body;
  const boxes = [...root.querySelectorAll<HTMLElement>(BOXES)].filter(
    (box) => box !== composer && DESCRIPTION.test(nameOf(box)),
  );
  if (boxes.length > 0) return boxes.every((box) => textIn(box) !== "");
  const pictures = [...root.querySelectorAll<HTMLImageElement>("img[src^='blob:'], img[src^='data:']")];
  return pictures.length > 0 && pictures.every(({ alt }) => !NO_DESCRIPTION.test(alt.trim()));
}

function nameOf(box: HTMLElement): string {
  const labels = box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement ? (box.labels ?? []) : [];
  const names = ["aria-label", "placeholder", "aria-placeholder", "name"].map((name) => box.getAttribute(name) ?? "");
  return [...names, ...Array.from(labels, ({ textContent }) => textContent ?? "")].join(" ");
}

function textIn(box: HTMLElement): string {
  const { value } = box as Partial<HTMLInputElement>;
  return (value ?? box.textContent ?? "").trim();
}
