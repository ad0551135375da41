import init, * as exports from "../../target/wasm/forepost.js";
import type { PolicyName } from "../shared/protocol.ts";
import { readSettings, type Settings } from "../shared/settings.ts";
import { WasmScanner } from "../shared/wasm.ts";

/** The scanner under the policy in force. */
export interface Engine {
  readonly scanner: WasmScanner;
  /** The policy of the file that is in force, or null. */
  own: PolicyName | null;
  /** Why the chosen policy is not in force, or null when it is. */
  problem: string | null;
  /** What rules are called, by their numbers, as far as that was asked. */
  readonly ruleNames: Map<number, string>;
}

let loading: Promise<Engine> | undefined;

/** Loads the scanner on first use; a failed load is tried again on the next. */
export function engine(): Promise<Engine> {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Puts changed settings in force, unless the scanner was never needed: it reads them when it is. */
export async function reconfigure(settings: Settings): Promise<void> {
  if (loading) applySettings(await loading, settings);
}

async function load(): Promise<Engine> {
  const [settings] = await Promise.all([
    readSettings(),
    init({ module_or_path: chrome.runtime.getURL("forepost_bg.wasm") }),
  ]);
  const loaded: Engine = { scanner: new WasmScanner(exports), own: null, problem: null, ruleNames: new Map() };
  applySettings(loaded, settings);
  return loaded;
}

/**
 * A policy that cannot be used must not leave a gap: the last good one of this session stays in force, or the strictest
 * common reading where there was none.
 */
function applySettings(to: Engine, { policy, policyFile }: Settings): void {
  to.problem = null;
  to.ruleNames.clear();
  try {
    to.scanner.configure(policy, policyFile);
    to.own = policyFile === null ? null : to.scanner.readPolicy(policyFile);
  } catch (error) {
    to.problem = error instanceof Error ? error.message : `The policy “${policy}” cannot be used.`;
    if (policyFile === null) {
      to.own = null;
      to.scanner.configure(null);
    }
  }
}
