import { LOG_IN, LOG_IN_BOXES, type SiteFixture } from "./site.ts";

const lexical = '<div mount="lexical" role="textbox" data-lexical-editor="true" slot="rte"></div>';

export const reddit: SiteFixture = {
  name: "Reddit",
  csp: "frame-ancestors 'self' *.reddit.com; object-src 'none'; base-uri 'self'",
  pages: [
    {
      url: "https://www.reddit.com/r/something/submit",
      body: `
        <reddit-search-large><template shadowrootmode="open"><faceplate-search-input><template shadowrootmode="open">
          <input name="q" type="text" enterkeyhint="search"></template></faceplate-search-input></template></reddit-search-large>
        ${LOG_IN}
        <r-post-composer-form>
          <faceplate-textarea-input name="title"><template shadowrootmode="open"><textarea name="title"></textarea></template></faceplate-textarea-input>
          <shreddit-composer><template shadowrootmode="open"><slot name="rte"></slot></template>${lexical}</shreddit-composer>
          <button id="submit-post-button" type="button">Post</button>
        </r-post-composer-form>`,
      boxes: [
        { into: "reddit-search-large >>> input", surface: null },
        ...LOG_IN_BOXES,
        { into: "faceplate-textarea-input >>> textarea", surface: "post" },
        { into: "shreddit-composer [contenteditable]", surface: "post" },
      ],
    },
    {
      url: "https://www.reddit.com/r/something/comments/1/a_title/",
      body: `<shreddit-composer><template shadowrootmode="open"><slot name="rte"></slot></template>${lexical}<button slot="submit-button">Comment</button></shreddit-composer>`,
      boxes: [{ into: "shreddit-composer [contenteditable]", surface: "reply" }],
    },
    {
      url: "https://chat.reddit.com/room/1",
      body: `
        <rs-app><template shadowrootmode="open"><rs-message-composer><template shadowrootmode="open">
          <form><textarea name="message"></textarea></form></template></rs-message-composer></template></rs-app>`,
      boxes: [{ into: "rs-app >>> textarea", surface: "message" }],
    },
    {
      url: "https://www.reddit.com/settings/profile",
      body: `
        <dialog modal><faceplate-text-input name="displayName"><template shadowrootmode="open"><input name="displayName" type="text"></template></faceplate-text-input>
        <faceplate-textarea-input name="description"><template shadowrootmode="open"><textarea></textarea></template></faceplate-textarea-input></dialog>`,
      boxes: [
        { into: "faceplate-text-input >>> input", surface: "handle" },
        { into: "faceplate-textarea-input >>> textarea", surface: "bio" },
      ],
    },
    {
      url: "https://old.reddit.com/r/something/comments/1/a_title/",
      body: `<form class="usertext"><textarea name="text" rows="1" cols="1"></textarea><button type="submit" class="save">save</button></form>`,
      boxes: [{ into: 'textarea[name="text"]', surface: "reply" }],
    },
  ],
};
