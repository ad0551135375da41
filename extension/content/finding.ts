import type { Finding } from "../shared/protocol.ts";

/** Whether two scans found the same thing in the same place. Every scan makes objects of its own. */
export function isSame(one: Finding | null, other: Finding | null): boolean {
  return one?.rule === other?.rule && one?.start === other?.start && one?.end === other?.end;
}
