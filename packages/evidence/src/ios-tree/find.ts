/**
 * Which tree of an iPhone was handed in, and where in it the phone's own paths begin: a sysdiagnose, or the files of the phone as
 * laboratories deliver them.
 *
 * It is known by the names that stand together, whatever the folder above is called. A sysdiagnose has one folder at its top, or
 * its content directly; a dump begins above `private/var`, at `var`, or with what lies in it. Cellebrite's tools put the system's
 * partition into `filesystem1` and what lies in `/private/var` into `filesystem2`.
 * Sources: ios.md 4.1 and 4.2 (names, seen by the readers named there in iOS 13 to 26), 2.2 (paths of a file system).
 * @module
 */
import { byCodeUnit, type Cancel, ContraluzError, type EvidenceTree } from "@contraluz/core";
import { stopIfCancelled } from "../cancel.ts";
import { isJunk } from "../tree.ts";

export type TreeKind = "sysdiagnose" | "ios-filesystem";

/** Where the tree of a phone lies. */
export interface FoundTree {
  readonly kind: TreeKind;
  /** `""`, or a folder with a slash at its end: it is taken off every path. */
  readonly prefix: string;
  /** What every path then begins with: `private/var/` where only that folder was copied. */
  readonly base: string;
  /** Where the partition of the system lies, if it was copied apart: a folder with a slash at its end. */
  readonly system?: string;
  /** Archives of a sysdiagnose that lie in it, the first ones: they are evidence of their own. */
  readonly inside: readonly string[];
}

/** Names at the top of a sysdiagnose that nothing else has together. */
const STRONG: ReadonlySet<string> = new Set([
  "crashes_and_spins",
  "otctl_status.txt",
  "ps.txt",
  "ps_thread.txt",
  "remotectl_dumpstate.txt",
  "security-sysdiagnose.txt",
  "spindump-nosymbols.txt",
  "swcutil_show.txt",
  "sysdiagnose.log",
  "system_logs.logarchive",
  "taskinfo.txt",
  "transparency.log",
]);
const WEAK: ReadonlySet<string> = new Set([
  "WiFi",
  "brctl",
  "disks.txt",
  "errors",
  "ioreg",
  "logs",
  "mount.txt",
  "Preferences",
  "summaries",
]);
/** As iOS names the folder; a hint that lets one name in it suffice. */
const NAMED = /(?:^|\/)(?:IN_PROGRESS_)?sysdiagnose_\d{4}\.\d\d\.\d\d_\d\d-\d\d-\d\d[+-]\d{4}_[^/]*\/$/;

/** Folders of `/private/var` that a phone has and a Mac has not, and others that both have. */
const PHONE: ReadonlySet<string> = new Set(["containers", "installd", "mobile", "wireless"]);
const VAR: ReadonlySet<string> = new Set([
  "Keychains",
  "db",
  "keybags",
  "log",
  "logs",
  "networkd",
  "preferences",
  "root",
  "tmp",
]);

/** An archive of one, as it lies among the crash reports of a phone. */
const ARCHIVE = /(?:^|\/)sysdiagnose_\d{4}\.\d\d\.\d\d_[^/]*\.tar\.gz$/;
/** Of those that are named. */
const MAX_INSIDE = 12;

/** True for the archive of a sysdiagnose, by its name: it is not opened. */
export function namesSysdiagnose(path: string): boolean {
  return ARCHIVE.test(path);
}

/** The partition of the data as Cellebrite names it; a hint that lets one name in it suffice. */
const PARTITION = /(?:^|\/)filesystem(\d)\/$/;

/** Folders above. */
const MAX_ABOVE = 4;
/** Folders that are remembered while it is not known which one it is. */
const MAX_FOLDERS = 4096;
/** An archive is read this far for the first sign: names of one kind stand in nearly every entry. */
const MAX_LOOKS = 4096;

interface Signs {
  readonly kind: TreeKind;
  readonly base: string;
  readonly strong: Set<string>;
  readonly weak: Set<string>;
}

/** What is known of each folder so far. */
class Folders {
  readonly #all = new Map<string, Signs>();
  /** A file that does not lie in a `private/var`. */
  #elsewhere = false;
  readonly #inside: string[] = [];

  #at(kind: TreeKind, prefix: string, base: string): Signs | undefined {
    const key = `${kind}\n${base}\n${prefix}`;
    let s = this.#all.get(key);
    if (!s && this.#all.size < MAX_FOLDERS)
      this.#all.set(key, (s = { kind, base, strong: new Set(), weak: new Set() }));
    return s;
  }

