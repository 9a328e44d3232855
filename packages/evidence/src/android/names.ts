/**
 * Names under which the parts of a phone with Android are handed in. A name says where to look; what stands in a file decides.
 *
 * Sources: android.md 1.1 (bug reports of AOSP and of Samsung), 1.2 (what AndroidQF writes, and what its older versions wrote).
 * @module
 */

/** Files that AndroidQF writes at the top of its folder, and that nothing else has together. */
export const QF_NAMES: ReadonlySet<string> = new Set([
  "acquisition.json",
  "adb_host_key.pub",
  "apks",
  "backup.ab",
  "bugreport.zip",
  "command.log",
  "dumpsys.txt",
  "env.txt",
  "files.json",
  "getprop.txt",
  "hashes.csv",
  "intrusion-logs",
  "intrusion_logs",
  "logcat.txt",
  "logcat_old.txt",
  "mounts.json",
  "packages.json",
  "processes.json",
  "processes.txt",
  "ps.txt",
  "root_binaries.json",
  "selinux.txt",
  "services.txt",
  "settings_global.txt",
  "settings_secure.txt",
  "settings_system.txt",
]);

/** How many of them make a folder one of AndroidQF. An acquisition that was broken off has its first ones. */
export const QF_ENOUGH = 3;

/** One of these has to be among them: other tools write lists of processes and settings, too. */
export const QF_STRONG: ReadonlySet<string> = new Set([
  "acquisition.json",
  "dumpsys.txt",
  "getprop.txt",
  "hashes.csv",
  "packages.json",
  "root_binaries.json",
  "selinux.txt",
  "settings_secure.txt",
]);

/** Folders of AndroidQF in which intrusion logs lie. */
export const INTRUSION_FOLDERS: readonly string[] = ["intrusion_logs/", "intrusion-logs/"];

/** Names of the text of a bug report, the likeliest first. */
const TEXTS: readonly RegExp[] = [/^bugreport-.*\.(?:txt|gz)$/i, /^dumpstate.*\.(?:txt|gz)$/i, /^dumpState_.*\.log$/];

/** How likely a name is that of a bug report's text: 0 is likeliest. */
export function textRank(name: string): number {
  const i = TEXTS.findIndex((t) => t.test(name));
  return i < 0 ? TEXTS.length : i;
}

/** What may be a text: looked into, if it lies high enough. */
export function mayBeText(name: string): boolean {
  return /\.(?:txt|log|gz|json|ndjson)$/i.test(name) || !name.includes(".");
}

/** What may be an archive of a bug report, of intrusion logs, or a backup. Other programs give their zips names of their own (.apk, .docx). */
export function mayBeArchive(name: string): boolean {
  return /\.(?:zip|ab)$/i.test(name) || !name.includes(".");
}

const decoder = new TextDecoder();
const HEADER = /^\uFEFF?={20,120}\r?\n== dumpstate: /;
const SERVICE = /^DUMP OF SERVICE (?:CRITICAL |HIGH |NORMAL )?[A-Za-z0-9_.$/-]{1,120}:\r?$/m;
const SECTION = /^------ [^\r\n]{1,300} ------\r?$/m;
const DURATION = /^------ \d{1,6}\.\d{1,6}s was the duration of '/m;
const EVENT = /^\uFEFF?\s*\{\s*"(?:(?:dns_event|connect_event|security_event)"\s*:|tag"\s*:\s*2100\d\d\b)/;

/** Bytes of a text that are looked at. */
export const LOOK = 65_536;

/** The text of a bug report: its header, or, where the beginning is gone, heads of its sections. */
export function looksLikeDumpstate(head: Uint8Array): boolean {
  const text = decoder.decode(head);
  return HEADER.test(text.slice(0, 400)) || SERVICE.test(text) || (SECTION.test(text) && DURATION.test(text));
}

/** A file of intrusion logs: an object a line, whose one key is the kind of the event. One of the first lines has to be whole. */
export function looksLikeIntrusion(head: Uint8Array): boolean {
  return decoder
    .decode(head)
    .split("\n", 20)
    .some((line) => EVENT.test(line));
}
