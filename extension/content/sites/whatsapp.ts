import type { Site } from "../site.ts";

export const site: Site = {
  name: "WhatsApp",
  matches: ["https://web.whatsapp.com/*"],
  composers: [
    // The list of chats is looked through in a box that is as rich as the one for a message.
    { is: '#side [contenteditable], [data-tab="3"]', surface: null },
    {
      surface: "message",
      is: "footer [contenteditable], #app [contenteditable]",
      root: "footer, #main",
      button: 'button:has([data-icon="send"], [data-icon="wds-ic-send-filled"]), [data-testid="compose-btn-send"]',
      enterSends: true,
    },
  ],
};
