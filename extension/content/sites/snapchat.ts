import type { Site } from "../site.ts";

export const site: Site = {
  name: "Snapchat",
  matches: ["https://*.snapchat.com/*"],
  bioPages: /^(profile|my)\.snapchat\.com\/.*(profile|edit|settings)\b/,
  composers: [
    { is: '[role="textbox"], textarea', at: /\/web\b|^web\.snapchat\.com\//, surface: "message", enterSends: true },
    { is: "textarea", at: /\/(spotlight|upload)\b/, surface: "post" },
  ],
};
