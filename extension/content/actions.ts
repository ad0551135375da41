import type { Explanation } from "../shared/protocol.ts";
import { element } from "./element.ts";
import type { Marked } from "./finding.ts";
import type { Ignored, Ignoring } from "./ignoring.ts";
import { type About, COPIED, reportOf } from "./report.ts";

/** Longer stretches are not ignored for good: nobody writes them twice. */
const LONGEST_ALWAYS = 200;

/** What can be done about a finding besides changing the words. */
export interface Actions {
  ignoreHere(): void;
  /** Null where it cannot be kept, or would be of no use. */
  readonly ignoreAlways: (() => Promise<void>) | null;
  /** Copies a report; answers in words what came of it. */
  report(): Promise<string>;
}

/** Gives findings their actions. */
export class Acting {
  readonly #ignoring: Ignoring;
  readonly #about: () => Promise<About>;

  constructor(ignoring: Ignoring, about: () => Promise<About>) {
    this.#ignoring = ignoring;
    this.#about = about;
  }

  /** `told` is called with what was ignored, just before it is gone. */
  of(finding: Marked, explanation: Explanation | null, told: (ignored: Ignored) => void): Actions | null {
    if (!explanation) return null;
    const ofDetails = explanation.pieces.length > 0;
    const length = finding.found.finding.end - finding.found.finding.start;
    const always = this.#ignoring.canAlways && !ofDetails && length <= LONGEST_ALWAYS;
    return {
      ignoreHere: () => this.#ignoring.here(finding, ofDetails, told),
      ignoreAlways: always ? () => this.#ignoring.always(finding, told) : null,
      report: async () => {
        try {
          const report = reportOf(explanation, finding.found.surface, await this.#about(), navigator.userAgent);
          await navigator.clipboard.writeText(report);
          return COPIED;
        } catch {
          return "Could not copy. Your browser does not allow it here.";
        }
      },
    };
  }
}

/** The buttons for what can be done, and what came of it. */
export function actionsOf({ ignoreHere, ignoreAlways, report }: Actions): HTMLElement {
  const outcome = element("p", { role: "status", class: "outcome" });
  const button = (label: string, pressed: () => void) => {
    const made = element("button", { type: "button" }, label);
    made.addEventListener("click", pressed);
    return made;
  };
  const buttons = [button("Ignore here", ignoreHere)];
  if (ignoreAlways) {
    buttons.push(
      button("Ignore always", () => {
        ignoreAlways().catch(() => {
          outcome.textContent = "This could not be kept. You can ignore it here.";
        });
      }),
    );
  }
  const said = async () => {
    outcome.textContent = "";
    outcome.textContent = await report();
  };
  buttons.push(button("Not right?", () => void said()));
  return element(
    "div",
    { class: "actions", role: "group", "aria-label": "If you see it otherwise" },
    ...buttons,
    outcome,
  );
}

/** What came of something, with the button that takes it back where there is one. */
export function ignoredLine(says: string, undo?: () => void): { line: HTMLElement; button: HTMLButtonElement | null } {
  const line = element("div", { class: "ignored" }, element("p", { id: "ignored" }, says));
  if (!undo) return { line, button: null };
  const button = element("button", { type: "button", "aria-describedby": "ignored" }, "Undo");
  button.addEventListener("click", undo);
  line.append(button);
  return { line, button };
}
