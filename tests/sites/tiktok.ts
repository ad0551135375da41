import { LOG_IN, LOG_IN_BOXES, type SiteFixture } from "./site.ts";

export const tiktok: SiteFixture = {
  name: "TikTok",
  csp: null,
  pages: [
    {
      url: "https://www.tiktok.com/tiktokstudio/upload",
      body: `
        <form><input data-e2e="search-user-input" name="q" type="search"></form>
        ${LOG_IN}
        <main><div mount="draft"></div><button data-e2e="post_video_button">Post</button></main>`,
      boxes: [
        { into: '[data-e2e="search-user-input"]', surface: null },
        ...LOG_IN_BOXES,
        { into: ".public-DraftEditor-content", surface: "post" },
      ],
    },
    {
      url: "https://www.tiktok.com/@someone/video/1",
      body: `<section><div data-e2e="comment-input"><div mount="draft"></div></div><div role="button" data-e2e="comment-post">Post</div></section>`,
      boxes: [{ into: '[data-e2e="comment-input"] [contenteditable]', surface: "reply" }],
    },
    {
      url: "https://www.tiktok.com/messages",
      body: `<section><div data-e2e="message-input-area"><div mount="draft"></div></div><div role="button" data-e2e="message-send"></div></section>`,
      boxes: [{ into: '[data-e2e="message-input-area"] [contenteditable]', surface: "message" }],
    },
    {
      url: "https://www.tiktok.com/@me",
      body: `
        <div data-e2e="edit-profile-popup" role="dialog" aria-modal="true">
          <div data-e2e="edit-profile-username-input"><input type="text"></div>
          <div data-e2e="edit-profile-name-input"><input type="text"></div>
          <textarea data-e2e="edit-profile-bio-input"></textarea>
          <button data-e2e="edit-profile-save">Save</button>
        </div>`,
      boxes: [
        { into: '[data-e2e="edit-profile-username-input"] input', surface: "handle" },
        { into: '[data-e2e="edit-profile-name-input"] input', surface: "handle" },
        { into: "textarea", surface: "bio" },
      ],
    },
  ],
};
