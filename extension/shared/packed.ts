import { type Finding, SEVERITIES } from "./protocol.ts";

/** Numbers of one packed finding: `rule | severity << 16`, `start`, `end`. */
export const PACKED_FINDING = 3;

/** Findings as the WASM packs them, without its two leading numbers, unpacked. */
export function unpack(packed: readonly number[]): Finding[] {
  const findings: Finding[] = [];
  for (let at = 0; at + PACKED_FINDING <= packed.length; at += PACKED_FINDING) {
    const [head = 0, start = 0, end = 0] = packed.slice(at, at + PACKED_FINDING);
    const severity = SEVERITIES[head >>> 16];
    if (!severity) throw new RangeError(`A finding carries severity ${head >>> 16}; there are ${SEVERITIES.length}.`);
    findings.push({ rule: head & 0xffff, severity, start, end });
  }
  return findings;
}
