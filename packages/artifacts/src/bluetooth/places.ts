/** Where the log of a phone's Bluetooth lies in a bug report. @module */

/** The text of the report itself may hold a short log, and is read for it. */
export const SHORT_LOG = "bugreport/dumpstate.txt";

/** AOSP: `persist.bluetooth.btsnooplogmode`; a second file is that of before the last start. */
export const BTSNOOP: readonly string[] = [
  "bugreport/FS/data/misc/bluetooth/logs/btsnoop_hci*",
  "bugreport/FS/data/log/bt/btsnoop_hci*",
  "bugreport/FS/data/log/bluetooth/btsnoop_hci*",
  SHORT_LOG,
];

/** Of an iPhone with Apple's profile for logs of Bluetooth: the name of the file is known, the folder was not seen. */
export const PACKET_LOGGER: readonly string[] = ["**/*.pklg"];
