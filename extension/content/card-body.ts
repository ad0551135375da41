import type { Clause, Explanation } from "../shared/protocol.ts";
import { type Actions, actionsOf } from "./actions.ts";
import { detailsOf } from "./details.ts";
import { element } from "./element.ts";
import { offersOf, type WritesOffers } from "./offers.ts";
import type { Told } from "./told.ts";

/** What there is to say of a finding. */
export interface BodyContent {
  /** Null when the scanner could not be asked. */
  readonly explanation: Explanation | null;
  readonly told: Told;
  readonly write: WritesOffers;
  readonly truncated: boolean;
  /** Null where nothing can be done about it. */
  readonly actions: Actions | null;
}

/** Under the strictest common reading many policies have a clause to say; two make the point. */
const CLAUSES_SHOWN = 2;

/** The explanation of a finding, wherever it is shown. */
export function bodyOf({ explanation, told, write, truncated, actions }: BodyContent): Element[] {
  const body: Element[] = told.quote === null ? [] : [element("p", { class: "quote" }, told.quote)];
  if (!explanation) {
    body.push(element("p", {}, "The explanation could not be loaded. Please close this and try again."));
    return body;
  }
  body.push(
    // Details that are listed say why themselves.
    ...(told.details.length > 0 ? detailsOf(told.details) : [element("p", { class: "why" }, explanation.why)]),
    element("p", { class: "instead" }, element("strong", {}, "What to do: "), explanation.instead),
    ...offersOf(told.offers, write),
    policyOf(explanation),
  );
  if (actions) body.push(actionsOf(actions));
  if (truncated) body.push(truncatedLine());
  return body;
}

export function truncatedLine(): HTMLElement {
  return element("p", { class: "policy" }, "Only the first 50,000 characters of this text were checked.");
}

function policyOf({ clauses, ask, outdated }: Explanation): Element {
  const clause = ({ policy, number, summary }: Clause) =>
    element("li", {}, element("b", {}, `${policy} ${number}`), ` – ${summary}`);
  const policy = element("div", { class: "policy" });
  const [first, more] = [clauses.slice(0, CLAUSES_SHOWN), clauses.slice(CLAUSES_SHOWN)];
  if (first.length > 0) policy.append(element("ul", { "aria-label": "What the policy says" }, ...first.map(clause)));
  if (more.length > 0) {
    const summary = element("summary", {}, more.length === 1 ? "One more clause" : `${more.length} more clauses`);
    policy.append(element("details", {}, summary, element("ul", {}, ...more.map(clause))));
  }
  if (ask) policy.append(element("p", {}, `Not sure? Ask ${ask}.`));
  if (outdated) policy.append(element("p", { class: "outdated" }, outdated));
  return policy;
}
