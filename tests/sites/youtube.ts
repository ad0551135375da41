import { LOG_IN, LOG_IN_BOXES, type SiteFixture } from "./site.ts";

const rich = (id: string) => `<div mount="contenteditable" id="${id}"></div>`;

export const youtube: SiteFixture = {
  name: "YouTube",
  csp: "require-trusted-types-for 'script'; script-src 'self' 'unsafe-eval' 'unsafe-inline' 'nonce-fixture'; object-src 'none'; base-uri 'self'",
  pages: [
    {
      url: "https://www.youtube.com/watch",
      body: `
        <form><input name="search_query" role="combobox" type="text"></form>
        ${LOG_IN}
        <ytd-commentbox>${rich("contenteditable-root")}<ytd-button-renderer id="submit-button"><button>Comment</button></ytd-button-renderer></ytd-commentbox>`,
      boxes: [
        { into: '[name="search_query"]', surface: null },
        ...LOG_IN_BOXES,
        { into: "#contenteditable-root", surface: "reply" },
      ],
    },
    {
      url: "https://www.youtube.com/@someone/posts",
      body: `
        <ytd-backstage-post-dialog-renderer><ytd-commentbox>${rich("contenteditable-root")}</ytd-commentbox>
        <div id="submit-button"><button>Post</button></div></ytd-backstage-post-dialog-renderer>`,
      boxes: [{ into: "#contenteditable-root", surface: "post" }],
    },
    {
      url: "https://studio.youtube.com/channel/UC1/editing/profile",
      body: `<ytcp-social-suggestions-textbox>${rich("textbox")}</ytcp-social-suggestions-textbox>
        <div id="handle-input"><input type="text"></div>`,
      boxes: [
        { into: "#handle-input input", surface: "handle" },
        { into: "#textbox", surface: "bio" },
      ],
    },
    {
      url: "https://studio.youtube.com/video/1/edit",
      body: `<ytcp-social-suggestions-textbox>${rich("textbox")}</ytcp-social-suggestions-textbox>`,
      boxes: [{ into: "#textbox", surface: "post" }],
    },
    {
      url: "https://www.youtube.com/live/1",
      body: `<p>A live stream</p><iframe id="chatframe" title="Chat" src="/live_chat"></iframe>`,
      boxes: [{ frame: "https://www.youtube.com/live_chat", into: "#input [contenteditable]", surface: "reply" }],
    },
    {
      url: "https://www.youtube.com/live_chat",
      body: `
        <yt-live-chat-message-input-renderer><yt-live-chat-text-input-field-renderer id="input">${rich("input")}</yt-live-chat-text-input-field-renderer>
        <div id="send-button"><button>Send</button></div></yt-live-chat-message-input-renderer>`,
      boxes: [],
    },
  ],
};
