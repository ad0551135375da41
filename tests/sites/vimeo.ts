import { LOG_IN, LOG_IN_BOXES, type SiteFixture } from "./site.ts";

export const vimeo: SiteFixture = {
  name: "Vimeo",
  csp: "frame-ancestors 'self'; upgrade-insecure-requests; object-src 'none'",
  pages: [
    {
      url: "https://vimeo.com/123456",
      body: `<input type="search" name="q">${LOG_IN}<form><textarea></textarea><button>Comment</button></form>`,
      boxes: [{ into: 'input[type="search"]', surface: null }, ...LOG_IN_BOXES, { into: "textarea", surface: "reply" }],
    },
    {
      url: "https://vimeo.com/manage/videos/123456",
      body: '<form><input name="title" type="text"><textarea name="description"></textarea></form>',
      boxes: [
        { into: '[name="title"]', surface: "post" },
        { into: "textarea", surface: "post" },
      ],
    },
    {
      url: "https://vimeo.com/settings/profile",
      body: '<form><input name="name" type="text"><textarea></textarea></form>',
      boxes: [
        { into: '[name="name"]', surface: "handle" },
        { into: "textarea", surface: "bio" },
      ],
    },
  ],
};
