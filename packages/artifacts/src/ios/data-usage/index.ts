/**
 * DataUsage.sqlite: which processes used the network. The main source of Pegasus findings in backups.
 *
 * Sources: `process-usage.ts`; ios.md 2.2, mvt.md 3.
 * @module
 */
import type { Artifact } from "../../artifact.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { parseUsage, USAGE_KEY, USAGE_OBSERVES, USAGE_WANT } from "../../process-usage.ts";
import { USAGE_FIELDS } from "../../usage-words.ts";
import { words } from "./words.ts";

export const dataUsage: Artifact<"sqlite"> = {
  id: "ios/data-usage",
  version: 2,
  feed: "sqlite",
  where: inBackupAndDump({ paths: ["WirelessDomain/Library/Databases/DataUsage.sqlite"], want: USAGE_WANT }),
  fields: USAGE_FIELDS,
  key: USAGE_KEY,
  observes: USAGE_OBSERVES,
  words,
  sources: ["DataUsage.sqlite: ZPROCESS, ZLIVEUSAGE"],
  parse: parseUsage,
};
