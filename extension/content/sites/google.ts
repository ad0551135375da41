import type { Site } from "../site.ts";

export const site: Site = {
  name: "Google reviews",
  matches: [
    "https://www.google.com/maps/*",
    "https://www.google.co.uk/maps/*",
    "https://www.google.com/local/*",
    "https://www.google.co.uk/local/*",
    "https://search.google.com/local/*",
    "https://maps.google.com/*",
    "https://maps.google.co.uk/*",
  ],
  composers: [
    { is: "#searchboxinput, #searchbox", surface: null },
    {
      is: "textarea",
      surface: "post",
      root: '[role="dialog"], form, [jscontroller]',
      button: "button",
      buttonSays: /^(post|publish)$/i,
    },
  ],
};
