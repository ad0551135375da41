import type { Site } from "../site.ts";

export const site: Site = {
  name: "Vimeo",
  matches: ["https://*.vimeo.com/*"],
  bioPages: /\/settings\/(profile|account\/profile)\b/,
  composers: [
    // What it calls a description is said of a video, and not of the person.
    { is: 'textarea, [contenteditable], [name="title"]', at: /\/(manage|upload)\b/, surface: "post", root: "form" },
    { is: 'input[name="name"]', at: /\/settings\/(profile|account\/profile)\b/, surface: "handle", root: "form" },
    { is: "textarea, [contenteditable]", at: /vimeo\.com\/(\w+\/)*\d+/, surface: "reply", root: "form" },
  ],
};
