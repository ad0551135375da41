import { LOG_IN, LOG_IN_BOXES, type SiteFixture } from "./site.ts";

export const flickr: SiteFixture = {
  name: "Flickr",
  csp: "frame-ancestors 'self'; object-src 'none'; script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  pages: [
    {
      url: "https://www.flickr.com/photos/someone/1/",
      body: `
        <form role="search"><input id="search-field" type="search"></form>
        ${LOG_IN}
        <form><textarea class="edit-photo-description" name="description"></textarea></form>
        <form><textarea class="comment-textarea"></textarea><button type="submit">Comment</button></form>`,
      boxes: [
        { into: "#search-field", surface: null },
        ...LOG_IN_BOXES,
        { into: '[name="description"]', surface: "post" },
        { into: ".comment-textarea", surface: "reply" },
      ],
    },
    {
      url: "https://www.flickr.com/mail/write/",
      body: "<form><textarea></textarea></form>",
      boxes: [{ into: "textarea", surface: "message" }],
    },
    {
      url: "https://www.flickr.com/people/someone/",
      body: "<form><textarea></textarea></form>",
      boxes: [{ into: "textarea", surface: "bio" }],
    },
  ],
};
