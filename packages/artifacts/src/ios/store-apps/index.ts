/**
 * appstored.sqlitedb, AppUpdates.sqlitedb (iOS 15 and earlier) and downloads.*.sqlitedb of a sysdiagnose: what the store installed.
 *
 * `app_updates`: `client_id` says who installed (`com.apple.AppStore`, `com.apple.TestFlight`); `install_date` counts seconds since 2001, `timestamp`
 * since 1970. `download` and `application_id` are of itunesstored.
 * Sources: ios.md 4.2; columns as EC-DIGIT-CSIRC/sysdiagnose and iLEAPP name them; no original of `download` was at hand.
 * @module
 */
import { macSeconds, type Observable, unixSeconds } from "@contraluz/core";
import type { Artifact, TableWant } from "../../artifact.ts";
import { number, said } from "../../text.ts";
import { fields, words } from "./words.ts";

/** Accounts that are told apart. */
const MAX_ACCOUNTS = 1000;

const UPDATES = [
  "bundle_id",
  "bundle_version",
  "bundle_short_version",
  "client_id",
  "install_date",
  "timestamp",
  "item_id",
  "store_account_name",
  "title",
  "vendor_name",
];
const TABLES: readonly TableWant[] = [
  { name: "app_updates", columns: UPDATES, needs: ["bundle_id"], optional: true },
  {
    name: "download",
    columns: ["bundle_id", "kind", "title", "artist_name", "store_item_id", "purchase_date"],
    optional: true,
  },
  { name: "application_id", columns: ["bundle_id"], optional: true },
];

const installed = (app: string | undefined): Observable[] =>
  app ? [{ type: "app-id", value: app, contact: "installed" }] : [];

/** Numbers accounts in the order in which they are met: their names are not kept. */
function accounts(): (name: unknown) => number | undefined {
  const seen = new Map<string, number>();
  return (name) => {
    if (typeof name !== "string" || name === "") return undefined;
    const key = name.slice(0, 400);
    const known = seen.get(key);
    if (known !== undefined || seen.size >= MAX_ACCOUNTS) return known;
    seen.set(key, seen.size + 1);
    return seen.size;
  };
}

export const storeApps: Artifact<"sqlite"> = {
  id: "ios/store-apps",
  version: 1,
  feed: "sqlite",
  where: {
    sysdiagnose: {
      paths: [
        "logs/appinstallation/appstored.sqlitedb",
        "logs/appinstallation/AppUpdates.sqlitedb",
        "logs/itunesstored/downloads.*.sqlitedb",
      ],
      want: { tables: TABLES },
    },
  },
  fields,
  key: { install: ["app", "version"], download: ["app", "title"] },
  observes: [["app-id", "installed"]],
  words,
  sources: ["appstored.sqlitedb: app_updates", "downloads.28.sqlitedb: download, application_id"],
  parse() {
    const account = accounts();
    return {
      take(item, emit) {
        const c = (name: string): ((row: (typeof item.rows)[number]) => unknown) => {
          const i = item.column(name);
          return (row) => row.values[i];
        };
        const [bundle, title] = [c("bundle_id"), c("title")];
        if (item.table === "app_updates") {
          const [short, long, by] = [c("bundle_short_version"), c("bundle_version"), c("client_id")];
          const [date, noted, store] = [c("install_date"), c("timestamp"), c("item_id")];
          const [who, maker] = [c("store_account_name"), c("vendor_name")];
          for (const row of item.rows) {
            const app = said(bundle(row));
            const [at, seen] = [macSeconds(number(date(row))), unixSeconds(number(noted(row)))];
            const when = at ?? seen;
            emit({
              kind: "install",
              ...(when ? { at: when } : {}),
              fields: {
                app,
                title: said(title(row)),
                version: said(short(row)) ?? said(long(row)),
                source: said(by(row)),
                maker: said(maker(row)),
                store: number(store(row)),
                account: account(who(row)),
                noted: at ? seen : undefined,
              },
              observables: installed(app),
              origin: item.origin(row),
            });
          }
          return;
        }
        const [kind, maker, store, date] = [c("kind"), c("artist_name"), c("store_item_id"), c("purchase_date")];
        for (const row of item.rows) {
          const app = said(bundle(row));
          const at = item.table === "download" ? macSeconds(number(date(row))) : undefined;
          const of = {
            app,
            title: said(title(row)),
            maker: said(maker(row)),
            store: number(store(row)),
            type: said(kind(row)),
          };
          if (app === undefined && of.title === undefined) continue;
          emit({
            kind: "download",
            ...(at ? { at } : {}),
            fields: of,
            observables: installed(app),
            origin: item.origin(row),
          });
        }
      },
    };
  },
};
