/** The panel's own look, on top of the card's: it explains what the card explains. */
export const PANEL_STYLE = `
.panel { width: min(27em, 100vw - 16px); }
.panel > .head { padding-bottom: 8px; } .panel > .head h2 { margin: 2px 0 0; }
.panel > .body { padding: 0; border-top: 1px solid var(--edge); }
.panel > .body > * { margin: 0; }
.entry + .entry { border-top: 1px solid var(--edge); margin: 0; }
h3 { margin: 0; font: inherit; }
.entry-head { display: grid; grid-template-columns: auto 1fr auto; gap: 2px 10px; align-items: center; width: 100%;
  padding: 10px 14px; min-height: 48px; border: 0; border-radius: 0; text-align: start; font-size: 1em; line-height: 1.35; }
.entry-head:focus-visible { outline-offset: -3px; }
.entry-head > svg { width: 1.3em; height: 1.3em; fill: var(--grave); }
.entry-head .name { font-weight: 650; } .entry-head .word { color: var(--grave); font-weight: 600; font-size: 0.875em; }
.entry-head .words { grid-column: 2 / -1; color: var(--quiet); font-size: 0.9333em; }
.entry-head .words::after { content: "▾" / ""; float: inline-end; color: var(--ink); } [aria-expanded="true"] .words::after { content: "▴" / ""; }
.entry-body { padding: 0 14px 14px 45px; } .entry-body > * { margin: 8px 0 0; } .entry-body > :first-child { margin-top: 4px; }
@media (width < 420px) { .entry-body { padding-inline-start: 14px; } }
.panel .ignored, .panel .none, .panel .policy.cut { padding: 10px 14px; }
.panel .ignored { border-bottom: 1px solid var(--edge); }
.panel .foot { flex-wrap: wrap; }
.panel .foot p { flex: 1 0 100%; margin: 0; font-weight: 600; }
.panel .foot .first { background: var(--ink); color: var(--paper); border-color: var(--ink); font-weight: 600; }
@media (forced-colors: active) {
  .entry-head .word, .entry-head .words { color: ButtonText; }
  .entry-head > svg { fill: ButtonText; }
  .panel .foot .first { background: ButtonText; color: ButtonFace; }
}`;
