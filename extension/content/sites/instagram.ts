import type { Site } from "../site.ts";

export const site: Site = {
  name: "Instagram",
  matches: ["https://*.instagram.com/*"],
  bioPages: /\/accounts\/edit\b/,
  bioRoom: 150,
  composers: [
    { is: "#pepBio", surface: "bio", root: "form", button: '[role="button"], button', buttonSays: /^submit$/i },
    { is: "#pepName, #pepUsername", surface: "handle", root: "form" },
    { is: '[role="textbox"]', at: /\/direct\//, surface: "message", enterSends: true },
    {
      is: "form textarea",
      surface: "reply",
      root: "form",
      button: '[role="button"], button',
      buttonSays: /^post$/i,
      enterSends: true,
    },
    {
      is: '[role="dialog"] [contenteditable]',
      surface: "post",
      root: '[role="dialog"]',
      button: '[role="button"]',
      buttonSays: /^share$/i,
    },
  ],
};
