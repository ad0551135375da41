import { type Ignored, onIgnoredChanged, readIgnored, writeIgnored } from "../shared/ignored.ts";
import { PACKED_FINDING, unpack } from "../shared/packed.ts";
import type { Place, Surface } from "../shared/protocol.ts";
import type { Packed } from "../shared/wasm.ts";
import type { Engine } from "./engine.ts";

/** More than anyone ignores in years; the oldest make room. */
const MOST = 1000;
/** Longer stretches cannot have been ignored. */
const LONGEST = 200;
const HASH_BYTES = 3;

let list: Promise<Ignored | null> | undefined;
/** One change at a time, each on top of the one before. */
let changing: Promise<unknown> = Promise.resolve();

onIgnoredChanged(() => {
  list = undefined;
});

/** The list, read once. One that cannot be read hides nothing, and is read again for the next scan. */
function current(): Promise<Ignored | null> {
  list ??= readIgnored().catch(() => {
    list = undefined;
    return null;
  });
  return list;
}

/** Ignores what this finding's rule found in its words from now on; answers the hash that stands for both. */
export async function ignore(engine: Engine, text: string, surface: Surface, place: Place): Promise<string> {
  const rule = ruleOf(engine, text, surface, place);
  return change(async () => {
    const { salt, hashes } = (await readIgnored()) ?? {
      salt: hex(crypto.getRandomValues(new Uint8Array(32))),
      hashes: [],
    };
    const hash = await hashOf(await keyFrom(salt), rule, text.slice(place.start, place.end));
    await writeIgnored({ salt, hashes: [...hashes.filter((one) => one !== hash), hash].slice(-MOST) });
    return hash;
  });
}

export async function unignore(hash: string): Promise<void> {
  await change(async () => {
    const ignored = await readIgnored();
    if (ignored) await writeIgnored({ ...ignored, hashes: ignored.hashes.filter((one) => one !== hash) });
  });
}

/** What was found in a text, without what is ignored. */
export async function withoutIgnored(engine: Engine, text: string, surface: Surface, scan: Packed): Promise<Packed> {
  const ignored = await current();
  if (!ignored || ignored.hashes.length === 0 || scan.packed.length === 0) return scan;
  const [key, hashes] = [await keyFrom(ignored.salt), new Set(ignored.hashes)];
  const keeps = await Promise.all(
    unpack(scan.packed).map(async (finding) => {
      if (finding.end - finding.start > LONGEST) return true;
      const rule = ruleOf(engine, text, surface, finding);
      return !hashes.has(await hashOf(key, rule, text.slice(finding.start, finding.end)));
    }),
  );
  return { ...scan, packed: scan.packed.filter((_, at) => keeps[Math.floor(at / PACKED_FINDING)]) };
}

function change<T>(work: () => Promise<T>): Promise<T> {
  const done = changing.then(work).finally(() => {
    list = undefined;
  });
  changing = done.catch(() => {});
  return done;
}

/** A rule's number can be another with the next version, or under another policy; its name stays. */
function ruleOf({ scanner, ruleNames }: Engine, text: string, surface: Surface, place: Place): string {
  const name = ruleNames.get(place.rule) ?? scanner.explain(text, surface, place).rule;
  ruleNames.set(place.rule, name);
  return name;
}

function keyFrom(salt: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(salt.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
}

/** The same for words that differ only in how they are written: case and spaces. */
async function hashOf(key: CryptoKey, rule: string, words: string): Promise<string> {
  const plain = words.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  const signed = await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(`${rule}\n${plain}`));
  return hex(new Uint8Array(signed, 0, HASH_BYTES));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
