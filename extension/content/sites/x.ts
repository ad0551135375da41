import type { Site } from "../site.ts";

const POSTS = {
  root: '[role="dialog"], [data-testid="primaryColumn"]',
  button: '[data-testid="tweetButton"], [data-testid="tweetButtonInline"]',
  thread: '[data-testid^="tweetTextarea_"][contenteditable="true"]',
};

export const site: Site = {
  name: "X",
  matches: ["https://x.com/*", "https://*.x.com/*", "https://twitter.com/*", "https://*.twitter.com/*"],
  bioRoom: 160,
  composers: [
    { is: '[data-testid="SearchBox_Search_Input"], [data-testid="searchPeople"]', surface: null },
    {
      is: '[data-testid="dmComposerTextInput"], [data-testid^="dm-composer"]',
      surface: "message",
      root: '[data-testid="DmActivityContainer"], [data-testid="DMDrawer"], form, aside',
      button: '[data-testid="dmComposerSendButton"], [data-testid="dm-composer-send-button"]',
      enterSends: true,
    },
    { is: '[data-testid^="tweetTextarea_"]', at: /\/status\/\d+/, surface: "reply", ...POSTS },
    { is: '[data-testid^="tweetTextarea_"]', surface: "post", ...POSTS },
    {
      is: 'textarea[name="description"]',
      surface: "bio",
      root: '[role="dialog"], form',
      button: '[data-testid="Profile_Save_Button"]',
    },
    {
      is: 'input[name="displayName"], input[name="typedScreenName"]',
      surface: "handle",
      root: '[role="dialog"], form',
      button: '[data-testid="Profile_Save_Button"], [data-testid="settingsDetailSave"]',
    },
  ],
};
