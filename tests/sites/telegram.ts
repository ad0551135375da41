import type { SiteFixture } from "./site.ts";

const CSP =
  "default-src 'self'; connect-src 'self' blob:; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob: data:; object-src 'none'; base-uri 'none'; form-action 'none'";

export const telegram: SiteFixture = {
  name: "Telegram",
  csp: CSP,
  pages: [
    {
      url: "https://web.telegram.org/k/",
      body: `
        <div class="sidebar-header"><input class="input-search-input" type="text" placeholder="Search"></div>
        <div class="chat-input"><div mount="contenteditable" class="input-message-input" data-peer-id="1"></div>
          <div class="btn-send-container"><button class="btn-icon btn-send"></button></div></div>`,
      boxes: [
        { into: ".input-search-input", surface: null },
        { into: ".input-message-input", surface: "message" },
      ],
    },
    {
      url: "https://web.telegram.org/k/settings",
      body: `
        <div class="edit-profile-container"><div mount="contenteditable" class="input-field-input" data-no-linebreaks="1"></div>
          <div mount="contenteditable" class="input-field-input bio"></div></div>`,
      boxes: [
        { into: "[data-no-linebreaks]", surface: "handle" },
        { into: ".bio", surface: "bio" },
      ],
    },
    {
      url: "https://web.telegram.org/a/",
      body: `
        <div class="SearchInput"><input id="telegram-search-input" type="text"></div>
        <div class="Composer"><div mount="contenteditable" id="editable-message-text" class="form-control" role="textbox"></div>
          <button class="Button send main-button"></button></div>`,
      boxes: [
        { into: "#telegram-search-input", surface: null },
        { into: "#editable-message-text", surface: "message" },
      ],
    },
  ],
};
