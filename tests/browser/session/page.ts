/** The content code in a page of its own, with a scanner that answers when the test says so. */
import { attach } from "../../../extension/content/attach.ts";
import { Posting } from "../../../extension/content/posting.ts";
import {
  type Command,
  type Explanation,
  type Finding,
  type Scan,
  SEVERITIES,
} from "../../../extension/shared/protocol.ts";

interface Asked {
  readonly text: string;
  readonly surface: string;
  readonly answer: (scan: Scan) => void;
  readonly fail: (reason: Error) => void;
}

/** A finding that was to be explained: the text it was said to be of, and its words there. */
interface Explained {
  readonly text: string;
  readonly surface: string;
  readonly words: string;
}

/** What the test calls as `window.probe`. */
export interface Probe {
  /** The texts that the scanner was given, in order. */
  texts(): string[];
  surfaces(): string[];
  /** Answers the question with this number with findings: severity, which stands for the rule too, start and end of each. */
  answer(question: number, findings: [Finding["severity"], number, number][]): void;
  fail(question: number): void;
  /** What was to be explained, in order. */
  explained(): Explained[];
  /** From now on nothing, or everything again, can be explained. */
  explains(can: boolean): void;
  released(): number;
  /** Shows a note with this id, or takes it away again. */
  note(id: string): void;
  unnote(id: string): void;
  /** Opens the panel with two buttons at its foot. */
  ask(): void;
  /** From now on the question before posting is asked, and a scan waited for so many milliseconds; not, for null. */
  asksBeforePosting(patience: number | null): void;
  /** What came of asking, each with the composer that had the focus by then. */
  answers(): string[];
  detach(): void;
}

declare global {
  interface Window {
    probe: Probe;
  }
}

const COMMANDS: Readonly<Record<string, Command>> = {
  n: "next-finding",
  p: "previous-finding",
  o: "open-panel",
};
const asked: Asked[] = [];
const explained: Explained[] = [];
const answers: string[] = [];
let explains = true;
let released = 0;

/** A finding of the whole text adds up from its words; in any other's place stands “a patient”. */
async function explain(text: string, surface: string, { start, end }: Finding): Promise<Explanation> {
  explained.push({ text, surface, words: text.slice(start, end) });
  if (!explains) throw new Error("nothing is found there");
  const isWhole = start === 0 && end === text.length;
  const words = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
  return {
    rule: "rule",
    kind: "identifier/nhs-number",
    severity: "serious",
    title: isWhole ? "Everything" : "A title",
    why: "A reason.",
    instead: "Something better.",
    clauses: [{ policy: "EMAS", number: "6.8.5", summary: "A clause." }],
    ask: "the team",
    outdated: null,
    // As an article goes with its word, so here everything in front of it.
    replacements: isWhole ? [] : [{ text: "a patient", start: 0, end }],
    pieces: isWhole ? words.map((word) => ({ tells: "where it was", ...word })) : [],
  };
}

let posting: Posting | null = null;
const attachment = attach(
  {
    scan: (text, surface) => new Promise((answer, fail) => asked.push({ text, surface, answer, fail })),
    explain,
  },
  {
    began: (session) => posting?.began(session),
    released: () => released++,
    commandOf: ({ altKey, key }) => (altKey ? (COMMANDS[key] ?? null) : null),
  },
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
      findings: findings.map(([severity, start, end]) => ({
        rule: SEVERITIES.indexOf(severity),
        severity,
        start,
        end,
      })),
      truncated: false,
    }),
  fail: (number) => question(number).fail(new Error("no answer")),
  explained: () => explained,
  explains: (can) => {
    explains = can;
  },
  released: () => released,
  note: (id) =>
    attachment.session?.note({ id, severity: "advice", title: "A picture", why: "It may show who.", instead: "Look." }),
  unnote: (id) => attachment.session?.unnote(id),
  ask: () => {
    const answer = (said: string) => answers.push(`${said} in ${document.activeElement?.id}`);
    const buttons = ["Edit", "Post anyway"].map((label) => ({ label, pressed: () => answer(label) }));
    attachment.session?.openPanel({ says: "Before you post", buttons, closed: () => answer("closed") });
  },
  asksBeforePosting: (patience) => {
    if (posting) posting.on = false;
    posting = null;
    if (patience === null) return;
    posting = new Posting(
      () => attachment.session,
      () => true,
      patience,
    );
    posting.on = true;
    if (attachment.session) posting.began(attachment.session);
  },
  answers: () => answers,
  detach: () => attachment.detach(),
};
