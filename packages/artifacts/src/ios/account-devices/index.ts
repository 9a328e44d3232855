/**
 * devicelist.db of akd: the devices of the person's Apple Account, as this phone last saw the list, and those that were taken off it.
 *
 * device_list has a row for each device; `trusted` is 1 for those that can show codes. deleted_device_list keeps the machine's identifier, when
 * and why. Times are Unix seconds. Serial numbers, IMEIs and the account's own identifier stand there, too, and are not read.
 * Sources: iLEAPP's reader and its test (schema, times; iOS 18 and 26); ios.md 2.2.
 * @module
 */
import { unixSeconds } from "@contraluz/core";
import type { Artifact } from "../../artifact.ts";
import { number, text } from "../../text.ts";
import { fields, words } from "./words.ts";

export const accountDevices: Artifact<"sqlite"> = {
  id: "ios/account-devices",
  version: 1,
  feed: "sqlite",
  where: {
    "ios-filesystem": {
      paths: ["private/var/mobile/Library/Application Support/com.apple.akd/devicelist.db"],
      want: {
        tables: [
          {
            name: "device_list",
            columns: [
              "mid",
              "name",
              "model",
              "os",
              "os_version",
              "build_number",
              "trusted",
              "circle_status",
              "last_updated_date",
              "last_cache_updated_date",
            ],
            needs: ["name", "model"],
          },
          {
            name: "deleted_device_list",
            columns: ["mid", "reason", "deleted_date", "last_updated_date"],
            optional: true,
          },
        ],
      },
    },
  },
  fields,
  key: { device: ["id"], removed: ["id"] },
  observes: [],
  words,
  sources: ["devicelist.db: device_list, deleted_device_list"],
  parse: () => ({
    take(item, emit) {
      const [id, updated] = [item.column("mid"), item.column("last_updated_date")];
      const removed = item.table === "deleted_device_list";
      const [gone, reason] = [item.column("deleted_date"), item.column("reason")];
      const [name, model, os, version] = ["name", "model", "os", "os_version"].map((c) => item.column(c));
      const [build, trusted, circle] = ["build_number", "trusted", "circle_status"].map((c) => item.column(c));
      const cached = item.column("last_cache_updated_date");
      for (const row of item.rows) {
        const v = row.values;
        const at =
          unixSeconds(number(v[removed ? gone : updated])) ?? unixSeconds(number(v[removed ? updated : cached]));
        emit({
          kind: removed ? "removed" : "device",
          ...(at ? { at } : {}),
          fields: removed
            ? { id: text(v[id]), reason: number(v[reason]) }
            : {
                id: text(v[id]),
                name: text(v[name!]),
                model: text(v[model!]),
                os: text(v[os!]),
                version: text(v[version!]),
                build: text(v[build!]),
                trusted: v[trusted!] === 1 ? true : undefined,
                circle: number(v[circle!]),
              },
          observables: [],
          origin: item.origin(row),
        });
      }
    },
  }),
};
