import { element, severityIcon } from "../extension/content/element.ts";
import type { Clause, Explanation, Finding, Scan, Scanner, Severity } from "../extension/shared/protocol.ts";

/** As the card words them. */
const SEVERITY_WORDS: Record<Severity, string> = { advice: "Advice", caution: "Caution", serious: "Serious" };

/** Lists beside a composer what was found in `text`: kind, words, why, what to do and which clause. */
export async function listFindings(into: HTMLElement, text: string, scan: Scan, scanner: Scanner): Promise<void> {
  const explanations = await Promise.all(scan.findings.map(({ rule }) => scanner.explain(rule)));
  const rows = scan.findings.map((finding, at) => row(text, finding, explanations[at]));
  const list = element("ul", { class: "findings" }, ...rows);
  into.replaceChildren(summary(text, scan), ...(rows.length > 0 ? [list] : []), ...afterword(explanations));
}

function summary(text: string, { findings, truncated }: Scan): HTMLElement {
  const isClear = findings.length === 0 && text.trim() !== "";
  const line = element("p", { class: isClear ? "summary clear" : "summary" }, sentence(text, findings.length));
  if (truncated) line.append(" This is very long: only its first 50,000 characters were checked.");
  return line;
}

function sentence(text: string, findings: number): string {
  if (text.trim() === "") return "Nothing written yet.";
  if (findings === 0) return "Nothing to point out.";
  return findings === 1 ? "One thing to look at" : `${findings} things to look at`;
}

function row(text: string, { rule, start, end, severity }: Finding, explanation: Explanation | undefined): HTMLElement {
  if (!explanation) throw new RangeError(`rule ${rule} has no explanation`);
  const { title, why, instead, clauses, kind } = explanation;
  return element(
    "li",
    { class: "finding", "data-kind": kind, "data-severity": severity },
    element("h4", {}, title, " ", element("q", {}, text.slice(start, end))),
    element("p", { class: "severity" }, severityIcon(severity), SEVERITY_WORDS[severity]),
    element("p", {}, why),
    element("p", {}, instead),
    ...clausesOf(clauses),
  );
}

/** One policy's clauses in full; where all the policies speak at once, their numbers first and the words on demand. */
function clausesOf(clauses: readonly Clause[]): HTMLElement[] {
  const words = clauses.map(({ policy, number, summary }) =>
    element("p", { class: "clause" }, element("b", {}, `${policy} ${number}`), `: ${summary}`),
  );
  if (new Set(clauses.map(({ policy }) => policy)).size < 2) return words;
  const numbers = clauses.map(({ policy, number }) => `${policy} ${number}`).join(", ");
  return [element("details", { class: "clause" }, element("summary", {}, numbers), ...words)];
}

/** What holds for all of them is said once. */
function afterword(explanations: readonly Explanation[]): HTMLElement[] {
  const [first] = explanations;
  const lines = [first?.ask && `Not sure? Ask ${first.ask}.`, first?.outdated];
  return lines.filter((line) => typeof line === "string").map((line) => element("p", { class: "note" }, line));
}
