import type { Clause, Explanation, Severity } from "../shared/protocol.ts";
import { CARD_STYLE } from "./card-style.ts";
import { detailsOf } from "./details.ts";
import { element, moveTo, SEVERITY_WORDS, severityIcon } from "./element.ts";
import type { Layer } from "./layer.ts";
import { LOOK } from "./look.ts";
import { offersOf, type WritesOffers } from "./offers.ts";
import { around, place, viewNow } from "./place.ts";
import type { Told } from "./told.ts";

export interface CardContent {
  /** Null when the scanner could not be asked. */
  readonly explanation: Explanation | null;
  readonly severity: Severity;
  readonly told: Told;
  readonly write: WritesOffers;
  readonly position: number;
  readonly count: number;
  readonly truncated: boolean;
}

export interface CardActions {
  step(by: 1 | -1): void;
  close(): void;
  enter(): void;
  leave(event: PointerEvent): void;
}

/** Under the strictest common reading many policies have a clause to say; two make the point. */
const CLAUSES_SHOWN = 2;

/** The card that explains a finding. It is built once and rewritten, so that a focused button stays focused. */
export class Card {
  readonly #layer: Layer;
  readonly #actions: CardActions;
  #parts: ReturnType<typeof build> | null = null;
  /** What it says while it is open. */
  #said = "";

  constructor(layer: Layer, actions: CardActions) {
    this.#layer = layer;
    this.#actions = actions;
  }

  show(content: CardContent): void {
    const { card, severity, title, body, position, steps } = this.#open();
    // What was unfolded, scrolled to or copied stays as it is while there is nothing new to say.
    const said = JSON.stringify(content, wordsOnly);
    if (said === this.#said) return;
    this.#said = said;
    if (body.contains(this.#layer.active)) card.focus({ preventScroll: true });
    severity.className = `severity ${content.severity}`;
    severity.replaceChildren(severityIcon(content.severity), element("span", {}, SEVERITY_WORDS[content.severity]));
    title.textContent = content.explanation?.title ?? "Something to look at";
    body.replaceChildren(...bodyOf(content));
    position.textContent = content.count > 1 ? `${content.position} of ${content.count}` : "";
    for (const step of steps) step.hidden = content.count < 2;
    if (!card.matches(":popover-open")) card.showPopover();
    body.scrollTop = 0;
  }

  hide(): void {
    const card = this.#parts?.card;
    if (card?.matches(":popover-open")) card.hidePopover();
    this.#said = "";
    this.#parts?.body.setAttribute("aria-live", "off");
  }

  focus(): void {
    const { card, body } = this.#open();
    card.focus({ preventScroll: true });
    // The focus has the first finding read out; those stepped to after it speak for themselves.
    body.setAttribute("aria-live", "polite");
  }

  /** Stands beside these rectangles, or stays where it is when the mark is out of sight. */
  placeAt(rects: readonly DOMRect[]): void {
    const mark = around(rects);
    if (!mark) return;
    const { card, body } = this.#open();
    card.style.setProperty("max-height", "none");
    const { width, height } = card.getBoundingClientRect();
    const placed = place(mark, { width, height }, viewNow());
    moveTo(card, placed.left, placed.top);
    card.style.setProperty("max-height", `${placed.maxHeight}px`);
    // What has to be scrolled must be reached by keyboard, and what has not should not be.
    body.tabIndex = body.scrollHeight > body.clientHeight ? 0 : -1;
  }

  /** Whether Tab (or Shift+Tab, `backwards`) would go out of the card from where the focus is. */
  isLastStop(backwards: boolean): boolean {
    const { card } = this.#open();
    const stops = [...card.querySelectorAll("button, summary, [tabindex='0']")].filter((stop) =>
      stop.checkVisibility(),
    );
    const active = this.#layer.active;
    return backwards ? active === card || active === stops[0] : active === stops.at(-1);
  }

  #open(): ReturnType<typeof build> {
    if (this.#parts) return this.#parts;
    this.#layer.adopt(LOOK);
    this.#layer.adopt(CARD_STYLE);
    this.#parts = build(this.#actions);
    this.#layer.append(this.#parts.card);
    return this.#parts;
  }
}

function build(actions: CardActions) {
  const severity = element("p", { class: "severity" });
  const title = element("h2", { id: "title" });
  const body = element("div", { class: "body", id: "body", "aria-live": "off", "aria-atomic": "true" });
  const position = element("span");
  const button = (label: string, pressed: () => void) => {
    const made = element("button", { type: "button" }, label);
    made.addEventListener("click", pressed);
    return made;
  };
  const close = button("×", actions.close);
  close.className = "close";
  close.setAttribute("aria-label", "Close");
  const steps = [button("Previous", () => actions.step(-1)), button("Next", () => actions.step(1))] as const;
  const card = element("div", {
    class: "ours card",
    popover: "manual",
    role: "dialog",
    lang: "en-GB",
    dir: "ltr",
    tabindex: "-1",
    "aria-labelledby": "severity title",
    "aria-describedby": "body",
  });
  severity.id = "severity";
  const head = element("div", { class: "head" }, element("div", {}, severity, title), close);
  card.append(head, body, element("div", { class: "foot" }, steps[0], position, steps[1]));
  card.addEventListener("pointerenter", actions.enter);
  card.addEventListener("pointerleave", actions.leave);
  return { card, severity, title, body, position, steps };
}

/** Where things stand in the text is not said on the card. */
function wordsOnly(key: string, value: unknown): unknown {
  return ["replacements", "replacement", "pieces"].includes(key) ? undefined : value;
}

function bodyOf({ explanation, told, write, truncated }: CardContent): Element[] {
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
  if (truncated)
    body.push(element("p", { class: "policy" }, "Only the first 50,000 characters of this text were checked."));
  return body;
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
