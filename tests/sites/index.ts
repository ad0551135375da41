/** The fixtures of all sites. */
import { bluesky } from "./bluesky.ts";
import { discord } from "./discord.ts";
import { facebook } from "./facebook.ts";
import { flickr } from "./flickr.ts";
import { google } from "./google.ts";
import { instagram } from "./instagram.ts";
import { linkedin } from "./linkedin.ts";
import { mastodon } from "./mastodon.ts";
import { nextdoor } from "./nextdoor.ts";
import { pinterest } from "./pinterest.ts";
import { reddit } from "./reddit.ts";
import type { SiteFixture } from "./site.ts";
import { snapchat } from "./snapchat.ts";
import { telegram } from "./telegram.ts";
import { threads } from "./threads.ts";
import { tiktok } from "./tiktok.ts";
import { tumblr } from "./tumblr.ts";
import { vimeo } from "./vimeo.ts";
import { whatsapp } from "./whatsapp.ts";
import { x } from "./x.ts";
import { yelp } from "./yelp.ts";
import { youtube } from "./youtube.ts";

export const FIXTURES: readonly SiteFixture[] = [
  bluesky,
  discord,
  facebook,
  flickr,
  google,
  instagram,
  linkedin,
  mastodon,
  nextdoor,
  pinterest,
  reddit,
  snapchat,
  telegram,
  threads,
  tiktok,
  tumblr,
  vimeo,
  whatsapp,
  x,
  yelp,
  youtube,
];
