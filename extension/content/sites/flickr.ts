import type { Site } from "../site.ts";

export const site: Site = {
  name: "Flickr",
  matches: ["https://*.flickr.com/*"],
  bioPages: /\/people\/[^/]+\/?$|\/account\/profile\b|\/profile_edit/,
  composers: [
    { at: /\/mail\b/, surface: "message", root: "form" },
    {
      is: '#comment, .comment-textarea, [name="comment"]',
      surface: "reply",
      root: "form",
      button: 'button[type="submit"]',
    },
    // What it calls a description is said of a photo, and not of the person.
    { is: 'textarea, [contenteditable], [name="title"]', at: /\/photos\//, surface: "post", root: "form" },
  ],
};
