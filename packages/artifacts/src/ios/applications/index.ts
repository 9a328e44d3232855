/**
 * Info.plist of an iOS backup: where each app came from, as its receipt of the store (iTunesMetadata) says.
 *
 * `Applications` maps an app to a dictionary whose `iTunesMetadata` is a property list inside the property list. An app
 * without a receipt stands only in `Installed Applications`, or in `Applications` without that key. `purchaseDate` names its
 * zone (`…Z`). Of the account that bought an app only this is kept: whether it is the same as for the others.
 * Sources: ios.md 2.2, mvt.md 3 (Applications); keys of iTunesMetadata as Apple's SSDownloadMetadata names them.
 * @module
 */
import type { Report } from "@contraluz/core";
import { asArray, asBytes, asDict, get } from "@contraluz/formats/plist/get.ts";
import { parsePlist } from "@contraluz/formats/plist/index.ts";
import type { PlistValue } from "@contraluz/formats/plist/types.ts";
import type { Artifact } from "../../artifact.ts";
import { DOWNLOAD, installed, receiptFields } from "../../receipt.ts";
import { text } from "../../text.ts";
import { fields, words } from "./words.ts";

/** A phone holds some hundreds of apps. */
const MAX_APPS = 100_000;
/** Bytes of one receipt, and of all: a real one has some thousands, and a list can name one receipt under many apps. */
const MAX_RECEIPT = 4_194_304;
const MAX_RECEIPTS = 67_108_864;
/** Accounts that are told apart. */
const MAX_ACCOUNTS = 1000;

/** The receipt, read where it is stored as bytes. */
function receiptOf(entry: PlistValue | undefined, room: { left: number }, report: Report): PlistValue | undefined {
  const stored = get(entry, "iTunesMetadata");
  const bytes = asBytes(stored);
  if (!bytes) return asDict(stored) ? stored : undefined;
  if (bytes.length > MAX_RECEIPT || bytes.length > room.left) {
    report({ code: "plist-limit", found: `receipt of ${bytes.length} bytes`, lost: "bytes" });
    return undefined;
  }
  room.left -= bytes.length;
  const value = parsePlist(bytes, report);
  return asDict(value) ? value : undefined;
}

/** Numbers accounts in the order in which they are met: their names are not kept. */
function accounts(): (receipt: PlistValue) => number | undefined {
  const seen = new Map<string, number>();
  return (receipt) => {
    const info = get(receipt, DOWNLOAD, "accountInfo");
    const id = get(info, "DSPersonID") ?? get(info, "AppleID") ?? get(receipt, "appleId");
    if (typeof id !== "string" && typeof id !== "number" && typeof id !== "bigint") return undefined;
    const key = String(id).slice(0, 200);
    const known = seen.get(key);
    if (known !== undefined || seen.size >= MAX_ACCOUNTS) return known;
    seen.set(key, seen.size + 1);
    return seen.size;
  };
}

export const applications: Artifact<"plist"> = {
  id: "ios/applications",
  version: 1,
  feed: "plist",
  where: { "ios-backup": { paths: ["Info.plist"], want: {} } },
  fields,
  key: { app: ["app"] },
  observes: [
    ["app-id", "installed"],
    ["process", "installed"],
  ],
  words,
  sources: ["Apple iOS backup format: Info.plist, iTunesMetadata"],
  parse: (run) => ({
    take(item, emit) {
      if (!asDict(item.value)) {
        run.problem({ code: "plist-damaged", expected: "dictionary", lost: "file" });
        return;
      }
      const entries = asDict(get(item.value, "Applications"));
      const apps = new Map<string, string>();
      for (const app of entries?.keys() ?? []) if (app !== "") apps.set(app, `Applications.${text(app)}`);
      for (const [i, app] of (asArray(get(item.value, "Installed Applications")) ?? []).entries())
        if (typeof app === "string" && app !== "" && !apps.has(app)) apps.set(app, `Installed Applications[${i}]`);
      if (apps.size > MAX_APPS)
        run.problem({ code: "plist-limit", found: `${apps.size} apps`, expected: `<= ${MAX_APPS}`, lost: "bytes" });
      const account = accounts();
      const room = { left: MAX_RECEIPTS };
      let left = MAX_APPS;
      for (const [id, key] of apps) {
        if (left-- <= 0) break;
        const app = text(id)!;
        const receipt = receiptOf(entries?.get(id), room, run.problem);
        const of = receiptFields(receipt);
        const inside = of.app;
        emit({
          kind: "app",
          ...(of.at ? { at: of.at } : {}),
          fields: {
            app,
            // Without a list of receipts nothing is known about any app. A receipt that names no app is none.
            receipt: entries ? inside !== undefined && inside !== "" : undefined,
            receipt_app: inside !== undefined && inside !== app ? inside : undefined,
            ...of.fields,
            account: receipt === undefined ? undefined : account(receipt),
          },
          observables: installed(app, inside),
          origin: item.origin(key),
        });
      }
    },
  }),
};
