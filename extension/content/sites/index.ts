/** Written by the build from the files beside it. To add a site, add its file. */
import type { Site } from "../site.ts";
import { site as bluesky } from "./bluesky.ts";
import { site as discord } from "./discord.ts";
import { site as facebook } from "./facebook.ts";
import { site as flickr } from "./flickr.ts";
import { site as google } from "./google.ts";
import { site as instagram } from "./instagram.ts";
import { site as linkedin } from "./linkedin.ts";
import { site as mastodon } from "./mastodon.ts";
import { site as nextdoor } from "./nextdoor.ts";
import { site as pinterest } from "./pinterest.ts";
import { site as reddit } from "./reddit.ts";
import { site as snapchat } from "./snapchat.ts";
import { site as telegram } from "./telegram.ts";
import { site as threads } from "./threads.ts";
import { site as tiktok } from "./tiktok.ts";
import { site as tumblr } from "./tumblr.ts";
import { site as vimeo } from "./vimeo.ts";
import { site as whatsapp } from "./whatsapp.ts";
import { site as x } from "./x.ts";
import { site as yelp } from "./yelp.ts";
import { site as youtube } from "./youtube.ts";

export const SITES: readonly Site[] = [
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
