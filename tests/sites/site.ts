/** What a fixture of a site is: the site's own nesting and editors, under its own host and security policy. */
import type { Surface } from "../../extension/shared/protocol.ts";

export interface SiteFixture {
  /** As the adapter calls it. */
  readonly name: string;
  /** What the site sends, its content networks left out; null where it sends none. Its own scripts have the nonce `fixture`. */
  readonly csp: string | null;
  readonly pages: readonly SitePage[];
}

export interface SitePage {
  readonly url: string;
  /**
   * The page's body. `<div mount="lexical">` becomes that editor, which takes over the other attributes; a shadow tree is
   * a `<template shadowrootmode="open">`, and `<dialog modal>` is shown as one.
   */
  readonly body: string;
  readonly boxes: readonly Box[];
}

/** A box that can be written in: where it is, through shadow roots by `>>>`, and where its text would appear. */
export interface Box {
  readonly into: string;
  /** Null for what is nobody's business. */
  readonly surface: Surface | null;
  /** The address of the frame that holds it. */
  readonly frame?: string;
}

/** What stands on every site's way in. */
export const LOG_IN = `
  <form class="log-in">
    <label>E-mail <input type="email" name="email" autocomplete="username"></label>
    <label>Password <input type="password" name="password" autocomplete="current-password"></label>
  </form>`;

export const LOG_IN_BOXES: readonly Box[] = [
  { into: '.log-in input[name="email"]', surface: null },
  { into: '.log-in input[name="password"]', surface: null },
];
