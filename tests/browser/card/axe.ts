/** Whether everyone can use it, as far as a program can tell. */
import { readFile } from "node:fs/promises";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "puppeteer-core";

interface Axe {
  run(context: string | Document, options: RunOptions): Promise<AxeResults>;
}

/** Faults that axe finds by the rules of WCAG 2.2 AA and good practice, each with the element that has it. */
export async function faults(page: Page, within?: string): Promise<string[]> {
  await page.evaluate(await readFile("node_modules/axe-core/axe.min.js", "utf8"));
  const { violations, passes } = await page.evaluate(
    (selector) =>
      (window as unknown as { axe: Axe }).axe.run(selector ?? document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      }),
    within,
  );
  // A button has a name or has none: one of the two must have been seen.
  const seen = [...passes, ...violations].flatMap(({ id, nodes }) => (id === "button-name" ? nodes : []));
  if (seen.length === 0) throw new Error(`axe found no button to look at in ${within ?? "the page"}`);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
