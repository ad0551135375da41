import type { Site } from "../site.ts";

const POSTS = {
  is: "[contenteditable][aria-placeholder], [contenteditable][data-lexical-editor]",
  root: '[role="dialog"], [role="region"]',
  button: '[role="button"]',
  buttonSays: /^(post|reply)$/i,
  thread: '[contenteditable="true"][data-lexical-editor]',
};

export const site: Site = {
  name: "Threads",
  matches: ["https://*.threads.com/*", "https://*.threads.net/*"],
  bioRoom: 150,
  composers: [
    { is: "[contenteditable]", at: /\/messages\b/, surface: "message", enterSends: true },
    { at: /\/post\//, surface: "reply", ...POSTS },
    { surface: "post", ...POSTS },
    { is: '[role="dialog"] textarea', surface: "bio", root: '[role="dialog"]' },
  ],
};
