/**
 * What the page times by itself, so that no message to the driver is in the times. Sent there as source: the function
 * stands on its own.
 */

export interface Probe {
  /** Stretches that carried a line when the last frame was drawn. */
  count(): number;
  /** Waits until a frame draws so many; answers how many milliseconds after the last keystroke that frame was done. */
  drawn(count: number): Promise<number>;
}

declare global {
  interface Window {
    watchedMarks?: Probe;
  }
}

/** Looks at the marks on every frame. `roots` are the closed shadow roots that Firefox's lines over fields stand in. */
export function installProbe(roots: readonly ShadowRoot[]): void {
  const highlighted = () => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
  const overlaid = () =>
    roots.flatMap((root) => [...root.querySelectorAll("[popover]:popover-open .mirror span")]).length;

  let pressed = 0;
  // The event's own time is when the browser heard of the key, before any script.
  addEventListener("keydown", ({ timeStamp }) => (pressed = timeStamp), { capture: true, passive: true });

  const last = { count: -1, at: 0 };
  const { port1: afterFrame, port2: endOfFrame } = new MessageChannel();
  afterFrame.onmessage = ({ data }) => Object.assign(last, { count: data, at: performance.now() });
  const look = () => {
    // Frame callbacks run right before a frame is drawn, a message that they send right after it.
    const count = highlighted() + overlaid();
    if (count !== last.count) endOfFrame.postMessage(count);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  window.watchedMarks = {
    count: () => last.count,
    drawn: (count) =>
      new Promise((resolve) => {
        const ask = () => (last.count === count ? resolve(last.at - pressed) : requestAnimationFrame(ask));
        ask();
      }),
  };
}
