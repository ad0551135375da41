import { LocalLinter } from "harper.js";
import { binaryInlined } from "harper.js/binaryInlined";

export async function load() {
  const linter = new LocalLinter({ binary: binaryInlined });
  await linter.setup();
  return { run: (text) => linter.lint(text), isAsync: true };
}
