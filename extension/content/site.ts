import type { Surface } from "../shared/protocol.ts";
import { lineage } from "./shadow.ts";
import { SITES } from "./sites/index.ts";

/** A site, as far as it differs from what can be seen of any composer. One file of `sites/` holds one. */
export interface Site {
  /** As people call it. */
  readonly name: string;
  /** Where the extension runs, as the manifest says it: the build takes the host list from here. */
  readonly matches: readonly string[];
  /** Its software also runs on hosts that nobody can list, so it is looked for on those that the person adds. */
  readonly elsewhere?: true;
  /** Pages on which profiles are written: a box there that no row below knows is a bio. Tested like `at`. */
  readonly bioPages?: RegExp;
  /** How many code units a bio takes here, where its field does not say so itself. */
  readonly bioRoom?: number;
  /** What people write in there; of several rows that fit, the first counts. */
  readonly composers: readonly SiteComposer[];
}

/** A kind of composer that a site has. */
export interface SiteComposer {
  /** The composer, its editor, or something around them, through shadow roots too; any composer when absent. */
  readonly is?: string;
  /** Pages that have it: tested against host and path, such as `x.com/settings/profile`. */
  readonly at?: RegExp;
  /** Where its text would appear; null when it takes a query or a secret, and must not be read. */
  readonly surface: Surface | null;
  /** How many code units it takes, where neither its field nor the site's bios tell. */
  readonly room?: number;
  /** What holds the composer together with its button: the innermost around it. */
  readonly root?: string;
  /** What posts when it is pressed, inside the root. */
  readonly button?: string;
  /** How that button is called, where nothing but its words tells it from others. */
  readonly buttonSays?: RegExp;
  /** Enter by itself sends; or, where the person can choose, what the root holds when it does. */
  readonly enterSends?: true | string;
  /** The composers in the root that are posted together, in the order of the page: one text in several pieces. */
  readonly thread?: string;
}

/** What its site knows of a composer. */
export interface KnownComposer {
  readonly site: Site;
  readonly surface: Surface | null;
  /** What holds the composer together with its button, as far as the site's adapter tells. */
  readonly root: Element | null;
  readonly row: SiteComposer;
}

/** A box of a profile page that no row tells anything of. */
const PROFILE_BOX: SiteComposer = { surface: "bio" };

/** The address of the document: that of the page around it where a frame has none of its own. */
export function addressOf(document: Document): URL {
  const { href, protocol, ancestorOrigins } = document.location;
  if (protocol !== "about:") return new URL(href);
  const origin = document.defaultView?.origin ?? "null";
  return new URL(origin === "null" ? (ancestorOrigins?.[0] ?? href) : origin);
}

/** The site that this is a page of, or null. */
export function siteAt(url: URL): Site | null {
  return (
    SITES.find(({ matches }) => matches.some((pattern) => matchesPattern(pattern, url))) ??
    SITES.find(({ elsewhere }) => elsewhere) ??
    null
  );
}

/** Whether the manifest has the extension run there. */
export function isBuiltIn(url: URL): boolean {
  return SITES.some(({ matches }) => matches.some((pattern) => matchesPattern(pattern, url)));
}

/** What the site knows of the composer with this element, or null when it is like any other. */
export function knownComposer(element: Element, url: URL): KnownComposer | null {
  const site = siteAt(url);
  if (!site) return null;
  const place = url.host + url.pathname;
  const around = [...lineage(element)];
  const row = site.composers.find(
    ({ is, at }) => (!at || at.test(place)) && (!is || around.some((one) => one.matches(is))),
  );
  if (row) return { site, row, surface: row.surface, root: rootOf(row, around) };
  const isProfile = site.bioPages?.test(place) && !(element instanceof HTMLInputElement);
  return isProfile ? { site, row: PROFILE_BOX, surface: "bio", root: null } : null;
}

/**
 * Whether this is what holds a post of the page together, as far as its site's adapter tells: with a composer in it, or on a
 * page for nothing but such posts, where the composer may come later.
 */
export function isPostRoot(element: Element, url: URL, hasComposer: boolean): boolean {
  const place = url.host + url.pathname;
  return (siteAt(url)?.composers ?? []).some(
    ({ root, at, surface }) =>
      surface !== null && root !== undefined && element.matches(root) && (at ? at.test(place) : hasComposer),
  );
}

/** Whether pressing this element posts what the composer holds, as far as its site's adapter tells. */
export function postsOnPress({ row, root }: KnownComposer, pressed: Element): boolean {
  const { button, buttonSays } = row;
  if (button === undefined || (row.root !== undefined && !root)) return false;
  const around = [...lineage(pressed)];
  if (root && !around.includes(root)) return false;
  const within = root ? around.slice(0, around.indexOf(root)) : around;
  return within.some((one) => one.matches(button) && (!buttonSays || buttonSays.test(wordsOn(one))));
}

/** What posts a composer's text when it is pressed, where the site's adapter tells what holds the two together. */
export function postButtonsOf({ row: { button, buttonSays }, root }: KnownComposer): Element[] {
  const buttons = button === undefined || !root ? [] : [...root.querySelectorAll(button)];
  return buttons.filter((one) => !buttonSays || buttonSays.test(wordsOn(one)));
}

/** Whether Enter by itself, without a modifier, posts what the composer holds. */
export function sendsOnEnter({ row, root }: KnownComposer): boolean {
  const { enterSends } = row;
  return typeof enterSends === "string" ? root?.querySelector(enterSends) != null : enterSends === true;
}

function wordsOn(button: Element): string {
  return (button.getAttribute("aria-label") ?? button.textContent ?? "").trim();
}

function rootOf({ root }: SiteComposer, around: readonly Element[]): Element | null {
  return (root !== undefined && around.find((one) => one.matches(root))) || null;
}

/** Whether an address is one of a match pattern's, such as `https://*.x.com/*`. */
export function matchesPattern(pattern: string, url: URL): boolean {
  const [, host = "", path = ""] = /^https:\/\/([^/]+)(\/.*)\*$/.exec(pattern) ?? [];
  if (url.protocol !== "https:" || !url.pathname.startsWith(path)) return false;
  if (!host.startsWith("*.")) return url.host === host;
  return url.host === host.slice(2) || url.host.endsWith(host.slice(1));
}
