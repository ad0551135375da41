import type { Reply, Request, State } from "../shared/protocol.ts";
import { engine } from "./engine.ts";

/** Answers a content script. The text that it sent is read here and forgotten; no word of it is logged or kept. */
export async function answer(request: Request): Promise<Reply> {
  try {
    const { scanner } = await engine();
    const { id, surface } = request;
    if ("scan" in request) return { id, ...scanner.scan(request.scan, surface) };
    return { id, explanation: scanner.explain(request.explain, surface, request) };
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
