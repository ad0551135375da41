import type { Site } from "../site.ts";

export const site: Site = {
  name: "Reddit",
  matches: ["https://*.reddit.com/*"],
  bioPages: /^(www|new)\.reddit\.com\/settings\b/,
  bioRoom: 200,
  composers: [
    { is: "reddit-search-large, faceplate-search-input", surface: null },
    { is: "rs-app, rs-message-composer", surface: "message", root: "rs-message-composer, form", enterSends: true },
    {
      is: '[name="displayName"]',
      at: /^(www|new)\.reddit\.com\/settings\b/,
      surface: "handle",
      root: '[role="dialog"], dialog',
    },
    { at: /^(www|new)\.reddit\.com\/settings\b/, surface: "bio", root: '[role="dialog"], dialog' },
    { at: /^[^/]+\/message\//, surface: "message", root: "form", button: 'button[type="submit"]' },
    {
      at: /^[^/]+(\/r\/[^/]+|\/user\/[^/]+)?\/submit\b/,
      surface: "post",
      root: "r-post-composer-form, form",
      button: '#submit-post-button, r-post-form-submit-button, button[type="submit"]',
    },
    {
      is: "shreddit-composer, .usertext",
      at: /\/comments\//,
      surface: "reply",
      root: "shreddit-composer, .usertext",
      button: '[slot="submit-button"], button[type="submit"]',
    },
  ],
};
