import { type Finding, SEVERITIES, type Severity } from "../shared/protocol.ts";
import type { Span } from "./edit.ts";

/** A line to draw under a stretch of text. */
export interface Stroke extends Span {
  readonly severity: Severity;
}

/**
 * The findings that are drawn and can be pointed at. One about the text as a whole is, only where nothing else is:
 * a line under every word would hide the words that it is made of. Stepping from mark to mark still leads to it.
 */
export function drawn<F extends Finding>(findings: readonly F[], textLength: number): readonly F[] {
  const ofParts = findings.filter(({ start, end }) => start > 0 || end < textLength);
  return ofParts.length > 0 ? ofParts : findings;
}

/** Lines for findings that may overlap, none on top of another: where several meet, the gravest is drawn. */
export function strokesFor(findings: readonly Finding[]): Stroke[] {
  const cuts = [...new Set(findings.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const strokes: Stroke[] = [];
  for (const [at, start] of cuts.entries()) {
    const end = cuts[at + 1];
    if (end === undefined) break;
    const severity = gravest(findings.filter((finding) => finding.start <= start && finding.end >= end));
    if (!severity) continue;
    const last = strokes.at(-1);
    if (last?.end === start && last.severity === severity) strokes[strokes.length - 1] = { ...last, end };
    else strokes.push({ start, end, severity });
  }
  return strokes;
}

function gravest(findings: readonly Finding[]): Severity | undefined {
  return SEVERITIES.findLast((severity) => findings.some((finding) => finding.severity === severity));
}
