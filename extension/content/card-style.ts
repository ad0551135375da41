/** The card's own look, on top of what everything of ours looks like. */
export const CARD_STYLE = `
.card { overflow: hidden; width: min(24em, 100vw - 16px); border-radius: 10px; outline: none;
  box-shadow: 0 6px 24px rgb(0 0 0 / 28%); overflow-wrap: anywhere; }
.card:popover-open { display: flex; flex-direction: column; }
.card:focus { outline: 3px solid var(--focus); outline-offset: 1px; }
.head { display: flex; align-items: start; gap: 8px; padding: 12px 8px 0 14px; }
.head > div { flex: 1; min-width: 0; padding-top: 4px; }
.severity { display: inline-flex; align-items: center; gap: 6px; margin: 0; font-weight: 600; font-size: 0.875em; }
.severity svg { width: 1.3em; height: 1.3em; flex: none; fill: currentColor; }
.severity span { text-decoration-line: underline; text-underline-offset: 3px; }
.severity { color: var(--grave); } .severity.advice span { text-decoration: underline dotted 3px; }
.severity.caution span { text-decoration: underline wavy 2px; }
.severity.serious span { text-decoration: underline solid 3px; }
h2 { margin: 4px 0 0; font-size: 1.0625em; line-height: 1.3; font-weight: 650; }
.body { padding: 6px 14px 12px; overflow: auto; overscroll-behavior: contain; scrollbar-color: var(--edge) transparent; min-height: 0; flex: 0 1 auto; }
.body:focus-visible { outline: 3px solid var(--focus); outline-offset: -3px; }
.body > * { margin: 8px 0 0; }
.quote { color: var(--quiet); border-inline-start: 3px solid var(--edge); padding-inline-start: 8px; }
.instead strong, .policy strong { font-weight: 650; }
ul { margin: 0; padding: 0; list-style: none; } li + li { margin-top: 4px; }
.policy { color: var(--quiet); font-size: 0.9333em; border-top: 1px solid var(--edge); padding-top: 8px; }
.policy p { margin: 6px 0 0; }
.policy b { color: var(--ink); font-weight: 600; }
summary { cursor: pointer; margin-top: 4px; padding: 3px 0; min-height: 24px; box-sizing: border-box; }
summary:focus-visible { outline: 3px solid var(--focus); }
.details li { padding-inline-start: 9px; border-inline-start: 3px solid var(--edge); }
.details b { font-weight: 600; }
.details .first { display: block; font-weight: 650; color: var(--caution); }
p + .details { margin-top: 6px; }
.offer p { margin: 0; }
.copy { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: center; margin-top: 6px; }
.actions { display: flex; flex-wrap: wrap; gap: 6px; border-top: 1px solid var(--edge); padding-top: 10px; }
.outcome { flex: 1 0 100%; margin: 0; font-size: 0.9333em; } .outcome:empty { display: none; }
.ignored { display: flex; flex-wrap: wrap; gap: 6px 10px; align-items: center; } .ignored p { flex: 1 1 12em; margin: 0; }
.foot { display: flex; align-items: center; gap: 6px; padding: 8px 10px 10px;
  border-top: 1px solid var(--edge); }
.foot:not(:has(button:not([hidden]))) { display: none; }
.foot span { flex: 1; text-align: center; color: var(--quiet); font-size: 0.875em; }
.close { border-color: transparent; font-size: 1.25em; line-height: 1; padding: 4px; }
@media (forced-colors: active) {
  .quote, .policy, .first, .foot span { color: CanvasText; }
  .card:focus { outline-color: Highlight; }
}`;
