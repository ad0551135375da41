/**
 * The lines under marked text, one shape a severity: dotted, wavy, solid.
 *
 * The page can read the names of highlights, so they say nothing of what is marked. The colours are light enough for a
 * dark page and dark enough for a light one: at least 3 : 1 against white, black and the usual dark greys. In forced
 * colours Chromium fills highlights and draws their lines in the colour of the page; they must lie within the filling.
 */
const LINES = `
::highlight(line-1) { text-decoration: underline dotted 3px #2f81d8; text-underline-offset: 3px; }
::highlight(line-2) { text-decoration: underline wavy 2px #c46b00; text-underline-offset: 3px; }
::highlight(line-3) { text-decoration: underline solid 3px #e0442e; text-underline-offset: 3px; }
input::highlight(line-1), input::highlight(line-2), input::highlight(line-3) {
  text-decoration-thickness: 2px; text-underline-offset: 0; text-decoration-skip-ink: none;
}
@media print { ::highlight(line-1), ::highlight(line-2), ::highlight(line-3) { text-decoration: none; } }
@media (forced-colors: active) {
  ::highlight(line-1), ::highlight(line-2), ::highlight(line-3) {
    text-decoration-color: CanvasText; text-decoration-thickness: 2px; text-underline-offset: 0;
  }
}`;

type Tree = Document | ShadowRoot;

/**
 * Gives the trees in which something is marked the look of the lines, and takes it away again.
 *
 * A style sheet of the manifest would be simpler, and would be there always: any page could then ask how a highlight of
 * that name would look, and know who visits it, long before anything is found.
 */
export class LineStyle {
  #sheet: CSSStyleSheet | null = null;
  readonly #dressed = new Set<Tree>();

  /** Called at each painting: a page may have set its own sheets anew, and ours are gone then. */
  dress(node: Node): void {
    const tree = node.getRootNode();
    if (!(tree instanceof Document || tree instanceof ShadowRoot)) return;
    const sheet = this.#made();
    if (!tree.adoptedStyleSheets.includes(sheet)) tree.adoptedStyleSheets.push(sheet);
    this.#dressed.add(tree);
  }

  undress(): void {
    for (const tree of this.#dressed) {
      const at = this.#sheet ? tree.adoptedStyleSheets.indexOf(this.#sheet) : -1;
      if (at >= 0) tree.adoptedStyleSheets.splice(at, 1);
    }
    this.#dressed.clear();
  }

  #made(): CSSStyleSheet {
    if (this.#sheet) return this.#sheet;
    this.#sheet = new CSSStyleSheet();
    this.#sheet.replaceSync(LINES);
    return this.#sheet;
  }
}
