import { SEVERITIES, type Severity } from "../shared/protocol.ts";

/** Something to think of that no stretch of the text holds: a picture, a bio seen earlier. */
export interface Note {
  /** What tells it from others; a note with the same id takes the place of the one before. */
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly instead: string;
}

/** A button at the foot of the panel. The panel closes and gives the caret back before `pressed` is called. */
export interface PanelButton {
  readonly label: string;
  readonly pressed: () => void;
}

/** What whoever opens the panel asks there. */
export interface PanelFooter {
  /** A sentence above the buttons. */
  readonly says?: string;
  readonly buttons: readonly PanelButton[];
  /** Called when the panel closes without any of the buttons. */
  readonly closed?: () => void;
}

/** The gravest of these, or null where there is none. */
export function worstOf(things: readonly { readonly severity: Severity }[]): Severity | null {
  return SEVERITIES.findLast((severity) => things.some((thing) => thing.severity === severity)) ?? null;
}
