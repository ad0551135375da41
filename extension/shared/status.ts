/** What is said of the field in focus: whether it is checked and, if not, why. Never what stands in it. */

export const STATUSES = ["none", "checked", "private", "failed", "refused", "frame"] as const;

/**
 * - `none`: the focus is in no field
 * - `checked`: in one that is read
 * - `private`: in one that is never read, such as one for a password
 * - `failed`: in one that is read, but the scanner did not answer
 * - `refused`: in one that is left alone, because the page takes the marks away
 * - `frame`: in a frame; whether that is read only the frame can tell
 */
export type Status = (typeof STATUSES)[number];

/** Content script → background, whenever it changed. */
export interface StatusReport {
  readonly status: Status;
}

/** Content script → popup, of one frame of the tab. */
export interface FrameStatus extends StatusReport {
  /** Tells one frame of the tab from another. */
  readonly frame: number;
  readonly isTop: boolean;
  /** When the focus last moved in it, in milliseconds since 1970. */
  readonly at: number;
}

/** The name of the Ports by which the popup asks the frames of a tab, and a frame tells the background. */
export const STATUS_PORT = "status";

export function isStatusReport(message: unknown): message is StatusReport {
  if (typeof message !== "object" || message === null || !("status" in message)) return false;
  return STATUSES.some((status) => status === message.status);
}

/** What holds for the tab. Every frame remembers what was in focus when it was left; the top one knows which is now. */
export function statusOfTab(frames: readonly FrameStatus[]): Status | null {
  const top = frames.find(({ isTop }) => isTop);
  if (!top) return null;
  if (top.status !== "frame") return top.status;
  const inner = frames.filter(({ isTop, status }) => !isTop && status !== "none" && status !== "frame");
  return inner.sort((a, b) => b.at - a.at)[0]?.status ?? "frame";
}
