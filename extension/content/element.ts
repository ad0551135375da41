import type { Severity } from "../shared/protocol.ts";

/** Makes an element with attributes and children, strings among them as text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

/** Outlines on a grid of 16: a disc, a triangle and an octagon, each with its sign cut out. */
const ICONS: Record<Severity, string> = {
  advice: "M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0ZM7 3h2v2H7ZM7 6.5h2V13H7Z",
  caution: "M8 0.5 16 15H0ZM7 5.5v5h2v-5ZM7 11.5v2h2v-2Z",
  serious: "M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7ZM7 3v6h2V3ZM7 11v2h2v-2Z",
};

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  advice: "Advice",
  caution: "Caution",
  serious: "Serious",
};

/** The severity as a shape of its own, for those who see no colour. The word stands beside it. */
export function severityIcon(severity: Severity): SVGElement {
  const icon = document.createElementNS(SVG, "svg");
  icon.setAttribute("viewBox", "0 0 16 16");
  icon.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[severity]);
  path.setAttribute("fill-rule", "evenodd");
  icon.append(path);
  return icon;
}

/**
 * Moves something of ours that stands at the viewport's corner to another place. It is not laid out anew for that: the
 * browser would count it among the shifts of the page's own layout, and tell the page where it was and is.
 */
export function moveTo(element: HTMLElement, left: number, top: number): void {
  element.style.setProperty("translate", `${left}px ${top}px`);
}
