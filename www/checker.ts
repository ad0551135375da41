import { composerAt, type Composer as Place } from "../extension/content/composer.ts";
import { read } from "../extension/content/read.ts";
import type { Scanner } from "../extension/shared/protocol.ts";
import type { Composer } from "./composers.ts";
import { listOf } from "./findings.ts";

/** Keeps the list beside a composer up to date, read and scanned as the extension does it; call it to check again. */
export function checkAsItChanges(composer: Composer, scanner: Scanner): () => void {
  const { surface, result } = composer;
  const { root } = composer.mounted;
  const place = placeIn(root);
  let latest = 0;
  let last: string | undefined;
  const check = async () => {
    const { text } = read(place);
    const turn = ++latest;
    last = text;
    const scan = await scanner.scan(text, surface);
    const list = await listOf({ text, surface, scan }, scanner);
    // An answer to old text is of no use.
    if (turn === latest) result.replaceChildren(...list);
  };

  let due = 0;
  const soon = () => {
    cancelAnimationFrame(due);
    due = requestAnimationFrame(() => {
      if (read(place).text !== last) void check();
    });
  };
  root.addEventListener("input", soon);
  new MutationObserver(soon).observe(root, { childList: true, characterData: true, subtree: true });
  void check();
  return () => void check();
}

function placeIn(root: HTMLElement): Place {
  const editable = root.matches(".editor") ? root : root.querySelector('[contenteditable="true"]');
  const place = editable && composerAt(editable);
  if (!place) throw new Error(`there is no composer in ${root.outerHTML.slice(0, 100)}`);
  return place;
}
