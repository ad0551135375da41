import { LOG_IN, LOG_IN_BOXES, type SiteFixture } from "./site.ts";

export const pinterest: SiteFixture = {
  name: "Pinterest",
  csp: "default-src 'self'; script-src 'self' 'unsafe-inline' 'strict-dynamic' 'nonce-fixture'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'",
  pages: [
    {
      url: "https://www.pinterest.co.uk/pin-creation-tool/",
      body: `
        <input data-test-id="search-box-input" name="searchBoxInput" role="combobox" type="text">
        ${LOG_IN}
        <main><input id="storyboard-selector-title" type="text"><div mount="draft"></div>
        <div data-test-id="storyboard-creation-nav-done"><button>Publish</button></div></main>`,
      boxes: [
        { into: '[data-test-id="search-box-input"]', surface: null },
        ...LOG_IN_BOXES,
        { into: "#storyboard-selector-title", surface: "post" },
        { into: ".public-DraftEditor-content", surface: "post" },
      ],
    },
    {
      url: "https://www.pinterest.com/pin/1/",
      body: `
        <div data-test-id="activity-item-create"><div data-test-id="comment-editor-container"><div mount="lexical" role="textbox"></div></div>
        <button data-test-id="activity-item-create-submit">Post</button></div>
        <form><textarea id="messageDraft"></textarea></form>`,
      boxes: [
        { into: '[role="textbox"]', surface: "reply" },
        { into: "#messageDraft", surface: "message" },
      ],
    },
    {
      url: "https://www.pinterest.com/settings/profile/",
      body: '<form><input id="first_name" type="text"><textarea id="about"></textarea><input id="username" type="text"></form>',
      boxes: [
        { into: "#first_name", surface: "handle" },
        { into: "#username", surface: "handle" },
        { into: "#about", surface: "bio" },
      ],
    },
  ],
};
