/** What the spy itself calls, as it was before the spy replaced it. */
export const originals = {
  addEventListener: EventTarget.prototype.addEventListener,
  now: performance.now.bind(performance),
  requestAnimationFrame: window.requestAnimationFrame.bind(window),
  fetch: window.fetch.bind(window),
  getComputedStyle: window.getComputedStyle.bind(window),
};
