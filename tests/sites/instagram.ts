import { LOG_IN, LOG_IN_BOXES, type SiteFixture } from "./site.ts";

export const instagram: SiteFixture = {
  name: "Instagram",
  csp: "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'nonce-fixture'; style-src 'self' 'unsafe-inline' blob:; connect-src 'self' blob:; img-src 'self' blob: data:; worker-src 'self' blob:; block-all-mixed-content; upgrade-insecure-requests",
  pages: [
    {
      url: "https://www.instagram.com/",
      body: `
        <input aria-label="Search input" placeholder="Search" type="text">
        ${LOG_IN}
        <div role="dialog" aria-modal="true">
          <div mount="lexical" role="textbox" data-lexical-editor="true"></div>
          <div role="button" tabindex="0">Share</div>
        </div>`,
      boxes: [
        { into: '[aria-label="Search input"]', surface: null },
        ...LOG_IN_BOXES,
        { into: '[role="dialog"] [role="textbox"]', surface: "post" },
      ],
    },
    {
      url: "https://www.instagram.com/p/AbC/",
      body: `<section><form method="POST"><textarea autocomplete="off" autocorrect="off"></textarea><div role="button">Post</div></form></section>`,
      boxes: [{ into: "textarea", surface: "reply" }],
    },
    {
      url: "https://www.instagram.com/direct/t/1/",
      body: `<div role="main"><div mount="lexical" role="textbox" data-lexical-editor="true"></div></div>`,
      boxes: [{ into: '[role="textbox"]', surface: "message" }],
    },
    {
      url: "https://www.instagram.com/accounts/edit/",
      body: `
        <form><input id="pepName" type="text"><input id="pepUsername" type="text"><textarea id="pepBio"></textarea>
        <input id="pepPhone" type="tel"></form>`,
      boxes: [
        { into: "#pepPhone", surface: null },
        { into: "#pepName", surface: "handle" },
        { into: "#pepUsername", surface: "handle" },
        { into: "#pepBio", surface: "bio" },
      ],
    },
  ],
};
