import { unpack } from "../shared/packed.ts";
import type { Explanation, PolicyName, Reply, Request, State } from "../shared/protocol.ts";
import { engine } from "./engine.ts";
import { ignore, unignore, withoutIgnored } from "./ignored.ts";

/** Answers a content script. The text that it sent is read here and forgotten; no word of it is logged or kept. */
export async function answer(request: Request): Promise<Reply> {
  try {
    const running = await engine();
    const { scanner } = running;
    const { id } = request;
    if ("unignore" in request) {
      await unignore(request.unignore);
      return { id, ignored: request.unignore };
    }
    const { surface } = request;
    if ("ignore" in request) return { id, ignored: await ignore(running, request.ignore, surface, request) };
    if ("explain" in request) return { id, explanation: scanner.explain(request.explain, surface, request) };
    return { id, ...(await withoutIgnored(running, request.scan, surface, scanner.scan(request.scan, surface))) };
  } catch (error) {
    return { id: request.id, error: kindOf(error) };
  }
}

/** Answers an extension page. */
export async function state(): Promise<State> {
  const { scanner, own, problem } = await engine();
  return { policies: scanner.policies(), own, problem };
}

/** Tells an extension page how a policy file calls its policy; rejects with the line and the reason of a slip. */
export async function policyFile(file: string): Promise<PolicyName> {
  const { scanner } = await engine();
  return scanner.readPolicy(file);
}

/** Explains to an extension page what was found in a bio that the person put there to be checked. */
export async function bio(text: string): Promise<Explanation[]> {
  const { scanner } = await engine();
  return unpack(scanner.scan(text, "bio").packed).map((finding) => scanner.explain(text, "bio", finding));
}

/** The name of an error only: a message could quote what was being scanned. */
function kindOf(error: unknown): string {
  return `The scanner could not answer (${error instanceof Error ? error.name : typeof error}).`;
}
