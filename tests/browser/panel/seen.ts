/** The panel as a person has it before them. */
import type { Page } from "puppeteer-core";
import { type Browser, type Rect, waitFor } from "../harness/index.ts";

export interface SeenEntry {
  readonly severity: string;
  readonly title: string;
  readonly words: string;
  readonly isOpen: boolean;
  readonly hasFocus: boolean;
}

export interface SeenPanel {
  readonly title: string;
  readonly entries: readonly SeenEntry[];
  /** What the chosen entry says. */
  readonly explained: string;
  /** What was ignored last. */
  readonly ignored: string;
  /** What is asked at the foot, and the buttons there. */
  readonly foot: string;
  /** What came of a report. */
  readonly outcome: string;
  /** What the focused element is called; its text where it has no name of its own. */
  readonly focusedOn: string;
  readonly rect: Rect;
  readonly onTop: boolean;
}

/** The open panel, or null. */
export function panelOf(browser: Browser, page: Page): Promise<SeenPanel | null> {
  return browser.inClosedRoots(
    page,
    (roots) => {
      const root = roots.find((one) => one.querySelector(".panel:popover-open"));
      const panel = root?.querySelector<HTMLElement>(".panel:popover-open");
      if (!root || !panel) return null;
      const said = (within: Element, selector: string) =>
        within.querySelector<HTMLElement>(selector)?.innerText.replace(/\s+/g, " ").trim() ?? "";
      const active = root.activeElement;
      const { x, y, width, height } = panel.getBoundingClientRect();
      const above = root.host.getRootNode() as Document | ShadowRoot;
      return {
        title: said(panel, "h2"),
        entries: [...panel.querySelectorAll(".entry")].map((entry) => ({
          severity: said(entry, ".word"),
          title: said(entry, ".name"),
          words: said(entry, ".words"),
          isOpen: entry.querySelector(".entry-head")?.getAttribute("aria-expanded") === "true",
          hasFocus: active === entry.querySelector(".entry-head"),
        })),
        explained: said(panel, ".entry-body:not([hidden])"),
        ignored: said(panel, ".ignored p"),
        foot: said(panel, ".foot"),
        outcome: said(panel, ".outcome"),
        focusedOn: (active?.getAttribute("aria-label") ?? active?.textContent ?? "").trim(),
        rect: { x, y, width, height },
        onTop: above.elementFromPoint(x + width / 2, y + 20) === root.host,
      };
    },
    null,
  );
}

export const panelShows = (
  browser: Browser,
  page: Page,
  what: string,
  holds: (seen: SeenPanel) => boolean,
): Promise<SeenPanel> =>
  waitFor(
    `the panel to show ${what}`,
    () => panelOf(browser, page),
    (seen) => seen !== null && holds(seen),
  ) as Promise<SeenPanel>;

export const panelCloses = (browser: Browser, page: Page): Promise<unknown> =>
  waitFor(
    "the panel to close",
    () => panelOf(browser, page),
    (seen) => seen === null,
  );

/** Goes from stop to stop until the button with these words has the focus. */
export async function tabToButton(browser: Browser, page: Page, words: string): Promise<void> {
  const passed: string[] = [];
  while (passed.at(-1) !== words) {
    if (passed.length > 14) throw new Error(`Tab comes to ${JSON.stringify(passed)}, never to “${words}”`);
    await page.keyboard.press("Tab");
    passed.push((await panelOf(browser, page))?.focusedOn ?? "nothing");
  }
}
