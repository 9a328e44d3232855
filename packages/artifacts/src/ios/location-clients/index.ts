/**
 * clients.plist of locationd: which apps and system parts used the location, and when they last did.
 *
 * A key is a bundle identifier, or `com.apple.locationd.bundle-` or `com.apple.locationd.executable-` and a path; newer
 * versions end it with `:` and put a letter in front (`icom.apple.findmy:`, `p/System/…bundle:`). Times are Apple seconds
 * since 2001, in keys that end with `TimeStarted`, `TimeStopped` or `PeriodBegin`; each becomes a record of its own.
 * Sources: ios.md 2.2; mvt.md 3 (nine keys); Apple's PowerLog names the rest; key forms seen in backups of iOS 16 and 27.
 * @module
 */
import type { Observable } from "@contraluz/core";
import { asDict, asString, get } from "@contraluz/formats/plist/get.ts";
import type { PlistDict, PlistValue } from "@contraluz/formats/plist/types.ts";
import type { Artifact } from "../../artifact.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { number, text } from "../../text.ts";
import { whenOf } from "../../when.ts";
import { fields, words } from "./words.ts";

/** Keys looked at in one client. */
const MAX_KEYS = 200;
/** Times told of one file: a phone has some thousands, and a list can name one client of 200 times under many names. */
const MAX_USES = 50_000;
const TIME = /(?:TimeStarted|TimeStopped|PeriodBegin)$/;
const OLD = /^com\.apple\.locationd\.(?:bundle|executable)-(?=\/)/;

/** Names that a key can mean: a letter in front may be part of the name. */
function namesOf(key: string): string[] {
  const plain = key.replace(OLD, "");
  if (plain !== key) return [plain];
  const end = key.indexOf(":");
  if (end < 0) return [key];
  const name = key.slice(0, end);
  if (/^[a-z]\//.test(name)) return [name.slice(1)];
  return /^i[^.]+\./.test(name) ? [name.slice(1), name] : [name];
}

function observe(names: readonly string[], client: PlistDict): Observable[] {
  const out = new Map<string, Observable>();
  const add = (type: Observable["type"], value: string | undefined): void => {
    if (value) out.set(`${type} ${value}`, { type, value, contact: "ran" });
  };
  const path = (value: string | undefined): void => {
    if (!value?.startsWith("/")) return;
    add("file-path", value);
    add("process", value.slice(value.lastIndexOf("/") + 1));
  };
  for (const name of [...names, text(client.get("BundleId"))]) {
    if (name?.startsWith("/")) path(name);
    else for (const type of ["app-id", "process"] as const) add(type, name);
  }
  for (const key of ["BundlePath", "Executable", "Registered"]) path(text(asString(client.get(key))));
  return [...out.values()];
}

/** A name for the person: the bundle if it is stated, else the likelier reading of the key. */
function nameOf(names: readonly string[], client: PlistDict): string {
  const bundle = text(client.get("BundleId"));
  return bundle && names.includes(bundle) ? bundle : names[0]!;
}

const path = (v: PlistValue | undefined): string | undefined => {
  const s = text(v);
  return s?.startsWith("/") ? s : undefined;
};

export const locationClients: Artifact<"plist"> = {
  id: "ios/location-clients",
  version: 1,
  feed: "plist",
  where: inBackupAndDump({ paths: ["RootDomain/Library/Caches/locationd/clients.plist"], want: {} }, [
    "private/var/mobile/Library/Caches/locationd/clients.plist",
  ]),
  fields,
  key: { client: ["client", "key"], use: ["client", "event"] },
  observes: [
    ["app-id", "ran"],
    ["process", "ran"],
    // A program that asks by its path: only its own would show, and hardly any asks.
    ["file-path", "ran", []],
  ],
  words,
  sources: ["locationd clients.plist"],
  parse: (run) => ({
    take(item, emit) {
      const clients = asDict(item.value);
      if (!clients) {
        run.problem({ code: "plist-damaged", expected: "dictionary", lost: "file" });
        return;
      }
      let uses = 0;
      for (const [raw, value] of clients) {
        const client = asDict(value);
        if (!client || raw === "") continue;
        const key = text(raw)!;
        const names = namesOf(key).filter((n) => n !== "");
        if (names.length === 0) continue;
        const name = nameOf(names, client);
        const bundle = text(client.get("BundleId"));
        emit({
          kind: "client",
          fields: {
            client: name,
            key: key === name ? undefined : key,
            bundle: bundle === name ? undefined : bundle,
            path: path(client.get("BundlePath")) ?? path(client.get("Registered")),
            executable: path(client.get("Executable")),
            authorization: number(client.get("Authorization")),
          },
          observables: observe(names, client),
          origin: item.origin(key),
        });
        let left = MAX_KEYS;
        for (const k of client.keys()) {
          if (left-- <= 0) break;
          if (k.length > 100 || !TIME.test(k)) continue;
          const at = whenOf(get(value, k));
          if (at && uses++ === MAX_USES)
            run.problem({ code: "plist-limit", found: `> ${MAX_USES} times`, lost: "bytes" });
          if (at && uses <= MAX_USES)
            emit({
              kind: "use",
              at,
              fields: { client: name, event: k },
              observables: [],
              origin: item.origin(`${key}.${k}`),
            });
        }
      }
    },
  }),
};
