/**
 * Tells when a script has written the document anew, as some editors do in a frame of theirs. `document.open()` takes every
 * listener off the document and its window, those of a content script too, which goes on and would hear nothing more.
 */
export function watchRewriting(rewritten: () => void): void {
  const observer = new MutationObserver((records) => {
    const isNew = records.some(({ removedNodes }) => [...removedNodes].some((node) => node instanceof HTMLHtmlElement));
    if (isNew) rewritten();
  });
  observer.observe(document, { childList: true });
}
