import { type Question, type Reply, type Request, type State, SURFACES } from "../shared/protocol.ts";
import { engine } from "./engine.ts";

/** Answers a content script. What it sent is read here, scanned and forgotten; no word of it is logged or kept. */
export async function answer(request: Request): Promise<Reply> {
  try {
    const { scanner } = await engine();
    if ("explain" in request) return { id: request.id, explanation: scanner.explain(request.explain) };
    return { id: request.id, ...scanner.scan(request.scan, request.surface) };
  } catch (error) {
    return { id: request.id, error: kindOf(error) };
  }
}

/** Answers an extension page. */
export async function state(): Promise<State> {
  const { scanner, problem } = await engine();
  return { policies: scanner.policies(), problem };
}

/** The name of an error only: a message could quote what was being scanned. */
function kindOf(error: unknown): string {
  return `The scanner could not answer (${error instanceof Error ? error.name : typeof error}).`;
}

export function isRequest(message: unknown): message is Request {
  if (!isRecord(message) || typeof message.id !== "number") return false;
  if (typeof message.explain === "number") return true;
  return typeof message.scan === "string" && SURFACES.some((surface) => surface === message.surface);
}

export function isQuestion(message: unknown): message is Question {
  return isRecord(message) && message.ask === "state";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
