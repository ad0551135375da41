import { element } from "./element.ts";
import type { Detail } from "./told.ts";

/** Details that add up, and which of them to leave out first. */
export function detailsOf(details: readonly Detail[]): HTMLElement[] {
  const several = details.length > 1;
  const lead = several ? "Together these could tell someone who it was:" : "This could tell someone who it was:";
  const items = details.map(({ quote, tells }, at) => {
    const item = element("li", {}, element("b", {}, quote), ` – ${tells}`);
    if (at === 0)
      item.append(" ", element("strong", { class: "first" }, several ? "Leave this out first" : "Leave this out"));
    return item;
  });
  return [element("p", {}, lead), element("ul", { class: "details" }, ...items)];
}
