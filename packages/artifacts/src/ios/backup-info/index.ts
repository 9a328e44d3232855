/**
 * Info.plist of an iOS backup: device, version, time, installed apps. Plain even in an encrypted backup.
 *
 * Of the identifiers it holds (IMEI, serial, phone number) none is stored: a check does not need them.
 * Sources: ios.md 1.1.
 * @module
 */
import { plistMoment } from "@contraluz/core";
import { asArray, asDict, get, isDate } from "@contraluz/formats/plist/get.ts";
import type { PlistValue } from "@contraluz/formats/plist/types.ts";
import type { Artifact } from "../../artifact.ts";
import { text } from "../../text.ts";
import { fields, words } from "./words.ts";

/** Apps of both lists, each once, with the key where it stands. */
function appsOf(info: PlistValue): Map<string, string> {
  const apps = new Map<string, string>();
  for (const [i, app] of (asArray(get(info, "Installed Applications")) ?? []).entries())
    if (typeof app === "string" && app !== "" && !apps.has(app)) apps.set(app, `Installed Applications[${i}]`);
  for (const app of asDict(get(info, "Applications"))?.keys() ?? [])
    if (app !== "" && !apps.has(app)) apps.set(app, `Applications.${text(app)}`);
  return apps;
}

export const backupInfo: Artifact<"plist"> = {
  id: "ios/backup-info",
  version: 1,
  feed: "plist",
  where: { "ios-backup": { paths: ["Info.plist"], want: {} } },
  fields,
  key: { backup: [], app: ["app"] },
  observes: [["app-id", "installed"]],
  words,
  sources: ["Apple iOS backup format: Info.plist"],
  parse: (run) => ({
    take(item, emit) {
      if (!asDict(item.value)) {
        run.problem({ code: "plist-damaged", expected: "dictionary", lost: "file" });
        return;
      }
      const date = get(item.value, "Last Backup Date");
      const at = isDate(date) ? plistMoment(date) : undefined;
      emit({
        kind: "backup",
        ...(at ? { at } : {}),
        fields: {
          model: text(get(item.value, "Product Type")),
          version: text(get(item.value, "Product Version")),
          build: text(get(item.value, "Build Version")),
          tool: text(get(item.value, "iTunes Version")),
        },
        observables: [],
        origin: item.origin("Last Backup Date"),
      });
      for (const [name, key] of appsOf(item.value)) {
        const app = text(name)!;
        emit({
          kind: "app",
          fields: { app },
          observables: [{ type: "app-id", value: app, contact: "installed" }],
          origin: item.origin(key),
        });
      }
    },
  }),
};
