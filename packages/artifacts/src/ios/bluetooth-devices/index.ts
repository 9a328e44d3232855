/**
 * com.apple.MobileBluetooth.ledevices.paired.db and .other.db: Bluetooth devices of low energy, paired or met nearby.
 *
 * `PairedDevices` and `OtherDevices` have the same columns. `LastSeenTime` and `LastConnectionTime` count from a start of the phone and
 * are no dates. Names of devices that only passed by belong to other people: they are kept only with consent to content.
 * Sources: the paths from the file list of a real backup (MVT's); the columns as Apple's bluetoothd (LeDeviceCache) inserts them, and iLEAPP.
 * @module
 */
import type { Artifact } from "../../artifact.ts";
import { inBackupAndDump } from "../../phone-paths.ts";
import { number, text } from "../../text.ts";
import { fields, words } from "./words.ts";

const FOLDER = "SysSharedContainerDomain-systemgroup.com.apple.bluetooth/Library/Database";
const COLUMNS = ["Name", "Address", "ResolvedAddress", "LastSeenTime", "LastConnectionTime"] as const;

export const bluetoothDevices: Artifact<"sqlite"> = {
  id: "ios/bluetooth-devices",
  version: 1,
  feed: "sqlite",
  where: inBackupAndDump({
    paths: [
      `${FOLDER}/com.apple.MobileBluetooth.ledevices.paired.db`,
      `${FOLDER}/com.apple.MobileBluetooth.ledevices.other.db`,
    ],
    want: {
      tables: [
        { name: "PairedDevices", columns: COLUMNS, optional: true },
        { name: "OtherDevices", columns: COLUMNS, optional: true },
      ],
    },
  }),
  fields,
  key: { paired: ["address"], nearby: ["address"] },
  observes: [],
  words,
  sources: ["com.apple.MobileBluetooth.ledevices.*.db: PairedDevices, OtherDevices"],
  parse: (run) => ({
    take(item, emit) {
      const paired = item.table === "PairedDevices";
      const [name, address, resolved] = [item.column("Name"), item.column("Address"), item.column("ResolvedAddress")];
      const [seen, connected] = [item.column("LastSeenTime"), item.column("LastConnectionTime")];
      for (const row of item.rows) {
        const v = row.values;
        const [a, r] = [text(v[address]), text(v[resolved])];
        emit({
          kind: paired ? "paired" : "nearby",
          fields: {
            name: paired || run.content ? text(v[name]) || undefined : undefined,
            address: a || undefined,
            resolved: r && r !== a ? r : undefined,
            seen: number(v[seen]),
            connected: number(v[connected]),
          },
          observables: [],
          origin: item.origin(row),
        });
      }
    },
  }),
};
