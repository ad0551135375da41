import type { Severity } from "../shared/protocol.ts";
import { costOf } from "./beneath.ts";
import { clippersOf } from "./clippers.ts";
import { element, moveTo, SEVERITY_WORDS, severityIcon } from "./element.ts";
import type { Layer } from "./layer.ts";
import { LOOK } from "./look.ts";
import { watchMoves } from "./moves.ts";
import { boxAt, chooseSpot, isCorner, type Spot } from "./pill-spot.ts";
import { type Box, viewNow } from "./place.ts";

const STYLE = `
.pill { display: inline-flex; align-items: center; gap: 6px; min-height: 28px; padding: 2px 10px 2px 8px; width: max-content;
  border-radius: 999px; font-size: 0.8125em; line-height: 1.2; font-weight: 600; box-shadow: 0 1px 5px rgb(0 0 0 / 25%); }
.pill:not(:popover-open) { display: none; }
.pill.away { visibility: hidden; }
.pill:hover { background: var(--press); }
.pill svg { width: 1.3em; height: 1.3em; flex: none; fill: var(--grave); }
.pill .word { color: var(--grave); }
@media (pointer: coarse) { .pill { min-height: 40px; padding: 4px 14px 4px 12px; } }
@media (forced-colors: active) { .pill { border-color: ButtonText; } }`;

export interface PillContent {
  readonly count: number;
  readonly worst: Severity;
}

/** Tells at the composer's corner how much there is to look at, and how grave it is; pressed, it opens the panel. */
export class Pill {
  readonly #composer: HTMLElement;
  readonly #layer: Layer;
  readonly #pressed: () => void;
  readonly #signal: AbortSignal;
  #pill: HTMLButtonElement | null = null;
  #said = "";
  #spot: Spot | null = null;
  /** Ends the watch over where the composer is: there is none while there is nothing to show. */
  #watch: AbortController | null = null;
  #frame = 0;

  constructor(composer: HTMLElement, layer: Layer, pressed: () => void, signal: AbortSignal) {
    this.#composer = composer;
    this.#layer = layer;
    this.#pressed = pressed;
    this.#signal = signal;
    signal.addEventListener("abort", () => this.#rest());
  }

  show({ count, worst }: PillContent): void {
    const pill = this.#open();
    const said = `${SEVERITY_WORDS[worst]} ${count}`;
    if (said !== this.#said) {
      pill.className = `ours pill ${worst}`;
      const word = element("span", { class: "word" }, SEVERITY_WORDS[worst]);
      const rest = element("span", { class: "unseen" }, count === 1 ? "thing to look at" : "things to look at");
      pill.replaceChildren(severityIcon(worst), word, " ", element("span", {}, String(count)), " ", rest);
    }
    if (!this.#watch) {
      pill.showPopover();
      this.#watch = new AbortController();
      watchMoves(this.#composer, this.#watch.signal, () => this.#placeSoon());
    }
    // What is written may have come to a corner; beside the box nothing of ours has changed but its own size.
    if (said !== this.#said || !this.#spot || isCorner(this.#spot)) this.#placeSoon();
    this.#said = said;
  }

  hide(): void {
    if (this.#watch && this.#pill) this.#pill.hidePopover();
    this.#rest();
  }

  /** Where it stands, for what opens from it. */
  get rect(): DOMRect {
    return this.#open().getBoundingClientRect();
  }

  get hasFocus(): boolean {
    return this.#pill !== null && this.#layer.active === this.#pill;
  }

  expanded(is: boolean): void {
    this.#pill?.setAttribute("aria-expanded", String(is));
  }

  #rest(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#watch?.abort();
    this.#watch = null;
    this.#spot = null;
    this.#said = "";
  }

  #open(): HTMLButtonElement {
    if (this.#pill) return this.#pill;
    this.#layer.adopt(LOOK);
    this.#layer.adopt(STYLE);
    const described = {
      popover: "manual",
      lang: "en-GB",
      dir: "ltr",
      "aria-haspopup": "dialog",
      "aria-expanded": "false",
    };
    this.#pill = element("button", { type: "button", ...described });
    this.#pill.addEventListener("click", this.#pressed);
    this.#layer.append(this.#pill);
    return this.#pill;
  }

  #placeSoon(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#place());
  }

  #place(): void {
    this.#frame = 0;
    if (this.#signal.aborted || !this.#pill) return;
    const pill = this.#pill;
    const view = viewNow();
    const shown = shownOf(this.#composer, view);
    pill.classList.toggle("away", shown === null);
    if (!shown) return;
    const { width, height } = pill.getBoundingClientRect();
    const rtl = getComputedStyle(this.#composer).direction === "rtl";
    const boxOf = (spot: Spot) => boxAt(spot, shown, { width, height }, rtl);
    const cost = (box: Box) => costOf(box, this.#composer, (one) => this.#layer.owns(one));
    this.#spot = chooseSpot(boxOf, view, cost, this.#spot);
    const { left, top } = boxOf(this.#spot);
    moveTo(pill, left, top);
  }
}

/** As much of the composer as can be seen, or null when that is nothing. */
function shownOf(composer: HTMLElement, view: Box): Box | null {
  const boxes = [composer, ...clippersOf(composer)].map((one) => one.getBoundingClientRect());
  const shown = boxes.reduce<Box>(
    (all, box) => ({
      left: Math.max(all.left, box.left),
      top: Math.max(all.top, box.top),
      right: Math.min(all.right, box.right),
      bottom: Math.min(all.bottom, box.bottom),
    }),
    view,
  );
  return shown.right - shown.left < 8 || shown.bottom - shown.top < 8 ? null : shown;
}
