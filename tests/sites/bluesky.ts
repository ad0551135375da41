import { LOG_IN, LOG_IN_BOXES, type SiteFixture } from "./site.ts";

export const bluesky: SiteFixture = {
  name: "Bluesky",
  csp: null,
  pages: [
    {
      url: "https://bsky.app/",
      body: `
        <input data-testid="searchTextInput" role="search" type="text">
        ${LOG_IN}
        <div role="dialog" aria-modal="true"><div data-testid="composePostView">
          <div mount="tiptap"></div><div mount="tiptap"></div>
          <button data-testid="composerPublishBtn">Post all</button>
        </div></div>`,
      boxes: [
        { into: '[data-testid="searchTextInput"]', surface: null },
        ...LOG_IN_BOXES,
        { into: ".ProseMirror", surface: "post" },
      ],
    },
    {
      url: "https://bsky.app/messages/1",
      body: "<textarea></textarea>",
      boxes: [{ into: "textarea", surface: "message" }],
    },
    {
      url: "https://bsky.app/profile/someone.bsky.social",
      body: `
        <div role="dialog" aria-modal="true">
          <input data-testid="editProfileDisplayNameInput" type="text">
          <textarea data-testid="editProfileDescriptionInput"></textarea>
          <button data-testid="editProfileSaveBtn">Save</button>
        </div>`,
      boxes: [
        { into: '[data-testid="editProfileDisplayNameInput"]', surface: "handle" },
        { into: '[data-testid="editProfileDescriptionInput"]', surface: "bio" },
      ],
    },
  ],
};
