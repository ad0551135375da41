import { LOG_IN, LOG_IN_BOXES, type SiteFixture } from "./site.ts";

const paragraph =
  '<div mount="contenteditable" role="document" class="block-editor-rich-text__editable block-editor-block-list__block"></div>';

export const tumblr: SiteFixture = {
  name: "Tumblr",
  csp: "upgrade-insecure-requests; object-src 'none'; script-src 'self' 'nonce-fixture' 'strict-dynamic'",
  pages: [
    {
      url: "https://www.tumblr.com/new/text",
      body: `
        <input name="q" type="text" role="combobox" placeholder="Search Tumblr">
        ${LOG_IN}
        <div role="dialog" aria-modal="true"><div class="block-editor-writing-flow">
          <div class="is-root-container block-editor-block-list__layout">${paragraph}${paragraph}</div>
        </div><button>Post now</button></div>`,
      boxes: [
        { into: '[name="q"]', surface: null },
        ...LOG_IN_BOXES,
        { into: ".block-editor-rich-text__editable", surface: "post" },
      ],
    },
    {
      url: "https://www.tumblr.com/someone/1",
      body: "<form><textarea></textarea><button>Reply</button></form>",
      boxes: [{ into: "textarea", surface: "reply" }],
    },
    {
      url: "https://www.tumblr.com/messaging",
      body: "<form><textarea></textarea><button>Send</button></form>",
      boxes: [{ into: "textarea", surface: "message" }],
    },
    {
      url: "https://www.tumblr.com/settings/blog/someone",
      body: '<form><input name="title" type="text"><textarea></textarea></form>',
      boxes: [
        { into: '[name="title"]', surface: "handle" },
        { into: "textarea", surface: "bio" },
      ],
    },
  ],
};
