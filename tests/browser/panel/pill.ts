/** The pill as a person has it before them. */
import type { Page } from "puppeteer-core";
import { type Browser, type Rect, waitFor } from "../harness/index.ts";

export interface SeenPill {
  /** What it is called for those who hear it. */
  readonly name: string;
  /** What can be read on it. */
  readonly words: string;
  /** The outline of its icon. */
  readonly icon: string;
  readonly rect: Rect;
  readonly hasFocus: boolean;
  /** Whether nothing lies over its middle. */
  readonly onTop: boolean;
}

/** The pill, or null where none can be seen. */
export function pillOf(browser: Browser, page: Page): Promise<SeenPill | null> {
  return browser.inClosedRoots(
    page,
    (roots) => {
      const root = roots.find((one) => one.querySelector(".pill:popover-open"));
      const pill = root?.querySelector<HTMLElement>(".pill:popover-open");
      if (!root || !pill?.checkVisibility({ visibilityProperty: true })) return null;
      const { x, y, width, height } = pill.getBoundingClientRect();
      const above = root.host.getRootNode() as Document | ShadowRoot;
      const seen = [...pill.querySelectorAll<HTMLElement>("span:not(.unseen)")];
      return {
        name: (pill.textContent ?? "").replace(/\s+/g, " ").trim(),
        words: seen.map((one) => one.innerText).join(" "),
        icon: pill.querySelector("svg path")?.getAttribute("d") ?? "",
        rect: { x, y, width, height },
        hasFocus: root.activeElement === pill,
        onTop: above.elementFromPoint(x + width / 2, y + height / 2) === root.host,
      };
    },
    null,
  );
}

export const pillSays = (browser: Browser, page: Page, words: string): Promise<SeenPill> =>
  waitFor(
    `the pill “${words}”`,
    () => pillOf(browser, page),
    (seen) => seen?.words === words && seen.rect.y > 0,
  ) as Promise<SeenPill>;

export const pillGoes = (browser: Browser, page: Page): Promise<unknown> =>
  waitFor(
    "the pill to go",
    () => pillOf(browser, page),
    (seen) => seen === null,
  );
