import type { Site } from "../site.ts";

export const site: Site = {
  name: "YouTube",
  matches: ["https://*.youtube.com/*"],
  bioPages: /^studio\.youtube\.com\/channel\/[^/]+\/editing\b/,
  bioRoom: 1_000,
  composers: [
    {
      is: "yt-live-chat-text-input-field-renderer",
      surface: "reply",
      root: "yt-live-chat-message-input-renderer",
      button: "#send-button button",
      enterSends: true,
    },
    {
      is: "ytd-backstage-post-dialog-renderer",
      surface: "post",
      root: "ytd-backstage-post-dialog-renderer",
      button: "#submit-button button",
    },
    {
      is: "ytd-commentbox, ytd-comment-dialog-renderer",
      surface: "reply",
      root: "ytd-commentbox, ytd-comment-dialog-renderer",
      button: "#submit-button button",
    },
    { is: "#textbox", at: /^studio\.youtube\.com\/video\//, surface: "post" },
    { is: 'input[name="handle"], #handle-input input', surface: "handle" },
  ],
};
