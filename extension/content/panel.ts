import { ignoredLine } from "./actions.ts";
import { truncatedLine } from "./card-body.ts";
import { CARD_STYLE } from "./card-style.ts";
import { element, moveTo } from "./element.ts";
import type { Layer } from "./layer.ts";
import { LOOK } from "./look.ts";
import type { PanelButton, PanelFooter } from "./note.ts";
import { Entry, type EntryContent } from "./panel-entry.ts";
import { PANEL_STYLE } from "./panel-style.ts";
import { type Box, placeUnfolding, viewNow } from "./place.ts";
import { isLastStop } from "./stops.ts";

export interface PanelActions {
  close(): void;
  /** A button at the foot was pressed. */
  pressed(button: PanelButton): void;
}

/** The list of everything that there is to look at. It is built once and rewritten, so that what has the focus keeps it. */
export class Panel {
  readonly #layer: Layer;
  readonly #actions: PanelActions;
  readonly #entries = new Map<string, Entry>();
  #parts: ReturnType<typeof build> | null = null;
  #made = 0;

  constructor(layer: Layer, actions: PanelActions) {
    this.#layer = layer;
    this.#actions = actions;
  }

  get isOpen(): boolean {
    return this.#parts?.panel.matches(":popover-open") ?? false;
  }

