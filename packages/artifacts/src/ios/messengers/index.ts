/**
 * What a backup holds of messengers: how many files, from when, and whether the file with the messages is among them.
 *
 * Most messengers keep their messages out of backups, or encrypt them with a key that is not in it. That an app has files here
 * says that it was used on this phone, no more. Folders do not count: iOS makes them for apps that were never opened.
 * Sources: see apps.ts.
 * @module
 */
import type { EvidenceFile, Moment } from "@contraluz/core";
import type { Artifact, ListingItem } from "../../artifact.ts";
import { text } from "../../text.ts";
import { isStore, MESSENGERS, type Messenger, messengerOf } from "./apps.ts";
import { fields, words } from "./words.ts";

interface Sum {
  files: number;
  first: Moment | undefined;
  last: Moment | undefined;
  store: string | undefined;
  readonly file: EvidenceFile;
  readonly origin: ListingItem["origin"];
}

/** Domains remembered; a real phone has some hundreds. */
const MAX_DOMAINS = 10_000;

function add(sum: Sum, app: Messenger, file: EvidenceFile, path: string): void {
  sum.files++;
  const m = file.times?.modified;
  if (m?.utc !== undefined) {
    if (sum.first?.utc === undefined || m.utc < sum.first.utc) sum.first = m;
    if (sum.last?.utc === undefined || m.utc > sum.last.utc) sum.last = m;
  }
  if (sum.store === undefined && isStore(app, path)) sum.store = path;
}

export const messengers: Artifact<"listing"> = {
  id: "ios/messengers",
  version: 1,
  feed: "listing",
  where: { "ios-backup": { paths: ["Manifest.db"], want: {} } },
  fields,
  key: { app: ["app", "store"] },
  observes: [],
  words,
  sources: ["Apple iOS backup format: Manifest.db table Files", "names of containers of messengers"],
  parse: () => {
    const domains = new Map<string, Messenger | undefined>();
    const sums = new Map<Messenger, Sum>();
    const appOf = (domain: string): Messenger | undefined => {
      if (domains.has(domain)) return domains.get(domain);
      const app = messengerOf(domain);
      if (domains.size < MAX_DOMAINS) domains.set(domain, app);
      return app;
    };
    return {
      take(item) {
        for (const file of item.files) {
          const domain = file.listing?.values.domain;
          if (file.kind !== "file" || typeof domain !== "string" || !domain.startsWith("AppDomain")) continue;
          const app = appOf(domain);
          if (!app) continue;
          let sum = sums.get(app);
          if (!sum) {
            sum = { files: 0, first: undefined, last: undefined, store: undefined, file, origin: item.origin };
            sums.set(app, sum);
          }
          add(sum, app, file, text(file.listing?.values.relativePath) ?? "");
        }
      },
      end(emit) {
        for (const app of MESSENGERS) {
          const sum = sums.get(app);
          if (!sum) continue;
          emit({
            kind: "app",
            ...(sum.last ? { at: sum.last } : {}),
            fields: { app: app.name, files: sum.files, first: sum.first, store: sum.store },
            observables: [],
            origin: sum.origin(sum.file),
          });
        }
      },
    };
  },
};
