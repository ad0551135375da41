/** `make soak`: ten minutes with twenty composers a minute, and a minute in which nothing happens, in each browser. */
import { BROWSERS, ExtensionCopy, openBrowser } from "../harness/index.ts";
import { countIn, idle } from "./idle.ts";
import { soak } from "./soak.ts";

const MINUTES = Number(process.env.SOAK_MINUTES ?? 10);
const A_MINUTE = 20;
const MINUTE_MS = 60_000;

for (const name of BROWSERS) {
  const browser = await openBrowser(name);
  const left = await soak(browser, { composers: MINUTES * A_MINUTE, everyMs: MINUTE_MS / A_MINUTE });
  await browser.close();
  const grown = left.grown === null ? "heap not told" : `heap grown by ${Math.round(left.grown / 1_000)} KB`;
  console.log(`${name}: ${MINUTES * A_MINUTE} composers in ${MINUTES} minutes: ${left.kept} kept, ${grown}`);
  await ExtensionCopy.with(name, async (copy) => {
    await countIn(copy);
    const counting = await openBrowser(name, { extension: copy.folder });
    for (const composer of ["textarea", "contenteditable"] as const) {
      const { resting } = await idle(counting, composer, MINUTE_MS);
      console.log(`${name}: a minute without a key in a marked ${composer}: ${JSON.stringify(resting)}`);
    }
    await counting.close();
  });
}
