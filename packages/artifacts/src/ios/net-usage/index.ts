/**
 * netusage.sqlite of networkd: which processes used the network, system programs above all. Only a dump of the phone holds it.
 *
 * It has the tables of DataUsage.sqlite and more columns. Numbers are missing in it as a matter of course (22 of 260 in plaso's sample of a
 * clean phone), and most of its programs have no bundle (ios.md 3, H6 and H7): neither says anything here.
 * Sources: `process-usage.ts`; ios.md 2.2 (paths: below `db` since iOS 16), mvt.md 3.
 * @module
 */
import type { Artifact } from "../../artifact.ts";
import { parseUsage, USAGE_KEY, USAGE_OBSERVES, USAGE_WANT } from "../../process-usage.ts";
import { USAGE_FIELDS } from "../../usage-words.ts";
import { words } from "./words.ts";

export const netUsage: Artifact<"sqlite"> = {
  id: "ios/net-usage",
  version: 1,
  feed: "sqlite",
  where: {
    "ios-filesystem": {
      paths: ["private/var/networkd/netusage.sqlite", "private/var/networkd/db/netusage.sqlite"],
      want: USAGE_WANT,
    },
  },
  fields: USAGE_FIELDS,
  key: USAGE_KEY,
  observes: USAGE_OBSERVES,
  words,
  sources: ["netusage.sqlite: ZPROCESS, ZLIVEUSAGE"],
  parse: parseUsage,
};
