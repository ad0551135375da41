import type { SiteFixture } from "./site.ts";

const WIDGET = "https://www.google.com/maps/api/js/ReviewsService.LoadWriteWidget2";

export const google: SiteFixture = {
  name: "Google reviews",
  csp: "script-src 'self' 'report-sample' 'nonce-fixture' 'unsafe-inline' 'unsafe-eval'; object-src 'none'; base-uri 'self'; require-trusted-types-for 'script'",
  pages: [
    {
      url: "https://www.google.com/maps/place/1",
      body: `
        <form id="searchbox"><input id="searchboxinput" name="q" role="combobox" type="text"></form>
        <iframe title="Review" src="${WIDGET}"></iframe>`,
      boxes: [
        { into: "#searchboxinput", surface: null },
        { frame: WIDGET, into: "textarea", surface: "post" },
      ],
    },
    {
      url: WIDGET,
      body: `<div role="dialog"><textarea></textarea><button>Post</button></div>`,
      boxes: [],
    },
  ],
};
