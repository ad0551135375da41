import { LOG_IN, LOG_IN_BOXES, type SiteFixture } from "./site.ts";

export const linkedin: SiteFixture = {
  name: "LinkedIn",
  csp: "default-src 'none'; script-src 'self' 'report-sample' 'nonce-fixture'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' blob: data:; font-src 'self' data:; frame-src 'self'; report-uri /csp-report",
  pages: [
    {
      url: "https://www.linkedin.com/feed/",
      body: `
        <input class="search-global-typeahead__input" role="combobox" aria-label="Search" type="text">
        ${LOG_IN}
        <div id="interop-outlet"><template shadowrootmode="open">
          <div role="dialog" aria-modal="true"><div class="share-box">
            <div class="ql-container"><div mount="quill"></div></div>
            <button class="share-actions__primary-action">Post</button>
          </div></div>
        </template></div>
        <div class="comments-comment-box"><form><div mount="tiptap"></div>
          <button class="comments-comment-box__submit-button--cr" type="button">Comment</button></form></div>`,
      boxes: [
        { into: ".search-global-typeahead__input", surface: null },
        ...LOG_IN_BOXES,
        { into: "#interop-outlet >>> .ql-editor", surface: "post" },
        { into: ".comments-comment-box .ProseMirror", surface: "reply" },
      ],
    },
    {
      url: "https://www.linkedin.com/messaging/thread/1/",
      body: `
        <form class="msg-form"><div mount="contenteditable" class="msg-form__contenteditable"></div>
          <div class="msg-form__hint-text">Press Enter to Send</div></form>`,
      boxes: [{ into: ".msg-form__contenteditable", surface: "message" }],
    },
    {
      url: "https://www.linkedin.com/in/someone/edit/forms/summary/new/",
      body: `<dialog modal><div mount="tiptap"></div><button>Save</button></dialog>`,
      boxes: [{ into: "dialog .ProseMirror", surface: "bio" }],
    },
    {
      url: "https://www.linkedin.com/in/someone/edit/intro/",
      body: `
        <div role="dialog" aria-modal="true">
          <input id="single-line-text-form-component-profileEditFormElement-TOP-CARD-firstName" type="text">
          <input id="text-entity-list-form-component-TOP-CARD-headline" type="text">
        </div>`,
      boxes: [
        { into: '[id$="firstName"]', surface: "handle" },
        { into: '[id$="headline"]', surface: "bio" },
      ],
    },
  ],
};
