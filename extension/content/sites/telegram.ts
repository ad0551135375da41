import type { Site } from "../site.ts";

export const site: Site = {
  name: "Telegram",
  matches: ["https://web.telegram.org/*"],
  composers: [
    { is: ".input-search-input, #telegram-search-input, .SearchInput", surface: null },
    {
      is: ".edit-profile-container .input-field-input[data-no-linebreaks], .settings-edit-profile input",
      surface: "handle",
      root: ".edit-profile-container, .settings-edit-profile",
    },
    {
      is: ".edit-profile-container .input-field-input, .settings-edit-profile textarea",
      surface: "bio",
      root: ".edit-profile-container, .settings-edit-profile",
    },
    {
      is: ".input-message-input, #editable-message-text, #caption-input-text, .form-control[role='textbox']",
      surface: "message",
      root: ".chat-input, .Composer, form",
      button: ".btn-send, .main-button.send",
      enterSends: true,
    },
  ],
};
