import { type Question, type Request, SURFACES } from "../shared/protocol.ts";

/** Rules are numbered in 16 bits. */
const LAST_RULE = 0xffff;

/** Whether this is a text to scan, or a finding of a text to explain, and nothing besides. */
export function isRequest(message: unknown): message is Request {
  if (!isRecord(message) || typeof message.id !== "number") return false;
  if (!SURFACES.some((surface) => surface === message.surface)) return false;
  if ("scan" in message) return typeof message.scan === "string" && !("explain" in message);
  return typeof message.explain === "string" && isFindingIn(message.explain, message);
}

export function isQuestion(message: unknown): message is Question {
  if (!isRecord(message)) return false;
  if (message.ask === "policy-file") return typeof message.file === "string";
  return message.ask === "state" || (message.ask === "bio" && typeof message.text === "string");
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
