/**
 * Devices that the phone is linked with: computers that synchronised with it, and Bluetooth devices paired the classic way.
 *
 * Info.plist of a backup by iTunes or Finder carries `iTunes Files`, among them `iTunesPrefs`. com.apple.MobileBluetooth.devices.plist
 * maps a Bluetooth address to `Name`, `DefaultName`, `UserNameKey`, `LastSeenTime`. Sources disagree whether that time is UTC or the phone's
 * own, so it is kept as a number and is no time of the record.
 * Sources: `iTunes Files` as several readers of backups name it; iLEAPP (both files); two readers of backups for the Bluetooth path.
 * @module
 */
import { asBytes, asDict, get } from "@contraluz/formats/plist/get.ts";
import type { Artifact } from "../../artifact.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { number, text } from "../../text.ts";
import { computersOf } from "./itunes-prefs.ts";
import { fields, words } from "./words.ts";

const MAX_DEVICES = 10_000;

export const linkedDevices: Artifact<"plist"> = {
  id: "ios/linked-devices",
  version: 1,
  feed: "plist",
  where: inBackupAndDump({
    paths: [
      "Info.plist",
      "SysSharedContainerDomain-systemgroup.com.apple.bluetooth/Library/Preferences/com.apple.MobileBluetooth.devices.plist",
    ],
    want: {},
  }),
  fields,
  key: { computer: ["computer", "user"], bluetooth: ["address"] },
  observes: [],
  words,
  sources: ["Info.plist: iTunes Files, iTunesPrefs", "com.apple.MobileBluetooth.devices.plist"],
  parse: (run) => ({
    take(item, emit) {
      const all = asDict(item.value);
      if (!all) {
        run.problem({ code: "plist-damaged", expected: "dictionary", lost: "file" });
        return;
      }
      if (!run.path.endsWith(".MobileBluetooth.devices.plist")) {
        const prefs = asBytes(get(item.value, "iTunes Files", "iTunesPrefs"));
        for (const c of prefs ? computersOf(prefs) : [])
          emit({
            kind: "computer",
            fields: { user: c.user, computer: c.computer },
            observables: [],
            origin: item.origin("iTunes Files.iTunesPrefs"),
          });
        return;
      }
      let left = MAX_DEVICES;
      for (const [raw, device] of all) {
        if (!asDict(device) || left-- <= 0) continue;
        const address = text(raw)!;
        emit({
          kind: "bluetooth",
          fields: {
            address,
            name: text(get(device, "UserNameKey")) || text(get(device, "Name")) || text(get(device, "DefaultName")),
            seen: number(get(device, "LastSeenTime")),
          },
          observables: [],
          origin: item.origin(address),
        });
      }
    },
  }),
};
