import type { Severity } from "../shared/protocol.ts";
import { element, SEVERITY_WORDS, severityIcon } from "./element.ts";

/** One thing of those that the panel lists. */
export interface EntryContent {
  /** What it is told from the others by. */
  readonly key: string;
  readonly severity: Severity;
  readonly title: string;
  /** The words that were found, quoted, or what it is about. */
  readonly words: string;
  /** What it says when it is chosen; written anew when `said` is another. */
  readonly body: () => readonly Element[];
  readonly said: string;
}

/** A line of the panel's list, which unfolds into the explanation. */
export class Entry {
  readonly item: HTMLLIElement;
  readonly head: HTMLButtonElement;
  readonly #body: HTMLElement;
  #content: EntryContent | null = null;
  #written = "";

  constructor(chosen: () => void, id: string) {
    this.head = element("button", {
      type: "button",
      class: "entry-head",
      "aria-expanded": "false",
      "aria-controls": id,
    });
    this.head.addEventListener("click", chosen);
    this.#body = element("div", { class: "entry-body", id, hidden: "" });
    this.item = element("li", { class: "entry" }, element("h3", {}, this.head), this.#body);
  }

  get isOpen(): boolean {
    return !this.#body.hidden;
  }

  /** Shows this; the focus stays where it is, or near where what had it was rewritten. */
  show(content: EntryContent, focused: Element | null): void {
    const { severity, title, words } = content;
    this.item.className = `entry ${severity}`;
    const head = [
      severityIcon(severity),
      element("span", { class: "name" }, title),
      element("span", { class: "word" }, SEVERITY_WORDS[severity]),
      element("span", { class: "words" }, words),
    ];
    const now = element("span", {}, ...head).innerHTML;
    if (now !== this.head.innerHTML) this.head.replaceChildren(...head);
    this.#content = content;
    if (this.isOpen) this.#write(focused);
  }

  unfold(open: boolean): void {
    this.#body.hidden = !open;
    this.head.setAttribute("aria-expanded", String(open));
    if (open) this.#write(null);
  }

  /** What was unfolded or copied in it stays as it is while there is nothing new to say. */
  #write(focused: Element | null): void {
    if (!this.#content || this.#written === this.#content.said) return;
    this.#written = this.#content.said;
    if (this.#body.contains(focused)) this.head.focus();
    this.#body.replaceChildren(...this.#content.body());
  }
}
