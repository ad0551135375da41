/**
 * What everything of ours on a page looks like. System colours take over where the person chose them. Sizes are in em,
 * from the browser's own: a rem is the page's, and some make it ten pixels.
 */
export const LOOK = `
.ours { --paper: light-dark(#ffffff, #1f242b); --ink: light-dark(#16191d, #f1f4f7); --quiet: light-dark(#4a525c, #b9c2cc);
  --edge: light-dark(#79828d, #808a96); --press: light-dark(#eceff3, #323943); --focus: light-dark(#0b57c2, #8ab8ff);
  --advice: light-dark(#1763b8, #79b4f5); --caution: light-dark(#8f4e00, #f0a94a); --serious: light-dark(#b3261e, #ff8f80);
  color-scheme: light dark; position: fixed; inset: 0 auto auto 0; margin: 0; padding: 0; box-sizing: border-box;
  border: 1px solid var(--edge); background: var(--paper); color: var(--ink);
  font: 0.9375em/1.45 system-ui, "Segoe UI", sans-serif; text-align: start; }
.advice { --grave: var(--advice); } .caution { --grave: var(--caution); } .serious { --grave: var(--serious); }
button { font: inherit; font-size: 0.9333em; min-height: 32px; min-width: 32px; flex: none; padding: 4px 10px; border-radius: 6px;
  border: 1px solid var(--edge); background: transparent; color: inherit; cursor: pointer; }
button:hover { background: var(--press); }
button:focus-visible { outline: 3px solid var(--focus); outline-offset: 1px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (forced-colors: active) {
  .ours { border: 2px solid CanvasText; box-shadow: none; --grave: CanvasText; }
  button { border-color: ButtonText; }
  button:focus-visible { outline-color: Highlight; }
}`;
