/**
 * .GlobalPreferences.plist: settings of the whole phone, among them Lockdown Mode (`LDMGlobalEnabled`, iOS 16 and later).
 *
 * Values that are no text, number, yes or no, date or list of texts are left out.
 * Sources: ios.md 2.1, mvt.md 3; the file of a real phone in MVT's test backup.
 * @module
 */
import type { Json } from "@contraluz/core";
import { asArray, asDict, isDate } from "@contraluz/formats/plist/get.ts";
import type { PlistValue } from "@contraluz/formats/plist/types.ts";
import type { Artifact } from "../../artifact.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { number, text } from "../../text.ts";
import { whenOf } from "../../when.ts";
import { fields, words } from "./words.ts";

/** A phone has some hundreds. */
const MAX_ENTRIES = 2000;
/** Texts of one list. */
const MAX_LIST = 100;

function plainOf(v: PlistValue): Json | undefined {
  if (typeof v === "boolean") return v;
  const list = asArray(v);
  if (!list) return text(v) ?? number(v);
  const out = list.slice(0, MAX_LIST).map((x) => text(x) ?? number(x));
  return out.filter((x) => x !== undefined);
}

export const globalPreferences: Artifact<"plist"> = {
  id: "ios/global-preferences",
  version: 1,
  feed: "plist",
  where: inBackupAndDump({ paths: ["HomeDomain/Library/Preferences/.GlobalPreferences.plist"], want: {} }),
  fields,
  key: { setting: ["name"] },
  observes: [],
  words,
  sources: [".GlobalPreferences.plist"],
  parse: (run) => ({
    take(item, emit) {
      const entries = asDict(item.value);
      if (!entries) {
        run.problem({ code: "plist-damaged", expected: "dictionary", lost: "file" });
        return;
      }
      let left = MAX_ENTRIES;
      for (const [raw, v] of entries) {
        if (left-- <= 0) {
          run.problem({ code: "plist-limit", found: `${entries.size} settings`, lost: "bytes" });
          break;
        }
        const name = text(raw)!;
        const at = isDate(v) ? whenOf(v) : undefined;
        emit({
          kind: "setting",
          ...(at ? { at } : {}),
          fields: { name, value: plainOf(v) },
          observables: [],
          origin: item.origin(name),
        });
      }
    },
  }),
};
