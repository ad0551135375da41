import { LOG_IN, LOG_IN_BOXES, type SiteFixture } from "./site.ts";

export const yelp: SiteFixture = {
  name: "Yelp",
  csp: "frame-ancestors 'self'; upgrade-insecure-requests; object-src 'none'",
  pages: [
    {
      url: "https://www.yelp.co.uk/writeareview/biz/1",
      body: `
        <form role="search"><input id="search_description" name="find_desc" type="text"></form>
        ${LOG_IN}
        <form><div mount="lexical" role="textbox"></div><button type="submit">Post review</button></form>`,
      boxes: [
        { into: "#search_description", surface: null },
        ...LOG_IN_BOXES,
        { into: '[role="textbox"]', surface: "post" },
      ],
    },
    {
      url: "https://www.yelp.com/messaging/1",
      body: "<form><textarea></textarea></form>",
      boxes: [{ into: "textarea", surface: "message" }],
    },
    {
      url: "https://www.yelp.com/profile_bio/profile",
      body: "<form><textarea></textarea></form>",
      boxes: [{ into: "textarea", surface: "bio" }],
    },
  ],
};