  show(contents: readonly EntryContent[], truncated: boolean): void {
    const { panel, title, list, none, cut } = this.#open();
    title.textContent = contents.length === 1 ? "One thing to look at" : `${contents.length} things to look at`;
    none.hidden = contents.length > 0;
    cut.hidden = !truncated;
    const had = this.#focused();
    const at = had ? [...this.#entries.values()].indexOf(had) : -1;
    this.#reconcile(contents);
    const entries = [...this.#entries.values()];
    const items = entries.map(({ item }) => item);
    const isOther = items.some((item, index) => list.children[index] !== item) || list.children.length !== items.length;
    if (isOther) {
      // What has the focus must not be taken out of the page: it would be lost, and everything of ours with it.
      if (had) panel.focus();
      list.replaceChildren(...items);
    }
    if (!panel.matches(":popover-open")) panel.showPopover();
    this.#rove(entries.find(({ head }) => head.tabIndex === 0) ?? entries[0]);
    // What had the focus is gone, or was moved: the one in its place takes it.
    if (had && isOther) (entries.includes(had) ? had : entries[Math.min(at, entries.length - 1)])?.head.focus();
  }

  foot(footer: PanelFooter | null): void {
    const { foot } = this.#open();
    const buttons = (footer?.buttons ?? []).map((button, index) => {
      const made = element("button", { type: "button", class: index === 0 ? "first" : "" }, button.label);
      made.addEventListener("click", () => this.#actions.pressed(button));
      return made;
    });
    foot.replaceChildren(...(footer?.says ? [element("p", {}, footer.says)] : []), ...buttons);
  }

  /** Says what came of something, with the way back where there is one, which has the focus; nothing when null. */
  say(says: string | null, undo?: () => void): void {
    const { said, panel } = this.#open();
    // What has the focus must not be taken out of the page: it would be lost, and everything of ours with it.
    if (said.contains(this.#layer.active)) (this.#current()?.head ?? panel).focus();
    said.replaceChildren();
    if (says === null) return;
    const { line, button } = ignoredLine(says, undo);
    said.append(line);
    button?.focus();
  }

  /** Unfolds one entry and folds the others. */
  choose(key: string | null): void {
    for (const [each, entry] of this.#entries) entry.unfold(each === key);
    const chosen = key === null ? undefined : this.#entries.get(key);
    const { body } = this.#open();
    const [item, seen] = [chosen?.item.getBoundingClientRect(), body.getBoundingClientRect()];
    if (item && item.bottom > seen.bottom) body.scrollTop += item.top - seen.top;
  }

  /** The focus goes to what is asked at the foot, or to the list. */
  focus(): void {
    const { foot, panel } = this.#open();
    const first = foot.querySelector("button") ?? this.#current()?.head ?? panel;
    first.focus({ preventScroll: true });
  }

  hide(): void {
    if (this.isOpen) this.#parts?.panel.hidePopover();
    this.#entries.clear();
    this.#parts?.list.replaceChildren();
    this.#parts?.said.replaceChildren();
  }

  placeBy(box: Box): void {
    const { panel } = this.#open();
    const { width } = panel.getBoundingClientRect();
    const { clientHeight } = document.documentElement;
    const { left, away, fromBottom, maxHeight } = placeUnfolding(box, width, viewNow(), clientHeight);
    panel.style.setProperty("inset", fromBottom ? "auto auto 0 0" : "0 auto auto 0");
    panel.style.setProperty("max-height", `${maxHeight}px`);
    moveTo(panel, left, fromBottom ? -away : away);
  }

  /** Arrow keys go from entry to entry; whether this key did. */
  move(event: KeyboardEvent): boolean {
    const heads = [...this.#entries.values()].map(({ head }) => head);
    const { active } = this.#layer;
    const at = active instanceof HTMLButtonElement ? heads.indexOf(active) : -1;
    // Within an explanation the keys scroll, as anywhere.
    if (at < 0 && this.#focused()) return false;
    const from = at < 0 && event.key === "ArrowUp" ? heads.length : at;
    const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: heads.length - 1 }[event.key];
    if (to === undefined || heads.length === 0) return false;
    const head = heads[(to + heads.length) % heads.length];
    this.#rove([...this.#entries.values()].find((entry) => entry.head === head));
    head?.focus();
    return true;
  }

  isLastStop(backwards: boolean): boolean {
    return isLastStop(this.#open().panel, this.#layer.active, backwards);
  }

  #reconcile(contents: readonly EntryContent[]): void {
    const entries = contents.map((content) => {
      const { key } = content;
      const entry =
        this.#entries.get(key) ??
        new Entry(
          () => {
            this.#rove(entry);
            this.choose(entry.isOpen ? null : key);
          },
          `entry-${++this.#made}`,
        );
      entry.show(content, this.#layer.active);
      return [key, entry] as const;
    });
    this.#entries.clear();
    for (const [key, entry] of entries) this.#entries.set(key, entry);
  }

  /** Tab stops at one entry of the list: the arrow keys go on from there. */
  #rove(to: Entry | undefined): void {
    for (const entry of this.#entries.values()) entry.head.tabIndex = entry === to ? 0 : -1;
  }

  #current(): Entry | undefined {
    return [...this.#entries.values()].find(({ head }) => head.tabIndex === 0);
  }

  /** The entry that has the focus, in its line or its explanation. */
  #focused(): Entry | undefined {
    return [...this.#entries.values()].find(({ item }) => item.contains(this.#layer.active));
  }

  #open(): ReturnType<typeof build> {
    if (this.#parts) return this.#parts;
    for (const style of [LOOK, CARD_STYLE, PANEL_STYLE]) this.#layer.adopt(style);
    this.#parts = build(this.#actions);
    this.#layer.append(this.#parts.panel);
    return this.#parts;
  }
}

function build({ close }: PanelActions) {
  const title = element("h2", { id: "panel-title" });
  const list = element("ul");
  const none = element("p", { class: "none", hidden: "" }, "There is nothing left to look at.");
  const cut = truncatedLine();
  cut.classList.add("cut");
  const said = element("div", { "aria-live": "polite" });
  const foot = element("div", { class: "foot" });
  const closing = element("button", { type: "button", class: "close", "aria-label": "Close" }, "×");
  closing.addEventListener("click", close);
  const described = { popover: "manual", role: "dialog", lang: "en-GB", dir: "ltr", tabindex: "-1" };
  const panel = element("div", { class: "ours card panel", "aria-labelledby": "panel-title", ...described });
  const head = element("div", { class: "head" }, element("div", {}, title), closing);
  const body = element("div", { class: "body" }, said, list, none, cut);
  panel.append(head, body, foot);
  return { panel, body, title, list, none, cut, said, foot };
}
