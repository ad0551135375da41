/** Whether Tab (or Shift+Tab, `backwards`) would go out of this box from where the focus is. */
export function isLastStop(box: HTMLElement, active: Element | null, backwards: boolean): boolean {
  const stops = [...box.querySelectorAll<HTMLElement>("button, summary, [tabindex='0']")].filter(
    (stop) => stop.tabIndex >= 0 && stop.checkVisibility(),
  );
  return backwards ? active === box || active === stops[0] : active === stops.at(-1);
}
