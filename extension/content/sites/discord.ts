import type { Site } from "../site.ts";

export const site: Site = {
  name: "Discord",
  matches: ["https://*.discord.com/*"],
  composers: [
    { is: '[role="combobox"], [role="search"]', surface: null },
    // Class names end in a number of the day's build; only how they begin stays.
    { is: '[class^="bioTextArea"], [class*=" bioTextArea"], [id^="uid_"][name="bio"]', surface: "bio" },
    { is: 'input[name="global_name"], input[name="nick"], input[name="username"]', surface: "handle" },
    { is: '[data-slate-editor="true"][role="textbox"]', surface: "message", root: "form", enterSends: true },
  ],
};
