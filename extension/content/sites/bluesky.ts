import type { Site } from "../site.ts";

export const site: Site = {
  name: "Bluesky",
  matches: ["https://bsky.app/*"],
  bioRoom: 256,
  composers: [
    { is: '[data-testid="searchTextInput"]', surface: null },
    { is: "textarea", at: /^bsky\.app\/messages\b/, surface: "message", enterSends: true },
    {
      is: '[data-testid="editProfileDescriptionInput"]',
      surface: "bio",
      root: '[role="dialog"]',
      button: '[data-testid="editProfileSaveBtn"]',
    },
    {
      is: '[data-testid="editProfileDisplayNameInput"]',
      surface: "handle",
      root: '[role="dialog"]',
      button: '[data-testid="editProfileSaveBtn"]',
    },
    {
      is: ".ProseMirror",
      surface: "post",
      root: '[data-testid="composePostView"], [role="dialog"]',
      button: '[data-testid="composerPublishBtn"]',
      thread: ".ProseMirror",
    },
  ],
};
