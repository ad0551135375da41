import type { Composer } from "./composer.ts";

/** Remembers where the caret or the selection is, and gives the way back to it. */
export function rememberCaret(composer: Composer): () => void {
  return composer.kind === "field" ? rememberInField(composer.element) : rememberInTree(composer.element);
}

function rememberInField(field: HTMLTextAreaElement | HTMLInputElement): () => void {
  const { selectionStart, selectionEnd, selectionDirection } = field;
  return () => {
    field.focus({ preventScroll: true });
    if (field.selectionStart === selectionStart && field.selectionEnd === selectionEnd) return;
    field.setSelectionRange(selectionStart, selectionEnd, selectionDirection ?? "none");
  };
}

interface HasSelection {
  getSelection?: () => Selection | null;
}

/** The selection in an element's tree: Chromium keeps one for every shadow root, Firefox one for the document. */
export function selectionIn(host: HTMLElement): Selection | null {
  const root = host.getRootNode() as HasSelection;
  return root.getSelection?.() ?? document.getSelection();
}

function rememberInTree(host: HTMLElement): () => void {
  const selectionNow = () => selectionIn(host);
  const selection = selectionNow();
  if (!selection?.anchorNode || !selection.focusNode || !host.contains(selection.anchorNode)) {
    return () => host.focus({ preventScroll: true });
  }
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  return () => {
    host.focus({ preventScroll: true });
    const now = selectionNow();
    const moved =
      now?.anchorNode !== anchorNode ||
      now.anchorOffset !== anchorOffset ||
      now.focusNode !== focusNode ||
      now.focusOffset !== focusOffset;
    // The page may have rendered the editor anew meanwhile; then it has put the caret where it wants it.
    if (now && moved && isPlace(anchorNode, anchorOffset) && isPlace(focusNode, focusOffset)) {
      now.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    }
  };
}

/** Whether a selection can still be put there: what is left of a node's text may be shorter. */
function isPlace(node: Node, offset: number): boolean {
  return node.isConnected && offset <= (node instanceof CharacterData ? node.length : node.childNodes.length);
}
