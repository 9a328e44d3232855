/**
 * com.apple.identityservices.idstatuscache.plist: accounts that iMessage and FaceTime looked up.
 *
 * `{service: {"mailto:x" | "tel:+x": {LookupDate, IDStatus}}}`; LookupDate is Apple seconds since 2001.
 * Sources: ios.md 2.2; attackers' accounts were found here (Amnesty International, Forensic Methodology Report, 2021).
 * @module
 */
import { macSeconds, type Observable } from "@contraluz/core";
import { asDict, asNumber, get } from "@contraluz/formats/plist/get.ts";
import type { Artifact } from "../../artifact.ts";
import { text } from "../../text.ts";
import { fields, words } from "./words.ts";

function observe(handle: string): Observable[] {
  const colon = handle.indexOf(":");
  const scheme = handle.slice(0, colon);
  const value = handle.slice(colon + 1);
  if (value === "") return [];
  if (scheme === "mailto") return [{ type: "email", value, contact: "looked-up" }];
  if (scheme === "tel") return [{ type: "phone", value, contact: "looked-up" }];
  return [];
}

export const idStatusCache: Artifact<"plist"> = {
  id: "ios/id-status-cache",
  version: 1,
  feed: "plist",
  where: {
    "ios-backup": {
      paths: ["HomeDomain/Library/Preferences/com.apple.identityservices.idstatuscache.plist"],
      want: {},
    },
  },
  fields,
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
      for (const [service, value] of services) {
        const handles = asDict(value);
        if (!handles) continue;
        for (const [raw, entry] of handles) {
          if (!asDict(entry)) continue;
          const handle = text(raw)!;
          const at = macSeconds(asNumber(get(entry, "LookupDate")));
          emit({
            kind: "lookup",
            ...(at ? { at } : {}),
            fields: { service: text(service), handle, status: asNumber(get(entry, "IDStatus")) },
            observables: observe(handle),
            origin: item.origin(`${service}.${raw}`),
          });
        }
      }
    },
  }),
};
