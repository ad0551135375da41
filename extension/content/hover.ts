import { isSame, type Marked } from "./finding.ts";

/** How long the pointer rests on a mark before its card opens; passing over one is not asking. */
const DWELL_MS = 300;
/** How long the pointer may take from the mark to the card, or back. */
const GRACE_MS = 400;

/** What the pointer can ask for. */
export interface HoverTarget {
  /** Whether there is anything to hover over; if not, no layout is looked at. */
  readonly isMarked: boolean;
  readonly shown: Marked | null;
  readonly isOpen: boolean;
  at(x: number, y: number): Marked | null;
  open(finding: Marked): void;
  leave(): void;
}

/** Opens the card of the mark under the pointer, and closes it when the pointer has left both for good. */
export class Hover {
  readonly #target: HoverTarget;
  readonly #signal: AbortSignal;
  readonly #area: Element;
  #x = 0;
  #y = 0;
  #frame = 0;
  #over: Marked | null = null;
  #dwell: ReturnType<typeof setTimeout> | undefined;
  #grace: ReturnType<typeof setTimeout> | undefined;

  /** `area` holds everything that is marked: the composer itself, or a thread that it belongs to. */
  constructor(area: Element, target: HoverTarget, signal: AbortSignal) {
    this.#area = area;
    this.#target = target;
    this.#signal = signal;
    const passive = { passive: true, signal };
    area.addEventListener("pointermove", (event) => this.#moved(event as PointerEvent), passive);
    area.addEventListener("pointerleave", (event) => this.left(event as PointerEvent), passive);
    area.addEventListener("pointerup", (event) => this.#tapped(event as PointerEvent), passive);
    signal.addEventListener("abort", () => this.stop());
  }

  /** The pointer came into the card: it stays. */
  readonly enteredCard = (): void => clearTimeout(this.#grace);

  /** The pointer left the card, or the composer. A finger leaves whatever it has tapped, and means nothing by it. */
  readonly left = ({ pointerType }: PointerEvent): void => {
    if (pointerType !== "touch") this.#away();
  };

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#over = null;
    clearTimeout(this.#dwell);
    clearTimeout(this.#grace);
  }

  #moved(event: PointerEvent): void {
    if (!this.#target.isMarked || event.pointerType === "touch") return;
    // A pressed button means that text is being selected.
    if (event.buttons !== 0 || !isOverText(event, this.#area)) {
      this.#away();
      return;
    }
    this.#x = event.clientX;
    this.#y = event.clientY;
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#look());
  }

  #look(): void {
    this.#frame = 0;
    if (this.#signal.aborted) return;
    const finding = this.#target.at(this.#x, this.#y);
    if (!finding) {
      this.#away();
      return;
    }
    const isShown = isSame(finding, this.#target.shown);
    if (isShown) clearTimeout(this.#grace);
    if (isSame(finding, this.#over)) return;
    this.#over = finding;
    clearTimeout(this.#dwell);
    if (!isShown) this.#dwell = setTimeout(() => this.#open(finding), DWELL_MS);
  }

  #open(finding: Marked): void {
    clearTimeout(this.#grace);
    this.#target.open(finding);
  }

  #away(): void {
    this.#over = null;
    clearTimeout(this.#dwell);
    clearTimeout(this.#grace);
    if (this.#target.isOpen) this.#grace = setTimeout(() => this.#target.leave(), GRACE_MS);
  }

  #tapped(event: PointerEvent): void {
    if (event.pointerType === "mouse" || !this.#target.isMarked) return;
    const finding = isOverText(event, this.#area) ? this.#target.at(event.clientX, event.clientY) : null;
    if (finding) this.#open(finding);
    else this.#target.leave();
  }
}

/** Whether the pointer is over what is written: in a thread, menus and pictures lie between and over the composers. */
function isOverText(event: Event, area: Element): boolean {
  if (isWritten(area)) return true;
  return event.composedPath().some((node) => isWritten(node));
}

function isWritten(node: EventTarget): boolean {
  if (node instanceof HTMLTextAreaElement || node instanceof HTMLInputElement) return true;
  return node instanceof HTMLElement && (node.isContentEditable || node.getAttribute("role") === "textbox");
}
