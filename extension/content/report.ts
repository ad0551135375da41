import type { Explanation, Surface } from "../shared/protocol.ts";

/** What a report says of the extension. */
export interface About {
  readonly version: string;
  /** The policy in force, by its id or in words. */
  readonly policy: string;
}

/** What is told of a finding that may not be right. Nothing that was written is in it, nor where. */
export function reportOf(explanation: Explanation, surface: Surface, about: About, userAgent: string): string {
  const { rule, kind, severity } = explanation;
  const { policy, version } = about;
  const lines = { rule, kind, severity, policy, surface, version, browser: browserOf(userAgent) };
  return ["Forepost pointed out something that may not be right."]
    .concat(Object.entries(lines).map(([name, value]) => `${name}: ${value}`))
    .join("\n");
}

/** What was copied, for the person who copied it. */
export const COPIED = "Copied: rule, kind, severity, policy, kind of box, version and browser. None of your words.";

/** The browser and its version, and no more of what it calls itself. */
function browserOf(userAgent: string): string {
  const [, name, version] = /\b(Firefox|Edg|OPR)\/(\d+)/.exec(userAgent) ?? /(Chrome)\/(\d+)/.exec(userAgent) ?? [];
  return name && version ? `${name} ${version}` : "another";
}
