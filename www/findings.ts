import type { Explanation, Finding, Scan, Scanner, Severity } from "../extension/shared/protocol.ts";
import { element } from "./element.ts";

/** The mildest to the gravest, as the card says it too. */
const SEVERITY: Record<Severity, string> = {
  advice: "Think again",
  caution: "Probably not",
  serious: "Leave it out",
};

/** Lists beside a composer what was found in `text`: kind, words, why, what to do and which clause. */
export async function listFindings(into: HTMLElement, text: string, scan: Scan, scanner: Scanner): Promise<void> {
  const explanations = await Promise.all(scan.findings.map(({ rule }) => scanner.explain(rule)));
  const rows = scan.findings.map((finding, at) => row(text, finding, explanations[at]));
  into.replaceChildren(summary(text, scan), element("ul", { className: "findings" }, rows), ...afterword(explanations));
}

function summary(text: string, { findings, truncated }: Scan): HTMLElement {
  const count = findings.length;
  const said =
    text.trim() === ""
      ? "Nothing written yet."
      : count === 0
        ? "Nothing to point out."
        : count === 1
          ? "One thing to look at"
          : `${count} things to look at`;
  const line = element("p", { className: count === 0 && text.trim() !== "" ? "summary clear" : "summary" }, [said]);
  if (truncated) line.append(" This is very long: only the first 50,000 characters were read.");
  return line;
}

function row(text: string, finding: Finding, explanation: Explanation | undefined): HTMLElement {
  if (!explanation) throw new RangeError(`rule ${finding.rule} has no explanation`);
  const { title, why, instead, clauses, kind, severity } = explanation;
  const item = element("li", { className: "finding" }, [
    element("h4", {}, [title, " ", element("q", { textContent: text.slice(finding.start, finding.end) })]),
    element("p", { className: "severity", textContent: SEVERITY[severity] }),
    element("p", { textContent: why }),
    element("p", { textContent: instead }),
    ...clauses.map(({ policy, number, summary: said }) =>
      element("p", { className: "clause", textContent: `${policy} ${number}: ${said}` }),
    ),
  ]);
  item.dataset.kind = kind;
  item.dataset.severity = severity;
  return item;
}

/** What holds for all of them is said once. */
function afterword(explanations: readonly Explanation[]): HTMLElement[] {
  const [first] = explanations;
  const lines = [first?.ask && `Not sure? Ask ${first.ask}.`, first?.outdated];
  return lines
    .filter((line) => typeof line === "string")
    .map((line) => element("p", { className: "note", textContent: line }));
}