  /** Takes the names on the way to one file. */
  look(path: string): void {
    if (this.#inside.length < MAX_INSIDE && namesSysdiagnose(path)) this.#inside.push(path);
    this.#elsewhere ||= !path.includes("private/var/") && !path.endsWith("private") && !path.endsWith("private/var");
    let from = 0;
    for (let above = 0; above <= MAX_ABOVE; above++) {
      const cut = path.indexOf("/", from);
      const name = cut < 0 ? path.slice(from) : path.slice(from, cut);
      if (STRONG.has(name)) this.#at("sysdiagnose", path.slice(0, from), "")?.strong.add(name);
      else if (WEAK.has(name)) this.#at("sysdiagnose", path.slice(0, from), "")?.weak.add(name);
      if (cut < 0) return;
      if (PHONE.has(name) || VAR.has(name)) this.#lookVar(path.slice(0, from), name);
      from = cut + 1;
    }
  }

  /** A folder of `/private/var` was met below `above`. */
  #lookVar(above: string, name: string): void {
    const [prefix, base] = above.endsWith("private/var/")
      ? [above.slice(0, -12), ""]
      : above === "var/" || above.endsWith("/var/")
        ? [above.slice(0, -4), "private/"]
        : [above, "private/var/"];
    if (prefix !== "" && !prefix.endsWith("/")) return;
    const signs = this.#at("ios-filesystem", prefix, base);
    if (PHONE.has(name)) signs?.strong.add(name);
    else signs?.weak.add(name);
  }

  /** Trees that have enough of what makes them one; inside another they belong to that one. `whole`: all was looked at. */
  found(whole: boolean): FoundTree[] {
    const enough: FoundTree[] = [];
    for (const [key, s] of this.#all) {
      const prefix = key.slice(key.lastIndexOf("\n") + 1);
      const all = s.strong.size + s.weak.size;
      if (s.kind === "sysdiagnose") {
        if (s.strong.size > 0 && all >= (NAMED.test(prefix) ? 1 : 3))
          enough.push({ kind: s.kind, prefix, base: "", inside: this.#inside });
        continue;
      }
      const copied = PARTITION.exec(prefix)?.[1] === "2" && s.base === "private/var/";
      const needed = copied || s.base === "" ? 1 : s.base === "private/" ? 2 : 3;
      // Of a Mac there would be more than this folder.
      const alone = s.base === "" && whole && !this.#elsewhere;
      if (all < needed || (s.strong.size === 0 && !copied && !alone)) continue;
      const system = copied ? { system: `${prefix.slice(0, -"filesystem2/".length)}filesystem1/` } : {};
      enough.push({ kind: s.kind, prefix, base: s.base, ...system, inside: this.#inside });
    }
    enough.sort((a, b) => byCodeUnit(a.prefix, b.prefix) || a.base.length - b.base.length);
    return enough.filter((t, i) => !enough.slice(0, i).some((u) => t.prefix.startsWith(u.prefix)));
  }
}

function several(found: readonly FoundTree[]): ContraluzError {
  const names = found
    .slice(0, 12)
    .map((f) => f.prefix.slice(0, -1).slice(0, 120))
    .join(", ");
  const problem = { code: "evidence-several", found: names, expected: "1", lost: "evidence" } as const;
  return new ContraluzError("evidence-several", `several phones: ${names}`, problem);
}

/**
 * The tree of a phone in what was handed in, or undefined. Of an archive that cannot seek only the beginning is read.
 * Throws ContraluzError `evidence-several` where a folder holds more than one.
 * @example
 * const found = await findIosTree(tree, { cancel });
 */
export async function findIosTree(
  tree: EvidenceTree,
  o: { readonly cancel?: Cancel | undefined },
): Promise<FoundTree | undefined> {
  const folders = new Folders();
  const sequential = tree.access === "sequential";
  let looks = 0;
  for await (const batch of tree.files(o.cancel)) {
    stopIfCancelled(o.cancel);
    for (const { path } of batch) {
      // A backup says itself in its first entries what it is.
      if (sequential && (++looks > MAX_LOOKS || BACKUP.test(path))) return folders.found(false)[0];
      if (!isJunk(path)) folders.look(path);
    }
    if (sequential && folders.found(false).length > 0) break;
  }
  stopIfCancelled(o.cancel);
  const found = folders.found(true);
  // A phone has at most one of each; a sysdiagnose that lies in a dump is a part of it.
  const dump = found.filter((f) => f.kind === "ios-filesystem");
  // Of two partitions it is the one of the data.
  const data = dump.filter((f) => f.system !== undefined);
  const one = data.length > 0 ? data : dump.length > 0 ? dump : found;
  if (one.length > 1) throw several(one);
  return one[0];
}

/** The list of a backup, or one of its bodies. */
const BACKUP = /^(?:[^/]+\/){0,2}(?:Manifest\.(?:db|mbdb)|(?:[0-9a-f]{2}\/)?[0-9a-f]{40})$/;
