import { type Question, type Request, SURFACES } from "../shared/protocol.ts";

/** Rules are numbered in 16 bits. */
const LAST_RULE = 0xffff;
const ASKED = ["scan", "explain", "ignore", "unignore"];

/** Whether this is a text to scan, a finding of a text to explain or ignore, or one to ignore no more; and nothing besides. */
export function isRequest(message: unknown): message is Request {
  if (!isRecord(message) || typeof message.id !== "number") return false;
  const [asked, ...others] = ASKED.filter((name) => name in message);
  if (asked === undefined || others.length > 0) return false;
  const given = message[asked];
  if (typeof given !== "string") return false;
  if (asked === "unignore") return true;
  if (!SURFACES.some((surface) => surface === message.surface)) return false;
  return asked === "scan" || isFindingIn(given, message);
}

export function isQuestion(message: unknown): message is Question {
  if (!isRecord(message)) return false;
  if (message.ask === "policy-file") return typeof message.file === "string";
  if (message.ask === "bio") return typeof message.text === "string" && typeof message.isPrivate === "boolean";
  return message.ask === "state";
}

function isFindingIn(text: string, { rule, start, end }: Record<string, unknown>): boolean {
  if (!isWhole(rule) || !isWhole(start) || !isWhole(end)) return false;
  return rule <= LAST_RULE && start < end && end <= text.length;
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
