/** The packages ask for no more than they need, and a page has nothing of them to look for. */
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { BROWSERS, shipped } from "./harness/index.ts";

interface Manifest {
  readonly version: string;
  readonly icons: Readonly<Record<string, string>>;
  readonly permissions: readonly string[];
  readonly content_security_policy: Readonly<Record<string, string>>;
  readonly content_scripts: readonly { readonly matches: readonly string[] }[];
  readonly [key: string]: unknown;
}

const json = async <T>(path: string): Promise<T> => JSON.parse(await readFile(path, "utf8")) as T;

for (const name of BROWSERS) {
  describe(`the built manifest (${name})`, () => {
    const manifest = () => json<Manifest>(join(shipped(name), "manifest.json"));

    test("asks for storage and for running where the person says, and for nothing else", async () => {
      const built = await manifest();
      assert.deepEqual(built.permissions, ["storage", "scripting"]);
      // Granted for one host at a time, by the person, when they add it.
      assert.deepEqual(built.optional_host_permissions, ["https://*/*"]);
      for (const key of [
        "host_permissions",
        "optional_permissions",
        "web_accessible_resources",
        "externally_connectable",
        "content_security_policy_report_only",
      ]) {
        assert.ok(!(key in built), `the manifest has ${key}`);
      }
    });

    test("lets its own pages and background load only what is packed", async () => {
      const { content_security_policy } = await manifest();
      assert.deepEqual(content_security_policy, {
        extension_pages:
          "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self'",
      });
    });

    test("runs on social media over https only, on no pattern wider than one site", async () => {
      const { content_scripts } = await manifest();
      const matches = content_scripts.flatMap((script) => script.matches);
      assert.ok(matches.length > 0);
      for (const match of matches) assert.match(match, /^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+\/([a-z]+\/)?\*$/);
      assert.deepEqual(matches, [...new Set(matches)]);
    });

    test("carries the version of the project", async () => {
      const { version } = await json<{ version: string }>("package.json");
      assert.equal((await manifest()).version, version);
    });

    test("names only files that are packed, and the pack holds no address to send to", async () => {
      const built = JSON.stringify(await manifest());
      const named = [...built.matchAll(/"([\w/-]+\.(?:js|css|html|png))"/g)].map(([, path]) => path as string);
      const packed = await readdir(shipped(name), { recursive: true });
      for (const path of named) assert.ok(packed.includes(path), `${path} is named in the manifest but not packed`);
      for (const path of packed.filter((path) => path.endsWith(".js"))) {
        const source = await readFile(join(shipped(name), path), "utf8");
        assert.doesNotMatch(
          source,
          /XMLHttpRequest|WebSocket|EventSource|sendBeacon|WebTransport|RTCPeerConnection/,
          path,
        );
      }
    });
  });
}

test("both packages hold the same scripts, styles and scanner", async () => {
  const [chrome, firefox] = await Promise.all(
    BROWSERS.map(async (name) => (await readdir(shipped(name), { recursive: true })).sort()),
  );
  assert.deepEqual(chrome, firefox);
});
