import type { Severity } from "../shared/protocol.ts";
import { ignoredLine } from "./actions.ts";
import { type BodyContent, bodyOf } from "./card-body.ts";
import { CARD_STYLE } from "./card-style.ts";
import { element, moveTo, SEVERITY_WORDS, severityIcon } from "./element.ts";
import type { Layer } from "./layer.ts";
import { LOOK } from "./look.ts";
import { around, place, viewNow } from "./place.ts";
import { isLastStop } from "./stops.ts";

export interface CardContent extends BodyContent {
  readonly severity: Severity;
  readonly position: number;
  readonly count: number;
}

export interface CardActions {
  step(by: 1 | -1): void;
  close(): void;
  enter(): void;
  leave(event: PointerEvent): void;
}

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
    const { card, severity, title, body } = this.#open();
    const { position, count, ...rest } = content;
    this.#number(count > 1 ? `${position} of ${count}` : "", count > 1);
    // What was unfolded, scrolled to, copied or has the focus stays as it is while there is nothing new to say.
    const said = JSON.stringify(rest, wordsOnly);
    if (said === this.#said) return;
    this.#said = said;
    if (body.contains(this.#layer.active)) card.focus({ preventScroll: true });
    severity.className = `severity ${content.severity}`;
    severity.replaceChildren(severityIcon(content.severity), element("span", {}, SEVERITY_WORDS[content.severity]));
    title.textContent = content.explanation?.title ?? "Something to look at";
    body.replaceChildren(...bodyOf(content));
    if (!card.matches(":popover-open")) card.showPopover();
    body.scrollTop = 0;
  }

  /** Says that what it explained is ignored now, with the way back, and goes on to others where there are any. */
  showIgnored(says: string, undo: () => void, others: number): void {
    const { card, severity, title, body } = this.#open();
    const hadFocus = card.contains(this.#layer.active);
    const { line, button } = ignoredLine(says, undo);
    // What has the focus must not be taken out of the page: it would be lost, and everything of ours with it.
    if (hadFocus) card.focus({ preventScroll: true });
    this.#said = "";
    severity.className = "severity";
    severity.replaceChildren();
    title.textContent = "Ignored";
    body.replaceChildren(line);
    this.#number("", others > 0);
    if (hadFocus) button?.focus({ preventScroll: true });
  }

  /** Says which of the findings this is, and leads to the others where there are any. */
  #number(which: string, others: boolean): void {
    const { card, position, steps } = this.#open();
    position.textContent = which;
    // What has the focus must not be hidden either.
    if (!others && steps.some((step) => step === this.#layer.active)) card.focus({ preventScroll: true });
    for (const step of steps) step.hidden = !others;
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
    return isLastStop(card, this.#layer.active, backwards);
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
