/** What an administrator gives a browser, without a word in the machine's own /etc. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserName } from "./browser.ts";
import { CHROME_ID } from "./chromium.ts";
import { GECKO_ID } from "./firefox.ts";

/** A folder that the browser takes for the one in which its administrator's settings lie. */
export class Managed {
  readonly folder: string;
  readonly #name: BrowserName;

  private constructor(name: BrowserName, folder: string) {
    this.#name = name;
    this.folder = folder;
  }

  /** Makes one, hands it to `use`, and takes it away again. */
  static async with<T>(name: BrowserName, use: (managed: Managed) => Promise<T>): Promise<T> {
    const folder = await mkdtemp(join(tmpdir(), "forepost-managed-"));
    try {
      return await use(new Managed(name, folder));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Sets what the extension is given. */
  async give(settings: Record<string, unknown>): Promise<void> {
    if (this.#name === "chrome") {
      const policy = { "3rdparty": { extensions: { [CHROME_ID]: settings } } };
      await writeFile(join(this.folder, "forepost.json"), JSON.stringify(policy));
      return;
    }
    const folder = join(this.folder, ".mozilla/managed-storage");
    await mkdir(folder, { recursive: true });
    const manifest = { name: GECKO_ID, description: "Settings of Forepost", type: "storage", data: settings };
    await writeFile(join(folder, `${GECKO_ID}.json`), JSON.stringify(manifest));
  }
}
