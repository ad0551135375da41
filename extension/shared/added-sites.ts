/** Sites that the person added, beside those in the manifest: their hosts in `storage.local`, the browser's permission for each. */

const KEY = "addedHosts";
const SCRIPT = "added-sites";
const HOST = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

export const patternOf = (host: string): string => `https://${host}/*`;

/**
 * The host that someone means by what they typed: an address, a host, or their own name on a server (`@me@social.example`).
 * Throws an `Error` with a sentence for them when it is none.
 */
export function hostFrom(typed: string): string {
  const given = typed.trim();
  if (given === "") throw new Error("Please type the address of a site, such as “social.example”.");
  const mistaken = new Error(`“${given}” is not the address of a site. It should look like “social.example”.`);
  let url: URL;
  try {
    url = new URL(/^[a-z]+:\/\//i.test(given) ? given : `https://${given.replace(/^@?[^@/\s]*@/, "")}`);
  } catch {
    throw mistaken;
  }
  if (!["https:", "http:"].includes(url.protocol) || !HOST.test(url.hostname)) throw mistaken;
  if (url.port !== "") throw new Error("Forepost cannot run on an address with a port. Please leave the number out.");
  return url.hostname;
}

/** The hosts that were added, in alphabetical order. */
export async function addedHosts(): Promise<readonly string[]> {
  const { [KEY]: stored } = await chrome.storage.local.get(KEY);
  if (!Array.isArray(stored)) return [];
  return stored.filter((host): host is string => typeof host === "string" && HOST.test(host)).sort();
}

/**
 * Asks the browser, which asks the person, and has the content script run there from the next page on; false when the
 * person would rather not. To be called straight from a click: browsers ask at no other time.
 */
export async function addHost(host: string): Promise<boolean> {
  if (!(await chrome.permissions.request({ origins: [patternOf(host)] }))) return false;
  await keep([...(await addedHosts()), host]);
  return true;
}

/** Gives the permission back; the content script runs there no more. */
export async function removeHost(host: string): Promise<void> {
  await keep((await addedHosts()).filter((one) => one !== host));
  try {
    await chrome.permissions.remove({ origins: [patternOf(host)] });
  } catch {
    // What is fixed for this browser cannot be given back; it is not made use of any more.
  }
}

/** Lets go of the hosts for which the person took the permission back on the browser's own pages. */
export async function dropRefusedHosts(): Promise<void> {
  const hosts = await addedHosts();
  const allowed = await Promise.all(hosts.map((host) => chrome.permissions.contains({ origins: [patternOf(host)] })));
  await keep(hosts.filter((_, at) => allowed[at]));
}

async function keep(hosts: readonly string[]): Promise<void> {
  await chrome.storage.local.set({ [KEY]: [...new Set(hosts)] });
  await registerAddedSites();
}

/** Has the content script run on the added hosts and on no others. Browsers forget it when the extension is updated. */
export async function registerAddedSites(): Promise<void> {
  // The options page and the background may both be at it.
  await navigator.locks.request(SCRIPT, register);
}

async function register(): Promise<void> {
  const matches = (await addedHosts()).map(patternOf);
  const isRegistered = (await chrome.scripting.getRegisteredContentScripts({ ids: [SCRIPT] })).length > 0;
  if (matches.length === 0) {
    if (isRegistered) await chrome.scripting.unregisterContentScripts({ ids: [SCRIPT] });
    return;
  }
  const script: chrome.scripting.RegisteredContentScript = {
    id: SCRIPT,
    // Firefox takes a path without a slash as one beside the page that registers it.
    js: ["/content.js"],
    matches,
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: "document_idle",
  };
  if (isRegistered) await chrome.scripting.updateContentScripts([script]);
  else await chrome.scripting.registerContentScripts([script]);
}
