import type { Site } from "../site.ts";

const POSTS = {
  is: ".autosuggest-textarea__textarea, #cw-spoiler-input",
  root: "form.compose-form",
  button: 'button[type="submit"]',
  // The warning in front of a post is part of what everyone reads.
  thread: "#cw-spoiler-input, .autosuggest-textarea__textarea",
};

export const site: Site = {
  name: "Mastodon",
  matches: [
    "https://mastodon.social/*",
    "https://mastodon.online/*",
    "https://mastodon.world/*",
    "https://mastodonapp.uk/*",
    "https://mastodon.green/*",
    "https://mastodon.ie/*",
    "https://mastodon.scot/*",
    "https://toot.wales/*",
    "https://glasgow.social/*",
    "https://mstdn.social/*",
    "https://mas.to/*",
    "https://masto.ai/*",
    "https://med-mastodon.com/*",
    "https://hachyderm.io/*",
    "https://fosstodon.org/*",
    "https://infosec.exchange/*",
    "https://techhub.social/*",
    "https://tech.lgbt/*",
    "https://c.im/*",
    "https://universeodon.com/*",
    "https://toot.community/*",
    "https://mindly.social/*",
    "https://social.vivaldi.net/*",
  ],
  elsewhere: true,
  bioPages: /\/settings\/profile\b|\/profile\/edit\b/,
  bioRoom: 500,
  composers: [
    { is: ".search__input", surface: null },
    { ...POSTS, is: "form.compose-form:has(.reply-indicator)", surface: "reply" },
    { surface: "post", ...POSTS },
    { is: "#account_display_name", surface: "handle", root: "form", button: 'button[type="submit"]' },
    { is: "#account_note", surface: "bio", root: "form", button: 'button[type="submit"]' },
  ],
};
