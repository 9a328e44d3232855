/**
 * Installed packages with the hashes of their APKs, as AndroidQF's `packages.json` (names of fields: its `modules/packages.go`).
 * `pm list packages -u -U -i` prints `package:NAME  installer=NAME uid:N`; `pm path NAME` prints `package:/path` a line. Many packages
 * go into one shell: a round trip for each takes minutes.
 * @module
 */
import { AcquireError } from "./errors.ts";
import { LIMITS, SILENCE } from "./limits.ts";
import { localPart, uniqueNames } from "./names.ts";
import { ask, fell, type Session } from "./session.ts";
import { quoted } from "./shell.ts";

export interface ApkFile {
  readonly path: string;
  /** Where it lies in the acquisition, if it is to be copied. */
  local: string;
  size: number | undefined;
  md5: string;
  sha1: string;
  sha256: string;
  sha512: string;
  error: string;
}

export interface Package {
  readonly name: string;
  readonly installer: string;
  readonly uid: number | undefined;
  disabled: boolean;
  system: boolean;
  thirdParty: boolean;
  readonly files: ApkFile[];
}

/** Names of packages that are none: so many are told. */
const ODD = 20;
/** Android's own rule for names of packages, and the bound of its file systems. */
const NAME = /^[A-Za-z0-9_.-]{1,255}$/;
const LISTS = ["pm list packages -u -U -i", "pm list packages -u -U", "pm list packages -u -U --user 0"] as const;
const SUMS = ["md5sum", "sha1sum", "sha256sum", "sha512sum"] as const;
const LENGTHS: Readonly<Record<number, "md5" | "sha1" | "sha256" | "sha512">> = {
  32: "md5",
  40: "sha1",
  64: "sha256",
  128: "sha512",
};

/** One line of `pm list packages`. Undefined for what is none. */
export function packageLine(line: string): { name: string; installer: string; uid: number | undefined } | undefined {
  const [first = "", ...rest] = line.trim().split(/\s+/);
  if (!first.startsWith("package:")) return undefined;
  const value = (key: string): string | undefined => rest.find((w) => w.startsWith(key))?.slice(key.length);
  const uid = value("uid:")?.split(",")[0];
  return {
    name: first.slice("package:".length),
    installer: value("installer=") ?? "null",
    uid: uid !== undefined && /^\d{1,9}$/.test(uid) ? Number(uid) : undefined,
  };
}

/** Puts words together into command lines that no phone refuses for their length. */
export function batches(words: readonly string[], room: number): string[][] {
  const all: string[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const w of words) {
    if (length + w.length + 1 > room) {
      all.push([]);
      length = 0;
    }
    all.at(-1)!.push(w);
    length += w.length + 1;
  }
  return all;
}

async function names(s: Session, flag: string): Promise<Set<string>> {
  const text = (await ask(s, `pm list packages ${flag}`)) ?? "";
  return new Set(text.split("\n").flatMap((l) => packageLine(l)?.name ?? []));
}

async function listed(s: Session): Promise<Package[]> {
  const found = new Map<string, Package>();
  let odd = 0;
  for (const command of LISTS) {
    for (const line of ((await ask(s, command)) ?? "").split("\n")) {
      const p = packageLine(line);
      if (!p || found.has(p.name)) continue;
      if (!NAME.test(p.name)) {
        if (odd++ < ODD) await fell(s, "name", p.name);
      } else if (found.size >= LIMITS.packages) {
        await fell(s, "limit", "packages.json");
        break;
      } else found.set(p.name, { ...p, disabled: false, system: false, thirdParty: false, files: [] });
    }
    if (found.size > 0) break;
  }
  return [...found.values()];
}

/** Where each package lies: `for p in …; do echo "package=$p"; pm path "$p"; done` */
async function addPaths(s: Session, packages: readonly Package[]): Promise<void> {
  const byName = new Map(packages.map((p) => [p.name, p]));
  let at = 0;
  for (const batch of batches([...byName.keys()], LIMITS.command)) {
    s.progress({ step: "packages", bytes: 0, at, of: packages.length });
    at += batch.length;
    const text = await ask(
      s,
      `for p in ${batch.join(" ")}; do echo "name=$p"; pm path "$p" 2>/dev/null; done`,
      SILENCE.slow,
    );
    let current: Package | undefined;
    for (const line of (text ?? "").split("\n").map((l) => l.trimEnd())) {
      if (line.startsWith("name=")) current = byName.get(line.slice(5));
      else if (current && line.startsWith("package:/") && current.files.length < LIMITS.apks) {
        const path = line.slice("package:".length);
        if (current.files.some((f) => f.path === path)) continue;
        current.files.push({ path, local: "", size: undefined, md5: "", sha1: "", sha256: "", sha512: "", error: "" });
      }
    }
  }
}

