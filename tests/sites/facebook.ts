import { LOG_IN, LOG_IN_BOXES, type SiteFixture } from "./site.ts";

export const facebook: SiteFixture = {
  name: "Facebook",
  csp: "default-src blob: 'self' 'wasm-unsafe-eval'; script-src 'self' blob: data: 'wasm-unsafe-eval' 'nonce-fixture'; style-src 'self' data: 'unsafe-inline'; connect-src 'self' blob:; img-src 'self' blob: data:; block-all-mixed-content; upgrade-insecure-requests",
  pages: [
    {
      url: "https://www.facebook.com/",
      body: `
        <input type="search" role="combobox" placeholder="Search Facebook">
        ${LOG_IN}
        <div role="dialog" aria-modal="true"><form method="POST">
          <div mount="lexical" role="textbox" data-lexical-editor="true"></div>
          <div role="button" tabindex="0" aria-label="Post">Post</div>
        </form></div>`,
      boxes: [
        { into: 'input[type="search"]', surface: null },
        ...LOG_IN_BOXES,
        { into: '[role="dialog"] [role="textbox"]', surface: "post" },
      ],
    },
    {
      url: "https://www.facebook.com/someone/posts/1",
      body: `
        <div role="dialog"><div role="article">Somebody's post
          <form role="presentation"><div mount="lexical" role="textbox" data-lexical-editor="true"></div>
          <div id="focused-state-composer-submit"><div role="button" tabindex="0"></div></div></form>
        </div></div>
        <div role="group"><div mount="lexical" role="textbox" aria-placeholder="Aa" data-lexical-editor="true"></div></div>`,
      boxes: [
        { into: 'form [role="textbox"]', surface: "reply" },
        { into: '[aria-placeholder="Aa"]', surface: "message" },
      ],
    },
    {
      url: "https://www.messenger.com/t/1",
      body: `<div role="main"><div mount="lexical" role="textbox" data-lexical-editor="true"></div></div>`,
      boxes: [{ into: '[role="textbox"]', surface: "message" }],
    },
    {
      url: "https://www.facebook.com/me",
      body: `<textarea aria-label="Enter bio text" placeholder="Describe who you are" maxlength="101"></textarea>`,
      boxes: [{ into: "textarea", surface: "bio" }],
    },
  ],
};
