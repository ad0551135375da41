import { element } from "./element.ts";
import { type Offer, quoted } from "./told.ts";

/** Writing into the composer. It is the person's own to do, so it takes a press of theirs, and leads back. */
export interface WritesOffers {
  /** Of each offer, whether the editor is known to take it; the others can be copied. */
  readonly can: readonly boolean[];
  /** Writes the offer with this number; answers why not where that failed. */
  press(offer: number): Promise<string | null>;
}

/** What could stand there instead, to write at a press or to copy. */
export function offersOf(offers: readonly Offer[], write: WritesOffers): HTMLElement[] {
  return offers.map((offer, at) => {
    // What is said here is said once, and without the rest of the card.
    const outcome = element("span", { role: "status" });
    const tell = (press: () => Promise<string | null>) => async () => {
      outcome.textContent = "";
      outcome.textContent = await press();
    };
    const [doing, name] = wordsOf(offer);
    const buttons = [];
    if (write.can[at])
      buttons.push(
        buttonOf(
          doing,
          name,
          tell(() => write.press(at)),
        ),
      );
    if (offer.write !== "") {
      buttons.push(
        buttonOf(
          "Copy",
          `Copy ${quoted(offer.write)}`,
          tell(() => copied(offer.write)),
        ),
      );
    }
    return element(
      "div",
      { class: "offer" },
      element("p", {}, sentenceFor(offer)),
      ...(buttons.length > 0 ? [element("div", { class: "copy" }, ...buttons, outcome)] : []),
    );
  });
}

function sentenceFor({ write, insteadOf }: Offer): string {
  if (write === "") return `You could leave out ${insteadOf}.`;
  if (insteadOf === null) return `You could add ${quoted(write)} at the end.`;
  return `You could write ${quoted(write)} instead of ${insteadOf}.`;
}

/** What the button says, and what it is called where the sentence beside it is not seen. */
function wordsOf({ write, insteadOf }: Offer): [string, string] {
  if (write === "") return ["Leave out", `Leave out ${insteadOf}`];
  if (insteadOf === null) return ["Add", `Add ${quoted(write)} at the end`];
  return ["Replace", `Replace ${insteadOf} with ${quoted(write)}`];
}

function buttonOf(words: string, name: string, pressed: () => Promise<void>): HTMLElement {
  const button = element("button", { type: "button", "aria-label": name }, words);
  button.addEventListener("click", pressed);
  return button;
}

async function copied(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return "Copied";
  } catch {
    return "Could not copy. Please type it instead.";
  }
}
