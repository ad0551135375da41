/** The model of an editor that has none of its own: its markup and where the selection stands in it. */
export function domModel(root: HTMLElement): unknown {
  const selection = selectionIn(root);
  return {
    html: root.innerHTML,
    anchor: selection && path(root, selection.anchorNode, selection.anchorOffset),
    focus: selection && path(root, selection.focusNode, selection.focusOffset),
  };
}

/** In a shadow tree Chromium answers from the root, Firefox from the document. */
function selectionIn(root: HTMLElement): Selection | null {
  const tree = root.getRootNode() as (Document | ShadowRoot) & { getSelection?(): Selection | null };
  return tree.getSelection?.() ?? document.getSelection();
}

/** Child indices from the root down, then the offset; null when the place is outside the root. */
function path(root: Node, node: Node | null, offset: number): number[] | null {
  if (!node || !root.contains(node)) return null;
  const steps = [offset];
  for (let at = node; at !== root && at.parentNode; at = at.parentNode) {
    steps.unshift([...at.parentNode.childNodes].indexOf(at as ChildNode));
  }
  return steps;
}
