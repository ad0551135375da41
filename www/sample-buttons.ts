import { element } from "../extension/content/element.ts";
import type { Composer } from "./composers.ts";
import { byId } from "./page.ts";
import { SAMPLES, type Sample } from "./samples.ts";

/** Buttons that put a sample into the composer used last, or into one for bios when the sample is a bio. */
export function offerSamples(composers: readonly Composer[]): void {
  const chosen = new Map<string, Composer>();
  for (const composer of composers) {
    const kind = kindOf(composer);
    if (!chosen.has(kind)) chosen.set(kind, composer);
    composer.card.addEventListener("focusin", () => choose(composer));
  }
  byId("samples").append(...SAMPLES.map((sample) => element("li", {}, button(sample))));
  const first = chosen.get("post");
  if (first) choose(first);

  function button(sample: Sample): HTMLElement {
    const made = element(
      "button",
      { type: "button", "data-sample": sample.id },
      element("strong", {}, sample.title),
      element("span", {}, sample.text),
    );
    made.addEventListener("click", () => chosen.get(kindOf(sample))?.mounted.write(sample.text));
    return made;
  }

  function choose(composer: Composer): void {
    chosen.set(kindOf(composer), composer);
    for (const other of composers) other.card.classList.toggle("chosen", other === composer);
    byId("target").textContent = composer.label;
  }
}

/** A bio goes into a bio, everything else into a post. */
function kindOf({ surface }: { readonly surface: string }): string {
  return surface === "bio" ? "bio" : "post";
}
