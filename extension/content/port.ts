import { unpack } from "../shared/packed.ts";
import type { Explanation, Finding, Memory, Reply, Request, Scan, Scanner, Surface } from "../shared/protocol.ts";
import { SCAN_LIMIT } from "../shared/wasm.ts";

/** A question that has not been answered yet, kept so that it can be asked again when the background was stopped. */
interface Pending {
  readonly request: Request;
  readonly answered: (reply: Reply) => void;
  readonly failed: (reason: Error) => void;
  asked: number;
}

/** How often one question is asked before it is given up; a background that dies of it three times will again. */
const MOST_TRIES = 3;
/** How long after its Port an extension can still be going. */
const GONE_MS = 500;
/** Half of a surrogate pair cannot be sent; the replacement character is as long, so offsets hold. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Why a question was dropped that nobody waits for any more: no fault of the scanner's. */
export class NoLongerNeeded extends Error {}

/**
 * The scanner in the background, reached over a Port that is opened when there is something to ask.
 *
 * The browser stops an idle background and closes the Port with it; what was not answered by then is asked again.
 */
export class PortScanner implements Scanner, Memory {
  readonly #gone: () => void;
  readonly #pending = new Map<number, Pending>();
  #port: chrome.runtime.Port | null = null;
  #lastId = 0;

  /** `gone` is called once the extension was updated or removed, and this script is left behind without it. */
  constructor(gone: () => void) {
    this.#gone = gone;
  }

  async scan(text: string, surface: Surface): Promise<Scan> {
    this.#dropOlderScans();
    const scan = sendable(text);
    const reply = await this.#ask((id) => ({ id, scan, surface }));
    if (!("packed" in reply)) throw unexpected(reply);
    return { findings: unpack(reply.packed), truncated: reply.truncated };
  }

  async explain(text: string, surface: Surface, { rule, start, end }: Finding): Promise<Explanation> {
    const explain = sendable(text);
    const reply = await this.#ask((id) => ({ id, explain, surface, rule, start, end }));
    if (!("explanation" in reply)) throw unexpected(reply);
    return reply.explanation;
  }

  async ignore(text: string, surface: Surface, { rule, start, end }: Finding): Promise<string> {
    const ignore = sendable(text);
    const reply = await this.#ask((id) => ({ id, ignore, surface, rule, start, end }));
    if (!("ignored" in reply)) throw unexpected(reply);
    return reply.ignored;
  }

  async unignore(ignored: string): Promise<void> {
    const reply = await this.#ask((id) => ({ id, unignore: ignored }));
    if (!("ignored" in reply)) throw unexpected(reply);
  }

  /** Forgets what was asked and closes the Port. The next question opens another. */
  release(): void {
    for (const { failed } of this.#pending.values()) failed(new NoLongerNeeded("No longer needed."));
    this.#pending.clear();
    this.#port?.disconnect();
    this.#port = null;
  }

  /** Nobody waits for what an earlier text said. */
  #dropOlderScans(): void {
    for (const [id, { request, failed }] of this.#pending) {
      if (!("scan" in request)) continue;
      this.#pending.delete(id);
      failed(new NoLongerNeeded("A newer text took this one's place."));
    }
  }

  #ask(build: (id: number) => Request): Promise<Reply> {
    const id = ++this.#lastId;
    return new Promise((answered, failed) => {
      const pending = { request: build(id), answered, failed, asked: 0 };
      this.#pending.set(id, pending);
      this.#send(pending);
    });
  }

  #send(pending: Pending): void {
    pending.asked++;
    try {
      this.#port ??= this.#connect();
      this.#port.postMessage(pending.request);
    } catch {
      this.#orphaned();
    }
  }

  #connect(): chrome.runtime.Port {
    const port = chrome.runtime.connect();
    port.onMessage.addListener((reply: Reply) => {
      const pending = this.#pending.get(reply.id);
      this.#pending.delete(reply.id);
      pending?.answered(reply);
    });
    port.onDisconnect.addListener(() => {
      // Reading the reason keeps Chromium from reporting it as an unhandled error.
      void chrome.runtime?.lastError;
      if (this.#port === port) this.#port = null;
      if (chrome.runtime?.id === undefined) this.#orphaned();
      else this.#askAgain();
      // Of an update Chromium closes the Port first and tells afterwards.
      setTimeout(() => chrome.runtime?.id === undefined && this.#orphaned(), GONE_MS);
    });
    return port;
  }

  #askAgain(): void {
    for (const [id, pending] of this.#pending) {
      if (pending.asked < MOST_TRIES) this.#send(pending);
      else {
        this.#pending.delete(id);
        pending.failed(new Error(`The background stopped ${MOST_TRIES} times without an answer.`));
      }
    }
  }

  #orphaned(): void {
    this.#port = null;
    for (const { failed } of this.#pending.values()) failed(new Error("The extension was updated or removed."));
    this.#pending.clear();
    this.#gone();
  }
}

/** As much of a text as is scanned, and one unit that shows that there is more. */
function sendable(text: string): string {
  return text.slice(0, SCAN_LIMIT + 1).replace(LONE_SURROGATE, "\uFFFD");
}

function unexpected(reply: Reply): Error {
  return new Error("error" in reply ? reply.error : "The background answered something else.");
}
