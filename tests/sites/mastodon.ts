import { LOG_IN, LOG_IN_BOXES, type SiteFixture } from "./site.ts";

const form = (above: string) => `
  <form class="compose-form">${above}
    <input id="cw-spoiler-input" class="spoiler-input__input" type="text">
    <textarea class="autosuggest-textarea__textarea"></textarea>
    <div class="compose-form__actions"><button type="submit" class="button">Post</button></div>
  </form>`;

export const mastodon: SiteFixture = {
  name: "Mastodon",
  csp: "base-uri 'none'; default-src 'none'; frame-ancestors 'none'; font-src 'self'; img-src 'self' data: blob:; style-src 'self' 'nonce-fixture'; form-action 'self'; connect-src 'self' data: blob:; script-src 'self' 'wasm-unsafe-eval'; child-src 'self' blob:; worker-src 'self' blob:",
  pages: [
    {
      url: "https://mastodonapp.uk/home",
      body: `<form class="search"><input class="search__input" type="text" aria-label="Search or paste URL"></form>${LOG_IN}
        <div id="mastodon">${form("")}</div>`,
      boxes: [
        { into: ".search__input", surface: null },
        ...LOG_IN_BOXES,
        { into: "#cw-spoiler-input", surface: "post" },
      ],
    },
    {
      url: "https://mastodon.social/@someone/1",
      body: `<div id="mastodon">${form('<div class="reply-indicator">Somebody wrote</div>')}</div>`,
      boxes: [{ into: ".autosuggest-textarea__textarea", surface: "reply" }],
    },
    {
      url: "https://mastodon.social/settings/profile",
      body: `
        <form><input id="account_display_name" name="account[display_name]" type="text">
        <textarea id="account_note" name="account[note]"></textarea><button type="submit">Save</button></form>`,
      boxes: [
        { into: "#account_display_name", surface: "handle" },
        { into: "#account_note", surface: "bio" },
      ],
    },
    {
      url: "https://mastodon.social/profile/edit",
      body: `<div id="mastodon"><div role="dialog" aria-modal="true"><textarea></textarea></div></div>`,
      boxes: [{ into: "textarea", surface: "bio" }],
    },
  ],
};
