import { detailsOf } from "../extension/content/details.ts";
import { element, severityIcon } from "../extension/content/element.ts";
import { offersOf } from "../extension/content/offers.ts";
import { tell } from "../extension/content/told.ts";
import type { Clause, Explanation, Finding, Scan, Scanner, Severity, Surface } from "../extension/shared/protocol.ts";

/** As the card words them. */
const SEVERITY_WORDS: Record<Severity, string> = { advice: "Advice", caution: "Caution", serious: "Serious" };

/** A text that was scanned, and what came of it. */
export interface Checked {
  readonly text: string;
  readonly surface: Surface;
  readonly scan: Scan;
}

/** What is said of the findings: kind, words, why, what to do, what could be written instead, and which clause. */
export async function listOf({ text, surface, scan }: Checked, scanner: Scanner): Promise<HTMLElement[]> {
  const explained = await Promise.all(
    scan.findings.map(async (finding) => [finding, await scanner.explain(text, surface, finding)] as const),
  );
  const rows = explained.map(([finding, explanation]) => row(text, finding, explanation));
  const list = rows.length > 0 ? [element("ul", { class: "findings" }, ...rows)] : [];
  return [summary(text, scan), ...list, ...afterword(explained[0]?.[1])];
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

/** The list beside the composer writes nothing into it; the card does. */
const TO_COPY = { can: [], press: async () => null };

function row(text: string, finding: Finding, explanation: Explanation): HTMLElement {
  const { severity } = finding;
  const { title, why, instead, clauses, kind } = explanation;
  const { quote, details, offers } = tell(explanation, text, finding);
  return element(
    "li",
    { class: "finding", "data-kind": kind, "data-severity": severity },
    element("h4", {}, title, ...(quote === null ? [] : [" ", element("span", { class: "quote" }, quote)])),
    element("p", { class: "severity" }, severityIcon(severity), SEVERITY_WORDS[severity]),
    ...(details.length > 0 ? detailsOf(details) : [element("p", {}, why)]),
    element("p", {}, instead),
    ...offersOf(offers, TO_COPY),
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
function afterword(first: Explanation | undefined): HTMLElement[] {
  const lines = [first?.ask && `Not sure? Ask ${first.ask}.`, first?.outdated];
  return lines.filter((line) => typeof line === "string").map((line) => element("p", { class: "note" }, line));
}