/** Size and hashes, made on the phone: the system's own programs are not copied to be known. */
async function addHashes(s: Session, packages: readonly Package[]): Promise<void> {
  const byPath = new Map(packages.flatMap((p) => p.files.map((f) => [f.path, f] as const)));
  let at = 0;
  const sums = SUMS.map((c) => `${c} "$f" 2>/dev/null`).join("; ");
  for (const batch of batches([...byPath.keys()].map(quoted), LIMITS.command - 200)) {
    s.progress({ step: "packages", bytes: 0, at, of: byPath.size });
    at += batch.length;
    const text = await ask(
      s,
      `for f in ${batch.join(" ")}; do stat -c 'size %s %n' "$f" 2>/dev/null; ${sums}; done`,
      SILENCE.slow,
    );
    for (const line of (text ?? "").split("\n")) {
      const [first = "", ...rest] = line.trimEnd().split(" ");
      if (first === "size") {
        const file = byPath.get(rest.slice(1).join(" "));
        if (file && /^\d{1,15}$/.test(rest[0] ?? "")) file.size = Number(rest[0]);
        continue;
      }
      const kind = LENGTHS[first.length];
      const file = byPath.get(rest.join(" ").replace(/^[ *]/, ""));
      if (kind && file && /^[0-9a-f]+$/.test(first)) file[kind] = first;
    }
  }
  for (const f of byPath.values()) if (f.sha256 === "") f.error = "not hashed on the phone";
}

/** All packages, with paths and hashes. Asks for a list; throws AcquireError if the phone is gone. */
export async function readPackages(s: Session): Promise<Package[]> {
  const packages = await listed(s);
  if (packages.length === 0) {
    await fell(s, "refused", "packages.json");
    return [];
  }
  const [disabled, system, third] = [await names(s, "-d"), await names(s, "-s"), await names(s, "-3")];
  for (const p of packages) {
    p.disabled = disabled.has(p.name);
    p.system = system.has(p.name);
    p.thirdParty = third.has(p.name);
  }
  await addPaths(s, packages);
  await addHashes(s, packages);
  if (s.cancel?.aborted) throw new AcquireError("cancelled");
  return packages;
}

/** Names the files of the packages that are to be copied: `apks/PACKAGE.apk`, `apks/PACKAGE_split_config.es.apk`. */
export function nameApks(packages: readonly Package[], which: "none" | "user" | "all"): void {
  const unique = uniqueNames();
  for (const p of packages) {
    // A phone that tells neither list: rather too many than too few.
    if (which === "none" || (which === "user" && !p.thirdParty && p.system)) continue;
    for (const f of p.files) {
      const stem = f.path.slice(f.path.lastIndexOf("/") + 1).replace(/\.apk$/, "");
      const name = localPart(p.name);
      f.local = unique(`apks/${stem === "base" ? name : `${name}_${localPart(stem)}`}.apk`);
    }
  }
}

const NO_CERTIFICATE = {
  Md5: "",
  Sha1: "",
  Sha256: "",
  ValidFrom: "0001-01-01T00:00:00Z",
  ValidTo: "0001-01-01T00:00:00Z",
  Issuer: "",
  Subject: "",
  SignatureAlgorithm: "",
  SerialNumber: "",
};

/** As AndroidQF writes it. Certificates stay empty: whoever reads the APKs reads their signers. */
export function packagesJson(packages: readonly Package[]): string {
  const list = packages.map((p) => ({
    name: p.name,
    files: p.files.map((f) => ({
      path: f.path,
      local_name: f.local,
      md5: f.md5,
      sha1: f.sha1,
      sha256: f.sha256,
      sha512: f.sha512,
      error: f.error,
      verified_certificate: false,
      certificate: NO_CERTIFICATE,
      certificate_error: "",
      trusted_certificate: false,
      ...(f.size === undefined ? {} : { size: f.size }),
    })),
    installer: p.installer,
    ...(p.uid === undefined ? {} : { uid: p.uid }),
    disabled: p.disabled,
    system: p.system,
    third_party: p.thirdParty,
  }));
  return `${JSON.stringify(list, null, 1)}\n`;
}

/** What `packagesJson` wrote, for an acquisition that goes on. Undefined if it is not ours. */
export function packagesOf(text: string): Package[] | undefined {
  try {
    const list = JSON.parse(text) as Record<string, unknown>[];
    return list.map((p) => ({
      name: String(p.name),
      installer: String(p.installer),
      uid: typeof p.uid === "number" ? p.uid : undefined,
      disabled: p.disabled === true,
      system: p.system === true,
      thirdParty: p.third_party === true,
      files: (p.files as Record<string, unknown>[]).map((f) => ({
        path: String(f.path),
        local: String(f.local_name),
        size: typeof f.size === "number" ? f.size : undefined,
        md5: String(f.md5),
        sha1: String(f.sha1),
        sha256: String(f.sha256),
        sha512: String(f.sha512),
        error: String(f.error),
      })),
    }));
  } catch {
    return undefined;
  }
}
