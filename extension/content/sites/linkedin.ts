import type { Site } from "../site.ts";

export const site: Site = {
  name: "LinkedIn",
  matches: ["https://*.linkedin.com/*"],
  bioPages: /\/in\/[^/]+\/(edit|add-edit|opportunities)\b/,
  bioRoom: 2_600,
  composers: [
    {
      is: ".msg-form__contenteditable",
      surface: "message",
      root: ".msg-form",
      button: ".msg-form__send-button, .msg-form__send-btn",
      // Those who send by a click have the button instead.
      enterSends: ".msg-form__hint-text",
    },
    {
      is: '.comments-comment-box, [componentkey^="commentBox"]',
      surface: "reply",
      root: '.comments-comment-box, [componentkey^="commentBox"]',
      button: '[class*="comments-comment-box__submit-button"], button[type="submit"]',
    },
    {
      is: ".ql-editor",
      surface: "post",
      root: '[role="dialog"], .share-box',
      button: ".share-actions__primary-action",
    },
    {
      is: 'input[id*="firstName" i], input[id*="lastName" i]',
      surface: "handle",
      root: '[role="dialog"], dialog, form',
    },
    { is: 'input[id*="headline" i]', surface: "bio", room: 220, root: '[role="dialog"], dialog, form' },
  ],
};
