import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { PortScanner } from "../../extension/content/port.ts";
import type { Finding, Reply, Request } from "../../extension/shared/protocol.ts";

/** A background that can be stopped, and an extension that can be removed. */
class FakeRuntime {
  id: string | undefined = "extension";
  readonly ports: FakePort[] = [];

  connect(): FakePort {
    if (this.id === undefined) throw new Error("Extension context invalidated.");
    const port = new FakePort();
    this.ports.push(port);
    return port;
  }

  get port(): FakePort {
    const port = this.ports.at(-1);
    assert.ok(port, "a Port is open");
    return port;
  }
}

class FakePort {
  readonly asked: Request[] = [];
  open = true;
  #message: (reply: Reply) => void = () => {};
  #disconnected: () => void = () => {};
  readonly onMessage = { addListener: (listener: (reply: Reply) => void) => (this.#message = listener) };
  readonly onDisconnect = { addListener: (listener: () => void) => (this.#disconnected = listener) };

  postMessage(request: Request): void {
    this.asked.push(request);
  }

  disconnect(): void {
    this.open = false;
  }

  answer(reply: Reply): void {
    this.#message(reply);
  }

  /** The background is stopped, and the browser closes the Port. */
  stop(): void {
    this.open = false;
    this.#disconnected();
  }

  get last(): Request {
    const request = this.asked.at(-1);
    assert.ok(request, "something was asked");
    return request;
  }
}

const FINDING: Finding = { rule: 3, severity: "serious", start: 2, end: 4 };

describe("the scanner behind a Port", () => {
  let runtime: FakeRuntime;
  let gone = 0;
  let scanner: PortScanner;

  beforeEach(() => {
    runtime = new FakeRuntime();
    gone = 0;
    Object.assign(globalThis, { chrome: { runtime } });
    scanner = new PortScanner(() => gone++);
  });

  test("opens no Port before there is something to ask", () => {
    assert.equal(runtime.ports.length, 0);
  });

  test("unpacks the answer", async () => {
    const scan = scanner.scan("text", "post");
    runtime.port.answer({ id: runtime.port.last.id, packed: [7 | (2 << 16), 0, 4], truncated: false });
    assert.deepEqual(await scan, { findings: [{ rule: 7, severity: "serious", start: 0, end: 4 }], truncated: false });
  });

  test("asks again on a new Port when the background was stopped before it answered", async () => {
    const scan = scanner.scan("text", "post");
    const first = runtime.port;
    first.stop();
    assert.notEqual(runtime.port, first);
    assert.deepEqual(runtime.port.asked, first.asked);
    runtime.port.answer({ id: runtime.port.last.id, packed: [], truncated: false });
    assert.deepEqual(await scan, { findings: [], truncated: false });
  });

  test("opens no new Port when nothing is waiting for an answer", async () => {
    const scan = scanner.scan("text", "post");
    runtime.port.answer({ id: runtime.port.last.id, packed: [], truncated: false });
    await scan;
    runtime.port.stop();
    assert.equal(runtime.ports.length, 1);
  });

  test("gives a question up after three tries", async () => {
    const scan = assert.rejects(scanner.scan("text", "post"), /stopped 3 times/);
    for (let times = 0; times < 3; times++) runtime.port.stop();
    await scan;
    assert.equal(runtime.ports.length, 3);
  });

  test("drops an older text for a newer one, and asks only about that again", async () => {
    const older = assert.rejects(scanner.scan("older", "post"), /newer text/);
    const newer = scanner.scan("newer", "post");
    await older;
    runtime.port.stop();
    assert.deepEqual(
      runtime.port.asked.map((request) => "scan" in request && request.scan),
      ["newer"],
    );
    runtime.port.answer({ id: runtime.port.last.id, packed: [], truncated: false });
    await newer;
  });

  test("says so when the extension was updated or removed, and asks nothing more", async () => {
    const scan = assert.rejects(scanner.scan("text", "post"), /updated or removed/);
    runtime.id = undefined;
    runtime.port.stop();
    await scan;
    await assert.rejects(scanner.scan("text", "post"), /updated or removed/);
    assert.equal(gone, 2);
    assert.equal(runtime.ports.length, 1);
  });

  test("asks what a finding means with the text that it is of", () => {
    void scanner.explain("a text\uD83D", "bio", FINDING).catch(() => {});
    const { id, ...asked } = runtime.port.last;
    assert.deepEqual(asked, { explain: "a text\uFFFD", surface: "bio", rule: 3, start: 2, end: 4 });
  });

  test("rejects with what the background says it could not do", async () => {
    const scan = assert.rejects(scanner.explain("a text", "post", FINDING), /could not answer/);
    runtime.port.answer({ id: runtime.port.last.id, error: "The scanner could not answer (RuntimeError)." });
    await scan;
  });

  test("forgets everything when it is released", async () => {
    const scan = assert.rejects(scanner.scan("text", "post"), /No longer needed/);
    const { port } = runtime;
    scanner.release();
    await scan;
    assert.equal(port.open, false);
  });

  test("sends half a surrogate pair as a character of the same length", () => {
    void scanner.scan("a\uD83D b", "post").catch(() => {});
    const { last } = runtime.port;
    assert.equal("scan" in last && last.scan, "a\uFFFD b");
  });

  test("sends no more of a text than can be scanned, and one unit that shows that there is more", () => {
    const long = "x".repeat(200_000);
    void scanner.scan(long, "post").catch(() => {});
    void scanner.explain(long, "post", FINDING).catch(() => {});
    void scanner.ignore(long, "post", FINDING).catch(() => {});
    const lengths = runtime.port.asked.map((request) => {
      if ("scan" in request) return request.scan.length;
      return "explain" in request ? request.explain.length : "ignore" in request && request.ignore.length;
    });
    assert.deepEqual(lengths, [50_001, 50_001, 50_001]);
  });
});
