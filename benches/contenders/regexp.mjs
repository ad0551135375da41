/** The very same rules as regular expressions of JavaScript, one after the other: the scanner that one writes first. */
import { bytesOf } from "./wasm.mjs";

/** Generated from the rule files: `{ rules: [{ id, kind, source, flags }] }`. */
export const RULES = "target/bench/regexp.json";

export async function load() {
  const { rules } = JSON.parse(String(await bytesOf(RULES)));
  const expressions = rules.map(({ source, flags }) => new RegExp(source, flags.includes("g") ? flags : `${flags}g`));
  return {
    run(text) {
      let count = 0;
      for (const expression of expressions) {
        expression.lastIndex = 0;
        for (let match = expression.exec(text); match; match = expression.exec(text)) {
          count++;
          if (match[0] === "") expression.lastIndex++;
        }
      }
      return count;
    },
  };
}
