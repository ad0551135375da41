import { LOG_IN, LOG_IN_BOXES, type SiteFixture } from "./site.ts";

const composer = (number: number) =>
  `<div data-testid="tweetTextarea_${number}RichTextInputContainer"><div mount="draft" data-testid="tweetTextarea_${number}"></div></div>`;

export const x: SiteFixture = {
  name: "X",
  csp: "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' 'nonce-fixture'; style-src 'self' 'unsafe-inline'; connect-src 'self' blob:; img-src 'self' blob: data:; object-src 'none'; worker-src 'self' blob:",
  pages: [
    {
      url: "https://x.com/home",
      body: `
        <form role="search"><input data-testid="SearchBox_Search_Input" role="combobox" aria-label="Search query" type="text"></form>
        ${LOG_IN}
        <main><div data-testid="primaryColumn">
          ${composer(0)}<div role="button" tabindex="0" data-testid="tweetButtonInline">Post</div>
        </div></main>`,
      boxes: [
        { into: '[data-testid="SearchBox_Search_Input"]', surface: null },
        ...LOG_IN_BOXES,
        { into: '[data-testid="tweetTextarea_0"]', surface: "post" },
      ],
    },
    {
      url: "https://x.com/compose/post",
      body: `
        <div id="layers"><div role="dialog" aria-modal="true" aria-labelledby="modal-header">
          ${composer(0)}${composer(1)}
          <div role="button" tabindex="0" data-testid="tweetButton">Post all</div>
        </div></div>`,
      boxes: [{ into: '[data-testid="tweetTextarea_1"]', surface: "post" }],
    },
    {
      url: "https://x.com/someone/status/1234567890",
      body: `
        <main><div data-testid="primaryColumn">
          <article data-testid="tweet">Somebody's post</article>
          ${composer(0)}<div role="button" tabindex="0" data-testid="tweetButtonInline">Reply</div>
        </div></main>`,
      boxes: [{ into: '[data-testid="tweetTextarea_0"]', surface: "reply" }],
    },
    {
      url: "https://x.com/messages/1-2",
      body: `
        <div data-testid="DmActivityContainer"><aside role="complementary">
          <div mount="draft" data-testid="dmComposerTextInput"></div>
          <div role="button" tabindex="0" data-testid="dmComposerSendButton">Send</div>
        </aside></div>`,
      boxes: [{ into: '[data-testid="dmComposerTextInput"]', surface: "message" }],
    },
    {
      url: "https://x.com/settings/profile",
      body: `
        <div role="dialog" aria-modal="true">
          <label>Name <input name="displayName" type="text" maxlength="50"></label>
          <label>Bio <textarea name="description" maxlength="160"></textarea></label>
          <div role="button" tabindex="0" data-testid="Profile_Save_Button">Save</div>
        </div>`,
      boxes: [
        { into: 'input[name="displayName"]', surface: "handle" },
        { into: 'textarea[name="description"]', surface: "bio" },
      ],
    },
  ],
};
