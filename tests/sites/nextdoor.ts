import { LOG_IN, LOG_IN_BOXES, type SiteFixture } from "./site.ts";

export const nextdoor: SiteFixture = {
  name: "Nextdoor",
  csp: "frame-ancestors 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; object-src 'none'",
  pages: [
    {
      url: "https://nextdoor.co.uk/news_feed/",
      body: `
        <input data-testid="search-input" type="text">
        ${LOG_IN}
        <div role="dialog" aria-modal="true">
          <input data-testid="composer-subject-field" type="text">
          <textarea data-testid="composer-text-field"></textarea>
          <button data-testid="composer-submit-button">Post</button>
        </div>
        <form><textarea data-testid="comment-add-reply-input"></textarea><button data-testid="inline-composer-reply-button">Reply</button></form>`,
      boxes: [
        { into: '[data-testid="search-input"]', surface: null },
        ...LOG_IN_BOXES,
        { into: '[data-testid="composer-text-field"]', surface: "post" },
        { into: '[data-testid="comment-add-reply-input"]', surface: "reply" },
      ],
    },
    {
      url: "https://nextdoor.com/inbox/1",
      body: "<form><textarea></textarea></form>",
      boxes: [{ into: "textarea", surface: "message" }],
    },
    {
      url: "https://nextdoor.com/edit_profile/",
      body: "<form><textarea></textarea></form>",
      boxes: [{ into: "textarea", surface: "bio" }],
    },
  ],
};
