/** Names that are also common words: alone they are a lead, only their path makes a match. @module */
import type { ObservableType } from "@contraluz/core";

/** Names of published sets that developers use for their own programs and libraries too. */
const WORDS = new Set([
  "agent",
  "app",
  "backup",
  "client",
  "daemon",
  "dhcp4d",
  "download",
  "helper",
  "host",
  "launcher",
  "loader",
  "main",
  "monitor",
  "passsd",
  "payload",
  "relaunch",
  "runner",
  "server",
  "service",
  "setframed",
  "stagingd",
  "stop",
  "sync",
  "system",
  "uninstall",
  "update",
  "updater",
  "updaterd",
  "upgrade",
  "vm_stats",
  "watcher",
  "worker",
  "GoldenGate",
  "Diagnosticd",
]);

/** True for process and file names of at most three characters, and for those that are words of the trade. */
export function isCommon(type: ObservableType, value: string): boolean {
  if (type !== "process" && type !== "file-name") return false;
  return value.length <= 3 || WORDS.has(value) || WORDS.has(value.toLowerCase());
}
