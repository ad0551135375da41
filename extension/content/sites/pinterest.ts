import type { Site } from "../site.ts";

export const site: Site = {
  name: "Pinterest",
  matches: ["https://*.pinterest.com/*", "https://*.pinterest.co.uk/*"],
  bioPages: /\/settings\/(edit-)?profile\b/,
  bioRoom: 500,
  composers: [
    { is: '[data-test-id="search-box-input"]', surface: null },
    { is: "#about", surface: "bio" },
    { is: "#first_name, #last_name, #username", surface: "handle" },
    { is: "#messageDraft", surface: "message", root: "form", enterSends: true },
    {
      is: '[data-test-id="comment-editor-container"], [data-test-id="activity-item-create"]',
      surface: "reply",
      root: '[data-test-id="activity-item-create"], form',
      button: '[data-test-id="activity-item-create-submit"]',
    },
    {
      at: /\/pin-(builder|creation-tool)\b/,
      surface: "post",
      root: '[data-test-id="pin-builder"], main',
      button: '[data-test-id="storyboard-creation-nav-done"] button, [data-test-id="board-dropdown-save-button"]',
    },
  ],
};
