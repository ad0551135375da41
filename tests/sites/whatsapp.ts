import type { SiteFixture } from "./site.ts";

export const whatsapp: SiteFixture = {
  name: "WhatsApp",
  csp: "default-src 'self' data: blob:; script-src 'self' blob: 'wasm-unsafe-eval' 'nonce-fixture'; style-src 'self' data: blob: 'unsafe-inline'; connect-src 'self' data: blob:; object-src 'self' blob:; upgrade-insecure-requests",
  pages: [
    {
      url: "https://web.whatsapp.com/",
      body: `
        <div id="app"><div id="side"><div mount="lexical" role="textbox" data-tab="3"></div></div>
        <div id="main"><footer><div mount="lexical" role="textbox" data-tab="10"></div>
          <button><span data-icon="send"></span></button></footer></div></div>`,
      boxes: [
        { into: '[data-tab="3"]', surface: null },
        { into: '[data-tab="10"]', surface: "message" },
      ],
    },
  ],
};
