import { LOG_IN, LOG_IN_BOXES, type SiteFixture } from "./site.ts";

export const snapchat: SiteFixture = {
  name: "Snapchat",
  csp: "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'nonce-fixture' 'strict-dynamic'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:",
  pages: [
    {
      url: "https://www.snapchat.com/web/1",
      body: `<input type="search" aria-label="Search">${LOG_IN}<form><div mount="contenteditable" role="textbox"></div></form>`,
      boxes: [
        { into: 'input[type="search"]', surface: null },
        ...LOG_IN_BOXES,
        { into: '[role="textbox"]', surface: "message" },
      ],
    },
    {
      url: "https://my.snapchat.com/spotlight/upload",
      body: '<form><textarea name="description"></textarea></form>',
      boxes: [{ into: "textarea", surface: "post" }],
    },
    {
      url: "https://profile.snapchat.com/me/profile",
      body: "<form><textarea></textarea></form>",
      boxes: [{ into: "textarea", surface: "bio" }],
    },
  ],
};
