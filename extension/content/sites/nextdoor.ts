import type { Site } from "../site.ts";

export const site: Site = {
  name: "Nextdoor",
  matches: ["https://*.nextdoor.com/*", "https://*.nextdoor.co.uk/*"],
  bioPages: /\/(edit_profile|profile\/[^/]*\/?edit|profile_edit)\b/,
  composers: [
    { is: '[data-testid="search-input"]', surface: null },
    {
      is: '[data-testid^="comment-"]',
      surface: "reply",
      root: "form",
      button: '[data-testid="inline-composer-reply-button"], button[type="submit"]',
    },
    {
      is: '[data-testid^="composer-"]',
      surface: "post",
      root: '[role="dialog"], form',
      button: '[data-testid="composer-submit-button"]',
      // The title is posted with the rest.
      thread: '[data-testid="composer-subject-field"], [data-testid="composer-text-field"]',
    },
    { at: /\/(inbox|messages|chats?)\b/, surface: "message", root: "form" },
  ],
};
