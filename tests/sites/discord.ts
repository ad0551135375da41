import { LOG_IN, LOG_IN_BOXES, type SiteFixture } from "./site.ts";

export const discord: SiteFixture = {
  name: "Discord",
  csp: "default-src 'self'; script-src 'self' 'unsafe-eval' 'nonce-fixture' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; connect-src 'self' data:; worker-src 'self' blob:; frame-src 'self'",
  pages: [
    {
      url: "https://discord.com/channels/1/2",
      body: `
        <div role="search"><div mount="draft" role="combobox"></div></div>
        ${LOG_IN}
        <main><form><div class="channelTextArea_f75fb0"><div mount="slate" role="textbox"></div></div></form></main>`,
      boxes: [
        { into: '[role="search"] [contenteditable]', surface: null },
        ...LOG_IN_BOXES,
        { into: '[data-slate-editor="true"]', surface: "message" },
      ],
    },
    {
      url: "https://discord.com/settings/profile-customization",
      body: `
        <input name="global_name" type="text">
        <div class="container_a1 bioTextArea_c2f3"><div mount="slate" role="textbox"></div></div>`,
      boxes: [
        { into: '[name="global_name"]', surface: "handle" },
        { into: '[data-slate-editor="true"]', surface: "bio" },
      ],
    },
  ],
};
