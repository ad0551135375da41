/** A frame that the extension asks for lets the page's own next one come later: a key has one, a move of the caret none. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { KeyInput, Page } from "puppeteer-core";
import { BROWSERS, ExtensionCopy, openBrowser } from "./harness/index.ts";
import { COMPOSERS, countIn, countsOf, difference, openMarked, settled } from "./soak/idle.ts";

const KEYS: readonly KeyInput[] = [" ", "a", "n", "d", "Backspace", " "];
const MOVES: readonly KeyInput[] = ["ArrowLeft", "ArrowLeft", "ArrowRight", "Home", "End"];

/** How many frames the extension asks for while each of these keys is pressed, and all that follows of it is drawn. */
async function framesOf(page: Page, keys: readonly KeyInput[]): Promise<number[]> {
  const frames: number[] = [];
  for (const key of keys) {
    const before = await countsOf(page);
    await page.keyboard.press(key);
    // What one frame leads to is asked for by the next.
    for (let frame = 0; frame < 4; frame++)
      await page.evaluate(() => new Promise((next) => requestAnimationFrame(next)));
    frames.push(difference(before, await countsOf(page)).frames);
  }
  return frames;
}

/** On a busy machine the answer to a scan, and what comes of it, may fall among the frames of some key. */
const middle = (frames: readonly number[]) => [...frames].sort((a, b) => a - b)[Math.floor(frames.length / 2)];

for (const name of BROWSERS) {
  test(`a key in a marked draft asks for one frame, a move of the caret for none (${name})`, async () => {
    await ExtensionCopy.with(name, async (copy) => {
      await countIn(copy);
      const browser = await openBrowser(name, { extension: copy.folder });
      try {
        for (const composer of Object.keys(COMPOSERS) as (keyof typeof COMPOSERS)[]) {
          // Over a line that scrolls along with its caret, Firefox's copy has to follow, and asks in the same frame.
          if (composer === "input" && name === "firefox") continue;
          const page = await openMarked(browser, composer);
          const keys = middle(await framesOf(page, KEYS));
          await settled(page);
          const moves = middle(await framesOf(page, MOVES));
          assert.deepEqual({ keys, moves }, { keys: 1, moves: 0 }, composer);
          await browser.closePages();
        }
      } finally {
        await browser.close();
      }
    });
  });
}
