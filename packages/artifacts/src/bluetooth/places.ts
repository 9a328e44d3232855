/** Where the log of a phone's Bluetooth lies in a bug report. @module */

/** AOSP: `persist.bluetooth.btsnooplogmode`; a second file is that of before the last start. */
export const BTSNOOP: readonly string[] = [
  "bugreport/FS/data/misc/bluetooth/logs/btsnoop_hci*",
  "bugreport/FS/data/log/bt/btsnoop_hci*",
  "bugreport/FS/data/log/bluetooth/btsnoop_hci*",
];
