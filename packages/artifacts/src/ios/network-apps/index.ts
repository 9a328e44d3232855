/**
 * com.apple.networkextension.cache.plist and com.apple.networkextension.uuidcache.plist: apps to which the system's network part gave
 * an identifier.
 *
 * `uuid-mappings` and `synthesized-uuid-mappings` map a bundle identifier to UUIDs. Apps that were removed can stay.
 * Sources: ios.md 4.2; paths from the file list of a real backup (MVT's) and from EC-DIGIT-CSIRC/sysdiagnose.
 * @module
 */
import { asDict, get } from "@contraluz/formats/plist/get.ts";
import type { Artifact } from "../../artifact.ts";
import { phonePaths } from "../../phone-paths.ts";
import { text } from "../../text.ts";
import { fields, words } from "./words.ts";

const MAX_APPS = 100_000;
const LISTS = ["uuid-mappings", "synthesized-uuid-mappings"] as const;
const NAMES = ["com.apple.networkextension.cache.plist", "com.apple.networkextension.uuidcache.plist"];
const BACKUP = NAMES.map((n) => `SystemPreferencesDomain/${n}`);

export const networkApps: Artifact<"plist"> = {
  id: "ios/network-apps",
  version: 1,
  feed: "plist",
  where: {
    sysdiagnose: { paths: NAMES.map((n) => `logs/Networking/${n}`), want: {} },
    "ios-backup": { paths: BACKUP, want: {} },
    "ios-filesystem": { paths: phonePaths(BACKUP), want: {} },
  },
  fields,
  key: { app: ["app", "list"] },
  observes: [["app-id", "installed"]],
  words,
  sources: NAMES,
  parse: (run) => ({
    take(item, emit) {
      if (!asDict(item.value)) {
        run.problem({ code: "plist-damaged", expected: "dictionary", lost: "file" });
        return;
      }
      let left = MAX_APPS;
      for (const list of LISTS)
        for (const raw of asDict(get(item.value, list))?.keys() ?? []) {
          const app = text(raw);
          if (!app || left-- <= 0) continue;
          emit({
            kind: "app",
            fields: { app, list },
            observables: [{ type: "app-id", value: app, contact: "installed" }],
            origin: item.origin(`${list}.${app}`),
          });
        }
      if (left < 0) run.problem({ code: "plist-limit", found: `> ${MAX_APPS} apps`, lost: "bytes" });
    },
  }),
};
