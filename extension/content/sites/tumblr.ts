import type { Site } from "../site.ts";

export const site: Site = {
  name: "Tumblr",
  matches: ["https://*.tumblr.com/*"],
  composers: [
    { is: 'input[name="title"]', at: /\/settings\/blog\//, surface: "handle", root: "form" },
    { is: "textarea", at: /\/settings\/blog\//, surface: "bio", root: "form" },
    { is: "textarea", at: /\/messag/, surface: "message", enterSends: true, root: "form", button: "button" },
    {
      // Every paragraph is a composer of its own.
      is: ".block-editor-writing-flow, .block-editor-block-list__layout",
      surface: "post",
      root: '[role="dialog"], .block-editor-writing-flow',
      button: "button",
      buttonSays: /^(post( now)?|reblog|queue|schedule)$/i,
      thread: '.block-editor-rich-text__editable[contenteditable="true"]',
    },
    { is: "textarea", surface: "reply", root: "form", button: "button", buttonSays: /^reply$/i },
  ],
};
