import type { Acting } from "./actions.ts";
import { bodyOf } from "./card-body.ts";
import { rememberCaret } from "./caret.ts";
import type { Composer } from "./composer.ts";
import { element } from "./element.ts";
import type { Explainer } from "./explainer.ts";
import type { Marked } from "./finding.ts";
import type { Ignored } from "./ignoring.ts";
import type { Kept } from "./kept.ts";
import type { Layer } from "./layer.ts";
import { type Note, type PanelButton, type PanelFooter, worstOf } from "./note.ts";
import { Panel } from "./panel.ts";
import type { EntryContent } from "./panel-entry.ts";
import { Pill } from "./pill.ts";
import { NOT_WRITTEN } from "./replace.ts";
import { roomOf } from "./room.ts";
import { quoted, tell } from "./told.ts";
import type { Offered, Writer } from "./writer.ts";

/** What an overview works with. */
export interface OverviewParts {
  readonly composer: Composer;
  readonly kept: Kept;
  readonly explainer: Explainer;
  readonly acting: Acting;
  readonly writer: Writer;
  readonly layer: Layer;
  readonly signal: AbortSignal;
  /** The panel opens or closes: no card may be in its way. */
  readonly held: (held: boolean) => void;
}

/** All that there is to look at in a composer, findings and notes: counted by the pill, listed in the panel. */
export class Overview {
  readonly #parts: OverviewParts;
  readonly #pill: Pill;
  readonly #panel: Panel;
  #findings: readonly Marked[] = [];
  #truncated = false;
  #footer: PanelFooter | null = null;
  /** The way back to the caret, while the panel is open. */
  #back: (() => void) | null = null;
  #entered = false;
  #asked = 0;

  constructor(parts: OverviewParts) {
    const { composer, layer, signal } = parts;
    this.#parts = parts;
    this.#pill = new Pill(composer.element, layer, () => (this.isOpen ? this.close() : this.open()), signal);
    this.#panel = new Panel(layer, { close: () => this.close(), pressed: (button) => this.close(button) });
    const resized = () => this.#entered && this.isOpen && this.#place();
    window.addEventListener("resize", resized, { passive: true, signal });
    window.visualViewport?.addEventListener("resize", resized, { passive: true, signal });
    signal.addEventListener("abort", () => {
      this.#findings = [];
      this.#leave()?.closed?.();
    });
    this.#count();
  }

