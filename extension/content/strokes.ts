import { type Finding, SEVERITIES, type Severity } from "../shared/protocol.ts";
import type { Span } from "./edit.ts";

/** A line to draw under a stretch of text. */
export interface Stroke extends Span {
  readonly severity: Severity;
}

/**
 * Lines for findings that may overlap, none on top of another: where several meet, the gravest is drawn.
 *
 * A finding about the text as a whole is drawn only where no word is marked for itself.
 */
export function strokesFor(findings: readonly Finding[], textLength: number): Stroke[] {
  const isWhole = ({ start, end }: Finding) => start === 0 && end === textLength;
  const cuts = [...new Set(findings.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const strokes: Stroke[] = [];
  for (const [at, start] of cuts.entries()) {
    const end = cuts[at + 1];
    if (end === undefined) break;
    const here = findings.filter((finding) => finding.start <= start && finding.end >= end);
    const severity = gravest(here.filter((finding) => !isWhole(finding))) ?? gravest(here);
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
