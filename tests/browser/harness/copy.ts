/** Copies of the shipped extension that misbehave, to prove that what is asserted of the shipped one can fail. */
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserName, shipped } from "./browser.ts";

/** The parts of a manifest that a copy changes. */
export interface ChangeableManifest {
  content_security_policy: { extension_pages: string };
  host_permissions?: readonly string[];
}

export class ExtensionCopy {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Makes a copy, hands it to `use`, and takes it away again. */
  static async with<T>(name: BrowserName, use: (copy: ExtensionCopy) => Promise<T>): Promise<T> {
    const copy = await ExtensionCopy.make(name);
    try {
      return await use(copy);
    } finally {
      await copy.remove();
    }
  }

  /** Makes a copy that stays until it is removed. */
  static async make(name: BrowserName): Promise<ExtensionCopy> {
    const folder = await mkdtemp(join(tmpdir(), "forepost-copy-"));
    await cp(shipped(name), folder, { recursive: true });
    return new ExtensionCopy(folder);
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Adds a line to a script, such as "background.js". */
  async append(script: string, line: string): Promise<void> {
    await appendFile(join(this.folder, script), `\n${line}\n`);
  }

  /** Puts a script between two pieces of text, so that it runs inside of something of the test's. */
  async wrap(script: string, before: string, after: string): Promise<void> {
    const path = join(this.folder, script);
    await writeFile(path, `${before}\n${await readFile(path, "utf8")}\n${after}`);
  }

  async changeManifest(change: (manifest: ChangeableManifest) => void): Promise<void> {
    const path = join(this.folder, "manifest.json");
    const manifest = JSON.parse(await readFile(path, "utf8")) as ChangeableManifest;
    change(manifest);
    await writeFile(path, JSON.stringify(manifest));
  }
}
