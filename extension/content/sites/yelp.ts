import type { Site } from "../site.ts";

export const site: Site = {
  name: "Yelp",
  matches: ["https://*.yelp.com/*", "https://*.yelp.co.uk/*"],
  bioPages: /\/profile\b/,
  composers: [
    {
      is: '[role="textbox"], [contenteditable], textarea',
      at: /\/writeareview\//,
      surface: "post",
      root: "form",
      button: 'button[type="submit"]',
    },
    { is: "textarea", at: /\/(mail|messaging|compliment)\b/, surface: "message", root: "form" },
  ],
};
