import { shadowRootOf } from "./shadow.ts";

/** Where a layer of ours stands. */
const HOSTS = "html > div, dialog > div, [popover] > div, [role='dialog'] > div, [role='alertdialog'] > div";

/**
 * Takes away what an earlier version of this script has left in the page. Firefox ends a script without a word when its
 * extension is updated, and then brings the new one into the same page.
 */
export function clearLeftovers(): void {
  for (const host of document.querySelectorAll(HOSTS)) {
    if (host.attributes.length > 0) continue;
    const root = shadowRootOf(host);
    if (root?.mode === "closed" && root.querySelector(".ours, .window")) host.remove();
  }
}
