/** Shows the extension at work: in a window for a person, or headless with a table and pictures of what was painted. */
import { rm } from "node:fs/promises";
import { BROWSERS, type BrowserName, openBrowser } from "../harness/index.ts";
import { writeSamples } from "./samples.ts";
import { table } from "./table.ts";

const FOLDER = "target/run";
/** Any host of the shipped list without an adapter of its own; the harness answers for it. */
export const DEMO = "https://www.flickr.com/demo/?with=extension";

const chosen = process.env.BROWSER;
if (chosen !== undefined && !BROWSERS.includes(chosen as BrowserName)) {
  console.error(`run: BROWSER is "${chosen}"; it can be ${BROWSERS.join(" or ")}`);
  process.exit(2);
}
const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
if (hasDisplay && !process.env.CI) await openWindow((chosen as BrowserName | undefined) ?? "chrome");
else await runHeadless(chosen ? [chosen as BrowserName] : BROWSERS);

async function openWindow(name: BrowserName): Promise<void> {
  console.log(`==> Opening the demo page in ${name}, with the extension, in a profile that is thrown away`);
  console.log(
    `    The address says ${new URL(DEMO).host}, where the extension works; this machine answers in its place.`,
  );
  console.log("    Write in any of the boxes. Close the window to end.");
  const browser = await openBrowser(name, { headless: false });
  await browser.firstPage(DEMO);
  await browser.closed();
  await browser.server.close();
}

async function runHeadless(names: readonly BrowserName[]): Promise<void> {
  await rm(FOLDER, { recursive: true, force: true });
  let missing = 0;
  for (const name of names) {
    console.log(`==> Writing the sample posts in ${name}, headless`);
    const browser = await openBrowser(name);
    try {
      const outcome = await writeSamples(browser, DEMO, FOLDER);
      console.log(table(outcome.rows));
      for (const picture of outcome.pictures) console.log(`    ${picture}`);
      for (const problem of outcome.problems) console.error(`run: ${name}: ${problem}`);
      missing += outcome.problems.length;
    } finally {
      await browser.close();
    }
  }
  if (missing > 0) {
    console.error(`run: ${missing} ${missing === 1 ? "thing was" : "things were"} not as expected`);
    process.exitCode = 1;
  }
}
