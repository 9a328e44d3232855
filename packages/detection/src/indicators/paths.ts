/** File paths of phones: one spelling for one file. @module */

/** Folders that are links to others on every device: iOS (`/var`, `/tmp`, `/etc`), Android (`/sdcard` and its older names). */
const LINKS: readonly (readonly [string, string])[] = [
  ["/var", "/private/var"],
  ["/tmp", "/private/var/tmp"],
  ["/private/tmp", "/private/var/tmp"],
  ["/etc", "/private/etc"],
  ["/sdcard", "/storage/emulated/0"],
  ["/mnt/sdcard", "/storage/emulated/0"],
  ["/storage/self/primary", "/storage/emulated/0"],
  ["/data/media/0", "/storage/emulated/0"],
];

export const MAX_PATH = 4096;

/**
 * The canonical form: one leading `/`, none at the end, no empty name, `.` or `..`, links of the system followed.
 * `~` is the home folder of iOS, as its own databases write it. Case stays: iOS and Android tell names apart by it. "" for the root and for texts beyond 4,096 characters.
 */
export function canonicalPath(raw: string): string {
  if (raw.length > MAX_PATH) return "";
  let path = raw.startsWith("file://") ? raw.slice(7) : raw;
  if (path.startsWith("~/")) path = `/private/var/mobile${path.slice(1)}`;
  else if (path.charCodeAt(0) !== 0x2f) path = `/${path}`;
  if (path.endsWith("/") || /\/(?:\/|\.\.?(?:\/|$))/.test(path)) {
    const out: string[] = [];
    for (const name of path.split("/")) {
      if (name === "" || name === ".") continue;
      if (name === "..") out.pop();
      else out.push(name);
    }
    path = `/${out.join("/")}`;
    if (path === "/") return "";
  }
  if (path.startsWith("/private/var/")) return path;
  for (const [link, target] of LINKS) {
    if (path.startsWith(link) && (path.length === link.length || path.charCodeAt(link.length) === 0x2f))
      return target + path.slice(link.length);
  }
  return path;
}

/** True if the name that begins at `i` is empty or may be `.` or `..`: the path is not canonical as it stands. */
export function isOdd(path: string, i: number): boolean {
  const c = path.charCodeAt(i);
  if (c !== 0x2e) return c === 0x2f || i >= path.length;
  const d = path.charCodeAt(i + 1);
  return d === 0x2f || d === 0x2e || i + 1 >= path.length;
}

export function basename(path: string): string {
  const end = path.endsWith("/") ? path.length - 1 : path.length;
  return path.slice(path.lastIndexOf("/", end - 1) + 1, end);
}

/** Folders that every device has: as an indicator one of them would match everything in it. */
const WIDE = new Set([
  "/private/var",
  "/private/var/tmp",
  "/private/var/mobile",
  "/private/var/mobile/Library",
  "/private/var/mobile/Library/Caches",
  "/private/var/mobile/Library/Preferences",
  "/private/var/root",
  "/private/var/db",
  "/private/var/logs",
  "/private/var/log",
  "/private/var/mobile/Containers",
  "/private/var/containers",
  "/private/var/containers/Bundle",
  "/private/var/mobile/Media",
  "/private/etc",
  "/usr/bin",
  "/usr/lib",
  "/usr/libexec",
  "/usr/sbin",
  "/System/Library",
  "/System/Applications",
  "/data/local",
  "/data/local/tmp",
  "/data/data",
  "/data/app",
  "/data/user",
  "/data/user/0",
  "/system/bin",
  "/system/app",
  "/system/priv-app",
  "/system/lib",
  "/system/lib64",
  "/storage/emulated",
  "/storage/emulated/0",
  "/storage/emulated/0/Android",
  "/storage/emulated/0/Download",
  "/storage/emulated/0/DCIM",
]);

/** True for a path that is no sign of anything: a folder of the system itself, or a top folder. */
export function isWidePath(path: string): boolean {
  return path.indexOf("/", 1) < 0 || WIDE.has(path);
}
