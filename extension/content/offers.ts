import { element } from "./element.ts";
import { type Offer, quoted } from "./told.ts";

/** What could stand there instead, to copy: writing into the composer is the person's own to do. */
export function offersOf(offers: readonly Offer[]): HTMLElement[] {
  return offers.map(({ write, insteadOf }) =>
    write === ""
      ? element("p", { class: "offer" }, `You could leave out ${insteadOf}.`)
      : element(
          "div",
          { class: "offer" },
          element(
            "p",
            {},
            insteadOf === null
              ? `You could add ${quoted(write)} at the end.`
              : `You could write ${quoted(write)} instead of ${insteadOf}.`,
          ),
          copyOf(write),
        ),
  );
}

function copyOf(text: string): HTMLElement {
  const button = element("button", { type: "button", "aria-label": `Copy ${quoted(text)}` }, "Copy");
  // What is said here is said once, and without the rest of the card.
  const outcome = element("span", { role: "status" });
  button.addEventListener("click", async () => {
    outcome.textContent = "";
    outcome.textContent = await copied(text);
  });
  return element("div", { class: "copy" }, button, outcome);
}

async function copied(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return "Copied";
  } catch {
    return "Could not copy. Please type it instead.";
  }
}