  get notes(): readonly Note[] {
    return [...this.#parts.kept.notes.values()];
  }

  get isOpen(): boolean {
    return this.#back !== null;
  }

  /** Takes note of what is marked now. */
  marked(findings: readonly Marked[], truncated: boolean): void {
    this.#findings = findings;
    this.#truncated = truncated;
    this.#changed();
  }

  note(note: Note): void {
    this.#parts.kept.notes.set(note.id, note);
    this.#changed();
  }

  unnote(id: string): void {
    if (this.#parts.kept.notes.delete(id)) this.#changed();
  }

  /** Opens the panel and moves the focus into it. Answers whether there was anything to show. */
  open(footer: PanelFooter | null = null): boolean {
    if (this.#findings.length + this.notes.length === 0) return false;
    this.close();
    this.#parts.held(true);
    this.#back = rememberCaret(this.#parts.composer);
    this.#footer = footer;
    this.#entered = false;
    this.#panel.foot(footer);
    void this.#list();
    return true;
  }

  /** Closes the panel and gives the caret back; what the button was for comes after that. */
  close(button?: PanelButton): void {
    const back = this.#back;
    if (!back) return;
    this.#back = null;
    back();
    const footer = this.#leave();
    if (button) button.pressed();
    else footer?.closed?.();
  }

  /** Takes the pill away too, until there is something to count again. */
  closeAll(): void {
    this.close();
    this.#pill.hide();
  }

  /** A key pressed while the focus is in something of ours; whether it is the panel's. */
  keydown(event: KeyboardEvent): boolean {
    if (!this.isOpen) return event.key === "Escape" && this.#leavePill();
    const leaves = event.key === "Escape" || (event.key === "Tab" && this.#panel.isLastStop(event.shiftKey));
    if (leaves) this.close();
    if (leaves || this.#panel.move(event)) event.preventDefault();
    return true;
  }

  /** Someone came to the pill by Tab and wants back; whether that was so. */
  #leavePill(): boolean {
    if (!this.#pill.hasFocus) return false;
    this.#parts.composer.element.focus({ preventScroll: true });
    return true;
  }

  #leave(): PanelFooter | null {
    const footer = this.#footer;
    this.#asked++;
    this.#back = null;
    this.#footer = null;
    this.#panel.hide();
    this.#pill.expanded(false);
    this.#parts.held(false);
    return footer;
  }

  /** Someone went from the panel to the composer by themselves: the caret is where they have put it. */
  cameBack(): void {
    if (this.#back) this.#leave()?.closed?.();
  }

  #changed(): void {
    this.#count();
    if (this.isOpen) void this.#list();
  }

  #count(): void {
    const entries = [...this.#findings, ...this.notes];
    const worst = worstOf(entries);
    if (worst) this.#pill.show({ count: entries.length, worst });
    else this.#pill.hide();
  }

  #place(): void {
    this.#panel.placeBy(this.#pill.rect);
  }

  /** Lists everything, once it is known what to call it. */
  async #list(): Promise<void> {
    const asked = ++this.#asked;
    const findings = await Promise.all(this.#findings.map((finding) => this.#entryOf(finding)));
    if (asked !== this.#asked || !this.isOpen) return;
    const entries = [...findings, ...this.notes.map(entryOfNote)];
    this.#panel.show(entries, this.#truncated);
    if (!this.#entered) this.#enter(entries);
  }

  /** The focus goes into the panel when it is first shown, and is the person's own from then on. */
  #enter([first, ...others]: readonly EntryContent[]): void {
    this.#entered = true;
    if (first && others.length === 0) this.#panel.choose(first.key);
    this.#place();
    this.#panel.focus();
    this.#pill.expanded(true);
  }

  async #entryOf(finding: Marked): Promise<EntryContent> {
    const { composer, explainer, acting, writer } = this.#parts;
    const { found, severity, rule, start, end } = finding;
    const explanation = await explainer.of(finding);
    const told = tell(explanation, found.text, found.finding, roomOf(composer));
    const offered = told.offers.map(({ replacement }) => ({ found, offer: replacement }));
    const write = {
      can: offered.map((one) => writer.can(one)),
      press: (at: number) => this.#replace(offered[at]),
    };
    // Its words stand in its line already.
    const content = { explanation, told: { ...told, quote: null }, truncated: false, write };
    const isWhole = found.finding.start === 0 && found.finding.end === found.text.length;
    return {
      key: `${rule} ${start} ${end}`,
      severity,
      title: explanation?.title ?? "Something to look at",
      words:
        told.quote ??
        (isWhole ? "The text as a whole" : quoted(found.text.slice(found.finding.start, found.finding.end))),
      body: () => bodyOf({ ...content, actions: acting.of(finding, explanation, (gone) => this.#ignored(gone)) }),
      said: JSON.stringify(content),
    };
  }

  /** Writes what is offered, for which the composer needs the focus, and comes back to what is left. */
  async #replace(offered: Offered | undefined): Promise<null> {
    const footer = this.#footer;
    this.#footer = null;
    this.close();
    const outcome = offered ? (await this.#parts.writer.write(offered)).outcome : "changed";
    if (this.#parts.signal.aborted) return null;
    if (!this.open(footer)) footer?.closed?.();
    else if (outcome !== "replaced") this.#panel.say(NOT_WRITTEN[outcome]);
    return null;
  }

  #ignored({ says, undo }: Ignored): void {
    this.#panel.say(`Ignored. ${says}`, () => void undo().then(() => this.isOpen && this.#panel.say(null)));
  }
}

function entryOfNote({ id, severity, title, why, instead }: Note): EntryContent {
  const said = JSON.stringify([why, instead]);
  const advice = () => element("p", { class: "instead" }, element("strong", {}, "What to do: "), instead);
  return {
    key: `note ${id}`,
    severity,
    title,
    words: "About the post",
    body: () => [element("p", { class: "why" }, why), advice()],
    said,
  };
}
