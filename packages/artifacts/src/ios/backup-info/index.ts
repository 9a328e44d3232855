/**
 * Info.plist of an iOS backup: device, version, time, installed apps. Plain even in an encrypted backup.
 *
 * Of the identifiers it holds (IMEI, serial, phone number) none is stored: a check does not need them.
 * Sources: ios.md 1.1.
 * @module
 */
import { utcNs } from "@contraluz/core";
import { asArray, asDate, asDict, asString, get } from "@contraluz/formats/plist/get.ts";
import type { Artifact } from "../../artifact.ts";
import { fields, words } from "./words.ts";

export const backupInfo: Artifact<"plist"> = {
  id: "ios/backup-info",
  version: 1,
  feed: "plist",
  where: { "ios-backup": { paths: ["Info.plist"], want: {} } },
  fields,
  observes: [["app-id", "installed"]],
  words,
  sources: ["Apple iOS backup format: Info.plist"],
  parse: (run) => ({
    take(item, emit) {
      if (!asDict(item.value)) {
        run.problem({ code: "plist-damaged", expected: "dictionary", lost: "file" });
        return;
      }
      const date = asDate(get(item.value, "Last Backup Date"));
      emit({
        kind: "backup",
        ...(date === undefined ? {} : { at: utcNs(date, String(date / 1_000_000_000n), "s") }),
        fields: {
          model: asString(get(item.value, "Product Type")),
          version: asString(get(item.value, "Product Version")),
          build: asString(get(item.value, "Build Version")),
          tool: asString(get(item.value, "iTunes Version")),
        },
        observables: [],
        origin: item.origin("Last Backup Date"),
      });
      const installed = asArray(get(item.value, "Installed Applications")) ?? [];
      const known = asDict(get(item.value, "Applications"));
      const apps = new Set<string>();
      for (const a of installed) if (typeof a === "string") apps.add(a);
      if (known) for (const a of known.keys()) apps.add(a);
      for (const app of apps) {
        emit({
          kind: "app",
          fields: { app },
          observables: [{ type: "app-id", value: app, contact: "installed" }],
          origin: item.origin(
            installed.includes(app) ? `Installed Applications[${installed.indexOf(app)}]` : `Applications.${app}`,
          ),
        });
      }
    },
  }),
};
