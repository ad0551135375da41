import type { Site } from "../site.ts";

export const site: Site = {
  name: "TikTok",
  matches: ["https://*.tiktok.com/*"],
  bioRoom: 80,
  composers: [
    { is: '[data-e2e="search-user-input"]', surface: null },
    {
      is: '[data-e2e="comment-input"]',
      surface: "reply",
      root: '[class*="DivCommentInputContainer"], [class*="DivBottomCommentContainer"], form, section',
      button: '[data-e2e="comment-post"]',
      enterSends: true,
    },
    {
      is: '[data-e2e="message-input-area"]',
      surface: "message",
      button: '[data-e2e="message-send"]',
      root: '[class*="DivChatBottom"], form, section',
      enterSends: true,
    },
    {
      is: 'textarea[data-e2e^="edit-profile-bio"]',
      surface: "bio",
      root: '[role="dialog"], [data-e2e="edit-profile-popup"]',
      button: '[data-e2e="edit-profile-save"]',
    },
    {
      is: '[data-e2e="edit-profile-name-input"], [data-e2e="edit-profile-username-input"]',
      surface: "handle",
      root: '[role="dialog"], [data-e2e="edit-profile-popup"]',
      button: '[data-e2e="edit-profile-save"]',
    },
    {
      is: ".public-DraftEditor-content",
      at: /\/(upload|tiktokstudio)\b/,
      surface: "post",
      root: "main, #root",
      button: '[data-e2e="post_video_button"]',
    },
  ],
};
