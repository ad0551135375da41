import { everySite } from "../sites/every-site.ts";

everySite("chrome");
