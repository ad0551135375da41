import type { Finding, Surface } from "../shared/protocol.ts";

/** A finding in the text that was scanned. Only there can it be explained. */
export interface Found {
  readonly text: string;
  readonly surface: Surface;
  readonly finding: Finding;
}

/** A finding where it stands now: what was written elsewhere may have moved it since it was found. */
export interface Marked extends Finding {
  readonly found: Found;
}

/** What was found in a text, as it stands before anything has moved. */
export function asMarked(findings: readonly Finding[], text: string, surface: Surface): Marked[] {
  return findings.map((finding) => ({ ...finding, found: { text, surface, finding } }));
}

/** Whether two scans found the same thing in the same place. Every scan makes objects of its own. */
export function isSame(one: Finding | null, other: Finding | null): boolean {
  return one?.rule === other?.rule && one?.start === other?.start && one?.end === other?.end;
}
