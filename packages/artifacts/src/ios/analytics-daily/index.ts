/**
 * com.apple.osanalytics.addaily.plist: network use of programs, counted once a day. It survives a cleaning of DataUsage.sqlite.
 *
 * `netUsageBaseline` maps a program, or `program/app that it works for`, to a list of date, Wi-Fi in, Wi-Fi out, cellular in,
 * cellular out (bytes).
 * Sources: ios.md 2.2 (Operation Triangulation's `BackupAgent` stood here), mvt.md 3.
 * @module
 */
import type { Observable } from "@contraluz/core";
import { asArray, asDict, get } from "@contraluz/formats/plist/get.ts";
import type { Artifact } from "../../artifact.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { number, text } from "../../text.ts";
import { whenOf } from "../../when.ts";
import { fields, words } from "./words.ts";

/** `mDNSResponder/com.apple.WebKit` is a program and the one that it works for: both ran. */
function observe(name: string): Observable[] {
  const slash = name.startsWith("/") ? -1 : name.indexOf("/");
  const parts = slash < 0 ? [name] : [name.slice(0, slash), name.slice(slash + 1)];
  const out: Observable[] = [];
  for (const value of parts) {
    if (value === "") continue;
    out.push({ type: "process", value, contact: "ran" });
    if (value.includes(".")) out.push({ type: "app-id", value, contact: "ran" });
  }
  return out;
}

export const analyticsDaily: Artifact<"plist"> = {
  id: "ios/analytics-daily",
  version: 1,
  feed: "plist",
  where: inBackupAndDump({ paths: ["HomeDomain/Library/Preferences/com.apple.osanalytics.addaily.plist"], want: {} }),
  fields,
  key: { usage: ["name"] },
  observes: [
    ["process", "ran"],
    ["app-id", "ran"],
  ],
  words,
  sources: ["com.apple.osanalytics.addaily.plist: netUsageBaseline"],
  parse: (run) => ({
    take(item, emit) {
      if (!asDict(item.value)) {
        run.problem({ code: "plist-damaged", expected: "dictionary", lost: "file" });
        return;
      }
      for (const [raw, value] of asDict(get(item.value, "netUsageBaseline")) ?? []) {
        const use = asArray(value);
        if (!use || raw === "") continue;
        const name = text(raw)!;
        const at = whenOf(use[0]);
        emit({
          kind: "usage",
          ...(at ? { at } : {}),
          fields: {
            name,
            wifi_in: number(use[1]),
            wifi_out: number(use[2]),
            cell_in: number(use[3]),
            cell_out: number(use[4]),
          },
          observables: observe(name),
          origin: item.origin(`netUsageBaseline.${name}`),
        });
      }
    },
  }),
};
