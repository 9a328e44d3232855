/**
 * com.apple.identityservices.idstatuscache.plist: accounts that iMessage and FaceTime looked up.
 *
 * `{service: {"mailto:x" | "tel:+x": {LookupDate, IDStatus}}}`; LookupDate is Apple seconds since 2001. Accounts of
 * attackers were found with NUL characters inside; they are kept as they stand, and compared without them too.
 * Sources: ios.md 2.2; attackers' accounts were found here (Amnesty International, Forensic Methodology Report, 2021);
 * checked on plaso's sample.
 * @module
 */
import { type Moment, macSeconds, type Observable, plistMoment } from "@contraluz/core";
import { asDict, asNumber, get, isDate } from "@contraluz/formats/plist/get.ts";
import type { PlistValue } from "@contraluz/formats/plist/types.ts";
import type { Artifact } from "../../artifact.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { number, text } from "../../text.ts";
import { fields, words } from "./words.ts";

const TYPES: Readonly<Record<string, "email" | "phone">> = { mailto: "email", tel: "phone" };

function observe(handle: string): Observable[] {
  const colon = handle.indexOf(":");
  const scheme = handle.slice(0, Math.max(colon, 0)).toLowerCase();
  const type = Object.hasOwn(TYPES, scheme) ? TYPES[scheme] : undefined;
  const value = handle.slice(colon + 1);
  if (type === undefined || value === "") return [];
  const plain = value.replaceAll("\0", "");
  const values = plain === value || plain === "" ? [value] : [value, plain];
  return values.map((v) => ({ type, value: v, contact: "looked-up" }));
}

function lookupDate(v: PlistValue | undefined): Moment | undefined {
  return isDate(v) ? plistMoment(v) : macSeconds(asNumber(v));
}

export const idStatusCache: Artifact<"plist"> = {
  id: "ios/id-status-cache",
  version: 1,
  feed: "plist",
  where: inBackupAndDump(
    {
      paths: ["HomeDomain/Library/Preferences/com.apple.identityservices.idstatuscache.plist"],
      want: {},
    },
    ["private/var/mobile/Library/IdentityServices/idstatuscache.plist"],
  ),
  fields,
  key: { lookup: ["handle", "service"] },
  observes: [
    ["email", "looked-up"],
    ["phone", "looked-up"],
  ],
  words,
  sources: ["identityservices idstatuscache.plist"],
  parse: (run) => ({
    take(item, emit) {
      const services = asDict(item.value);
      if (!services) {
        run.problem({ code: "plist-damaged", expected: "dictionary", lost: "file" });
        return;
      }
      for (const [key, value] of services) {
        // Beside the services stand numbers such as the version of the list.
        const service = text(key)!;
        for (const [raw, entry] of asDict(value) ?? []) {
          if (!asDict(entry)) continue;
          const handle = text(raw)!;
          const at = lookupDate(get(entry, "LookupDate"));
          emit({
            kind: "lookup",
            ...(at ? { at } : {}),
            fields: { service, handle, status: number(get(entry, "IDStatus")) },
            observables: observe(handle),
            origin: item.origin(`${service}.${handle}`),
          });
        }
      }
    },
  }),
};
