import type { Replacement } from "../shared/protocol.ts";
import { editBetween, shift } from "./edit.ts";
import type { Explainer } from "./explainer.ts";
import type { Found, Marked } from "./finding.ts";
import { isSame } from "./finding.ts";
import type { Outcome, Replacer } from "./replace.ts";

/** An offer, and the finding for whose text it was made. */
export interface Offered {
  readonly found: Found;
  readonly offer: Replacement;
}

/** What came of writing it, and what was offered in the end. */
export interface Written {
  readonly outcome: Outcome;
  readonly offer: Replacement;
}

/** Writes what is offered at the press of a button. Where the text has moved on since, it is scanned first. */
export class Writer {
  readonly #replacer: Replacer;
  readonly #explainer: Explainer;
  readonly #scanned: () => Promise<readonly Marked[]>;

  /** `scanned` answers what is found in the text as it stands when it is called. */
  constructor(replacer: Replacer, explainer: Explainer, scanned: () => Promise<readonly Marked[]>) {
    this.#replacer = replacer;
    this.#explainer = explainer;
    this.#scanned = scanned;
  }

  /** Whether it can be written here; where that is not proven it can be copied. */
  can({ found, offer }: Offered): boolean {
    return this.#replacer.can(offer, found.text);
  }

  async write(offered: Offered): Promise<Written> {
    const outcome = await this.#replacer.replace(offered.found.text, offered.offer);
    if (outcome !== "changed") return { outcome, offer: offered.offer };
    const { found, offer } = (await this.#asOfNow(offered)) ?? offered;
    return { outcome: await this.#replacer.replace(found.text, offer), offer };
  }

  /** The same words, offered for the same finding where it stands now; null where there is no such offer any more. */
  async #asOfNow({ found, offer }: Offered): Promise<Offered | null> {
    const findings = await this.#scanned();
    const text = findings[0]?.found.text;
    const edit = text === undefined ? null : editBetween(found.text, text);
    const [moved] = edit ? shift([found.finding], edit) : [found.finding];
    const now = findings.find((finding) => moved && isSame(finding, moved));
    const explanation = now && (await this.#explainer.of(now));
    const again = explanation?.replacements.find((one) => one.text === offer.text);
    return now && again ? { found: now.found, offer: again } : null;
  }
}
