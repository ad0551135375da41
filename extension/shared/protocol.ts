/** What is said between the parts written in TypeScript. Offsets are UTF-16 code units, `end` exclusive. */

/** Where the text would appear. The order is the WASM's numbering. */
export const SURFACES = ["post", "reply", "message", "bio", "handle"] as const;
export type Surface = (typeof SURFACES)[number];

/** From mild to grave; the order is the WASM's numbering. */
export const SEVERITIES = ["advice", "caution", "serious"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A stretch of text that the policy would not want posted. */
export interface Finding {
  /** Number of the rule that found it; ask `Scanner.explain` what it means. */
  readonly rule: number;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
}

/** The answer to one text. */
export interface Scan {
  readonly findings: readonly Finding[];
  /** True when only the first 50,000 code units were scanned. */
  readonly truncated: boolean;
}

/** A clause of a policy, in our own words. */
export interface Clause {
  /** Short name of the policy, such as "EMAS". */
  readonly policy: string;
  /** The clause's number in the document, such as "6.8.5". */
  readonly number: string;
  readonly summary: string;
}

/** What could stand in place of a stretch of the text and keep its sentence whole. */
export interface Replacement {
  /** What to write; empty where the stretch can simply be left out. */
  readonly text: string;
  /** The stretch that would go: wider than the finding where an article or a comma goes with it. */
  readonly start: number;
  readonly end: number;
}

/** One of several details that together could tell who it was. */
export interface Piece {
  /** What it tells, such as "where it was". */
  readonly tells: string;
  readonly start: number;
  readonly end: number;
}

/** What the card says of a finding. Plain text throughout; never inserted as HTML. */
export interface Explanation {
  readonly rule: string;
  readonly kind: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly instead: string;
  readonly clauses: readonly Clause[];
  /** Whom to ask, or null when no one policy is in force. */
  readonly ask: string | null;
  /** Set when the policy is past its own review date: a sentence that says so. */
  readonly outdated: string | null;
  /** What could stand there instead; often nothing. */
  readonly replacements: readonly Replacement[];
  /** Of details that add up: what they are, the one to leave out first at the front. */
  readonly pieces: readonly Piece[];
}

/** A policy that can be chosen. */
export interface PolicyName {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly title: string;
  readonly version: string;
  readonly approved: string;
  /** "YYYY-MM", or null when the document names no review date. */
  readonly reviewDue: string | null;
}

/** Whoever can scan: the background over a Port, or the WASM itself on the demo page. */
export interface Scanner {
  scan(text: string, surface: Surface): Promise<Scan>;
  /** Says what a finding of this text means; rejects when the text has no such finding. */
  explain(text: string, surface: Surface, finding: Finding): Promise<Explanation>;
}

/** Whoever can keep what is ignored for good. */
export interface Memory {
  /** Finds no more what this finding's rule found in its words, in any text; answers what `unignore` takes. */
  ignore(text: string, surface: Surface, finding: Finding): Promise<string>;
  unignore(ignored: string): Promise<void>;
}

/** Where a text has a finding, and of which rule: all that is needed to explain it. */
export type Place = Pick<Finding, "rule" | "start" | "end">;

/**
 * Content script → background: a text to scan, one with a finding to explain or to ignore for good, or what was answered
 * to that, to ignore it no more. `id` comes back with the answer.
 */
export type Request =
  | { readonly id: number; readonly scan: string; readonly surface: Surface }
  | ({ readonly id: number; readonly explain: string; readonly surface: Surface } & Place)
  | ({ readonly id: number; readonly ignore: string; readonly surface: Surface } & Place)
  | { readonly id: number; readonly unignore: string };

/** Background → content script. Findings are packed as the WASM packs them, without its two leading numbers: `[rule | severity << 16, start, end, …]`. */
export type Reply =
  | { readonly id: number; readonly packed: readonly number[]; readonly truncated: boolean }
  | { readonly id: number; readonly explanation: Explanation }
  | { readonly id: number; readonly ignored: string }
  | { readonly id: number; readonly error: string };

/** What keys of the manifest's `commands` ask of the composer in focus. */
export const COMMANDS = ["next-finding", "previous-finding", "open-panel"] as const;
export type Command = (typeof COMMANDS)[number];

/** Background → the frames of the active tab, unasked, as a runtime message: it reaches them when no Port is open. */
export type Notice =
  | { readonly notice: "settings-changed" }
  | { readonly notice: "command"; readonly command: Command };

/**
 * Extension page → background, as a runtime message; the answer is a `State`, for a policy file a `PolicyName`, and for a
 * bio an `Explanation` of each finding.
 */
export type Question =
  | { readonly ask: "state" }
  | { readonly ask: "policy-file"; readonly file: string }
  | { readonly ask: "bio"; readonly text: string; readonly isPrivate: boolean };

/** What the popup and the options page show. */
export interface State {
  readonly policies: readonly PolicyName[];
  /** The policy of the file that was loaded, or null. */
  readonly own: PolicyName | null;
  /** Why the chosen policy is not in force, as a sentence, or null when it is. */
  readonly problem: string | null;
}
