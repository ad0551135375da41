/** The content code in a page of its own, with a scanner that answers when the test says so. */
import { attach } from "../../../extension/content/attach.ts";
import type { Finding, Scan } from "../../../extension/shared/protocol.ts";

interface Asked {
  readonly text: string;
  readonly surface: string;
  readonly answer: (scan: Scan) => void;
  readonly fail: (reason: Error) => void;
}

/** What the test calls as `window.probe`. */
export interface Probe {
  /** The texts that the scanner was given, in order. */
  texts(): string[];
  surfaces(): string[];
  /** Answers the question with this number with findings of rule 0: severity, start and end of each. */
  answer(question: number, findings: [Finding["severity"], number, number][]): void;
  fail(question: number): void;
  released(): number;
  detach(): void;
}

declare global {
  interface Window {
    probe: Probe;
  }
}

const asked: Asked[] = [];
let released = 0;

const attachment = attach(
  {
    scan: (text, surface) => new Promise((answer, fail) => asked.push({ text, surface, answer, fail })),
    explain: async () => ({
      rule: "rule",
      kind: "identifier/nhs-number",
      severity: "serious",
      title: "A title",
      why: "A reason.",
      instead: "Something better.",
      clauses: [{ policy: "EMAS", number: "6.8.5", summary: "A clause." }],
      ask: "the team",
      outdated: null,
      replacements: ["a patient"],
    }),
  },
  { released: () => released++, isNextKey: (event) => event.altKey && event.key === "n" },
);

const question = (number: number): Asked => {
  const found = asked[number];
  if (!found) throw new Error(`question ${number} was never asked; there were ${asked.length}`);
  return found;
};

window.probe = {
  texts: () => asked.map(({ text }) => text),
  surfaces: () => asked.map(({ surface }) => surface),
  answer: (number, findings) =>
    question(number).answer({
      findings: findings.map(([severity, start, end]) => ({ rule: 0, severity, start, end })),
      truncated: false,
    }),
  fail: (number) => question(number).fail(new Error("no answer")),
  released: () => released,
  detach: () => attachment.detach(),
};
