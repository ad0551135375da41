/**
 * The whole internet, as far as a test browser is concerned: a proxy on one free loopback port that answers for every
 * host by itself. So the shipped host list is what is tested, no port or root is needed, and nothing leaves the machine.
 */
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { extname, join, normalize } from "node:path";
import { generate } from "selfsigned";

/** What a browser asked for, whoever in it did. */
export interface Request {
  readonly method: string;
  readonly host: string;
  /** Path and query. */
  readonly path: string;
  readonly body: string;
}

/** A page of a test's own. */
export interface Served {
  readonly body: string | Buffer;
  readonly type?: string;
  /** The page's content security policy; STRICT when not given, none when null. */
  readonly csp?: string | null;
}

/** As strict as the strictest sites; violations are reported to the fixture server. */
export const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'none'; report-uri /csp-report";
/** The demo page brings the scanner itself, so it also loads WebAssembly. */
const DEMO =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:; report-uri /csp-report";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** `/fixture/lexical` is target/editors/lexical.html, `/demo/` is target/www/index.html; on every host. */
const FOLDERS = [
  { prefix: "/fixture/", folder: "target/editors", csp: STRICT },
  { prefix: "/demo/", folder: "target/www", csp: DEMO },
] as const;

export class FixtureServer {
  /** Every request since the start, in order. */
  readonly requests: Request[] = [];
  /** What pages' content security policies reported. */
  readonly cspReports: string[] = [];
  readonly #pages = new Map<string, Served>();
  readonly #sockets = new Set<Socket>();
  readonly #proxy = createServer((request, response) => void this.#answer(request, response));
  #port = 0;

  /** The loopback port of the proxy. */
  get port(): number {
    return this.#port;
  }

  static async start(): Promise<FixtureServer> {
    const server = new FixtureServer();
    await server.#listen();
    return server;
  }

  /** Serves a page of the test's own at this path on every host, or at this very address, such as `https://x.com/home`. */
  serve(where: string, page: Served): void {
    this.#pages.set(where, page);
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((closed) => this.#proxy.close(closed));
  }

  async #listen(): Promise<void> {
    const { private: key, cert } = await generate([{ name: "commonName", value: "fixture" }], { keySize: 2048 });
    const tls = createTlsServer({ key, cert }, (request, response) => void this.#answer(request, response));
    this.#proxy.on("connect", (_request: IncomingMessage, socket: Socket, head: Buffer) => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      if (head.length > 0) socket.unshift(head);
      tls.emit("connection", socket);
    });
    this.#proxy.on("connection", (socket: Socket) => {
      this.#sockets.add(socket);
      // A browser that is closed drops its connections; that is no error of a test.
      socket.on("error", () => {});
      socket.on("close", () => this.#sockets.delete(socket));
    });
    await new Promise<void>((ready) => this.#proxy.listen(0, "127.0.0.1", ready));
    this.#port = (this.#proxy.address() as AddressInfo).port;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = request.headers.host ?? "";
    const url = new URL(request.url ?? "/", `https://${host}`);
    const body = await bodyOf(request);
    this.requests.push({ method: request.method ?? "", host: url.hostname, path: url.pathname + url.search, body });
    if (url.pathname === "/csp-report") {
      this.cspReports.push(body);
      response.writeHead(204).end();
      return;
    }
    const own = this.#pages.get(`https://${url.host}${url.pathname}`) ?? this.#pages.get(url.pathname);
    const page = own ?? (await fromFolder(url.pathname));
    if (!page) {
      response
        .writeHead(404, { "content-type": "text/plain; charset=utf-8" })
        .end(`Nothing is served at ${url.href}\n`);
      return;
    }
    const csp = page.csp === undefined ? STRICT : page.csp;
    response.writeHead(200, {
      "content-type": page.type ?? "text/html; charset=utf-8",
      "cache-control": "no-store",
      ...(csp === null ? {} : { "content-security-policy": csp }),
    });
    response.end(page.body);
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  try {
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
  } catch {
    // Cut off in the middle: a request all the same.
  }
  return body;
}

async function fromFolder(pathname: string): Promise<Served | undefined> {
  const home = FOLDERS.find(({ prefix }) => pathname.startsWith(prefix));
  if (!home) return undefined;
  // normalize() of an absolute path cannot climb out of the folder.
  let name = normalize(`/${decodeURIComponent(pathname.slice(home.prefix.length))}`);
  if (name.endsWith("/")) name += "index";
  if (extname(name) === "") name += ".html";
  try {
    const body = await readFile(join(home.folder, name));
    return { body, type: TYPES[extname(name)] ?? "application/octet-stream", csp: home.csp };
  } catch {
    return undefined;
  }
}
