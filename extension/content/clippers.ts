import { parentOf } from "./shadow.ts";

/** The boxes around an element that cut off what runs over them, through shadow trees too. */
export function clippersOf(element: Element): Element[] {
  const clippers: Element[] = [];
  let { position } = getComputedStyle(element);
  for (let at = element; !at.matches(TOP_LAYER); ) {
    const around = at.assignedSlot ?? parentOf(at);
    if (!around || around === document.body) break;
    at = around;
    const style = getComputedStyle(at);
    // What is taken out of the flow runs over every box but the one that it is placed by.
    if (!places(style, position)) continue;
    position = style.position;
    if (cutsOff(style)) clippers.push(at);
  }
  return clippers;
}

/** What stands above the page is cut off by nothing of it. */
const TOP_LAYER = ":modal, :popover-open";

/** Whether a box of that position inside of this one is placed by it. */
function places(style: CSSStyleDeclaration, position: string): boolean {
  if (style.display === "contents") return false;
  if (position === "fixed") return placesAll(style);
  return position !== "absolute" || style.position !== "static" || placesAll(style);
}

function placesAll(style: CSSStyleDeclaration): boolean {
  const moved = [style.transform, style.translate, style.scale, style.rotate, style.perspective];
  const drawn = [style.filter, style.getPropertyValue("backdrop-filter")];
  return (
    [...moved, ...drawn].some((value) => value !== "" && value !== "none") ||
    /layout|paint|strict|content/.test(style.contain) ||
    /transform|translate|scale|rotate|perspective|filter/.test(style.willChange)
  );
}

function cutsOff(style: CSSStyleDeclaration): boolean {
  return (style.overflow !== "visible" && style.display !== "inline") || /paint|strict|content/.test(style.contain);
}
