/** Editors that keep only what is in view in the page: what stands there is marked, wherever one scrolls to. */
import { test } from "node:test";
import { inEachBrowser, marks, waitFor } from "./harness/index.ts";

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Write</title><link rel="stylesheet" href="/virtual.css">
<body><div id="view"><div id="space"></div><div id="editor" contenteditable="true" role="textbox"></div></div><script src="/virtual.js"></script></html>`;
const STYLE = `#view { position: relative; height: 200px; overflow: auto } #space { height: 4000px }
#editor { position: sticky; bottom: 0; height: 200px; margin-top: -200px } #editor div { height: 20px; line-height: 20px }`;
/** Two hundred lines, of which ten are in the page; every twentieth tells a number of its own. */
const SCRIPT = `const numbers = ["943 476 5919", "401 023 2137", "943 476 5919"];
const view = document.querySelector("#view"), editor = document.querySelector("#editor");
const draw = () => editor.replaceChildren(...Array.from({ length: 10 }, (_, at) => {
  const number = Math.floor(view.scrollTop / 20) + at;
  const line = document.createElement("div");
  line.textContent = number % 20 === 0 ? "NHS " + numbers[number / 20 % 3] : "Line " + number;
  return line;
}));
view.addEventListener("scroll", draw);
draw();`;

inEachBrowser("an editor that draws only what is in view", (browser) => {
  test("has its marks where they belong after scrolling", async () => {
    browser().server.serve("/virtual", { body: PAGE });
    browser().server.serve("/virtual.css", { body: STYLE, type: "text/css" });
    browser().server.serve("/virtual.js", { body: SCRIPT, type: "text/javascript" });
    const page = await browser().newPage("https://x.com/virtual");
    await page.bringToFront();
    await page.focus("#editor");
    for (const [top, seen] of [
      [0, ["943 476 5919"]],
      [100, []],
      [400, ["401 023 2137"]],
      [300, ["401 023 2137"]],
      [0, ["943 476 5919"]],
    ] as const) {
      await page.$eval("#view", (view, to) => view.scrollTo(0, to), top);
      await waitFor(
        `marks on ${JSON.stringify(seen)} at ${top}`,
        async () => (await marks(browser(), page)).map(({ text }) => text),
        (words) => JSON.stringify(words) === JSON.stringify(seen),
      );
    }
  });
});
