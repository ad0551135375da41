import type { Site } from "../site.ts";

export const site: Site = {
  name: "Facebook",
  matches: ["https://*.facebook.com/*", "https://*.messenger.com/*"],
  bioRoom: 101,
  composers: [
    {
      // In a chat there is no word before the caret but “Aa”, in every language.
      is: '[role="textbox"][aria-placeholder="Aa"]',
      surface: "message",
      root: '[role="group"], form, [role="main"]',
      enterSends: true,
    },
    { is: '[role="textbox"]', at: /^www\.messenger\.com\/|\/messages\//, surface: "message", enterSends: true },
    {
      is: 'form[role="presentation"] [role="textbox"], [role="article"] [role="textbox"]',
      surface: "reply",
      root: "form",
      button: "#focused-state-composer-submit [role='button']",
      enterSends: true,
    },
    {
      is: '[role="dialog"] [role="textbox"]',
      surface: "post",
      root: '[role="dialog"]',
      button: '[role="button"]',
      buttonSays: /^(post|share|share now|next)$/i,
    },
    { is: 'textarea[aria-label*="bio" i]', surface: "bio" },
  ],
};
