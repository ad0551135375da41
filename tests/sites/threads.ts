import { LOG_IN, LOG_IN_BOXES, type SiteFixture } from "./site.ts";

const composer = '<div mount="lexical" role="textbox" aria-placeholder="…" data-lexical-editor="true"></div>';

export const threads: SiteFixture = {
  name: "Threads",
  csp: "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'nonce-fixture'; style-src 'self' 'unsafe-inline' blob:; connect-src 'self' blob:; img-src 'self' blob: data:; block-all-mixed-content; upgrade-insecure-requests",
  pages: [
    {
      url: "https://www.threads.com/",
      body: `
        <input type="search" placeholder="Search">
        ${LOG_IN}
        <div role="dialog" aria-modal="true">${composer}${composer}<div role="button" tabindex="0">Post</div></div>`,
      boxes: [
        { into: 'input[type="search"]', surface: null },
        ...LOG_IN_BOXES,
        { into: '[role="dialog"] [role="textbox"]', surface: "post" },
      ],
    },
    {
      url: "https://www.threads.com/@someone/post/AbC",
      body: `<div role="region">${composer}<div role="button" tabindex="0">Post</div></div>`,
      boxes: [{ into: '[role="textbox"]', surface: "reply" }],
    },
    {
      url: "https://www.threads.com/@me",
      body: `<div role="dialog" aria-modal="true"><textarea></textarea><div role="button" tabindex="0">Done</div></div>`,
      boxes: [{ into: "textarea", surface: "bio" }],
    },
  ],
};
