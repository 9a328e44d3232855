/**
 * Writes an iPhone backup from a list of files: Manifest.db, Manifest.plist, Info.plist, Status.plist and the bodies, plain
 * or with a password. Independent of `packages/`: what it writes tests what they read (`reference/ios.md` 1).
 * @module
 */
import { hash } from "node:crypto";
import { closeSync, mkdirSync, openSync, readFileSync, truncateSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type Lock, makeLock, type Password } from "./encryption.ts";
import { mbfile } from "./mbfile.ts";
import { bplist, type Plain, xmlPlist } from "./plist.ts";

export interface BackupFile {
  readonly domain: string;
  /** Empty for the domain itself, which is a folder. */
  readonly path: string;
  /** Default `file`. */
  readonly kind?: "file" | "dir" | "link";
  /**
   * Bytes; `"sparse"`: a hole of `size` bytes; `"in place"`: the caller has written it to `bodyPath` (plain only).
   * Left out: listed, but not stored.
   */
  readonly body?: Uint8Array | "sparse" | "in place";
  /** Needed where `body` is no bytes. */
  readonly size?: number;
  /** Of a link. */
  readonly target?: string;
  /** Unix seconds. */
  readonly modified: number;
  /** Default `modified`. */
  readonly changed?: number;
  /** Default `modified`. */
  readonly born?: number;
  /** Default 3. */
  readonly protectionClass?: number;
}

export interface Device {
  readonly name: string;
  /** `iPhone10,4` */
  readonly type: string;
  /** `iPhone 8` */
  readonly product: string;
  readonly version: string;
  readonly build: string;
  /** 25 characters; also names the folder on a computer. */
  readonly udid: string;
}

export interface BackupOptions {
  readonly device: Device;
  readonly taken: Date;
  readonly apps: readonly string[];
  /** Receipts of the store by app, as `Applications` of Info.plist holds them. Left out: there is no such key. */
  readonly receipts?: { readonly [app: string]: Plain };
  readonly encrypt?: Password;
  /** Of Manifest.db, default 4096. */
  readonly pageSize?: number;
}

/** `fileID`: SHA-1 of domain and path. */
export function fileId(domain: string, path: string): string {
  return hash("sha1", `${domain}-${path}`);
}

/** Where the body of a file lies; its folder is made. */
export function bodyPath(dir: string, domain: string, path: string): string {
  const id = fileId(domain, path);
  mkdirSync(join(dir, id.slice(0, 2)), { recursive: true });
  return join(dir, id.slice(0, 2), id);
}

const FLAGS = { file: 1, dir: 2, link: 4 } as const;
const MODES = { file: 0o100644, dir: 0o40755, link: 0o120755 } as const;

function writeBody(dir: string, f: BackupFile, close: ((plain: Uint8Array) => Uint8Array) | undefined): void {
  if (f.body === undefined || f.body === "in place") return;
  const path = bodyPath(dir, f.domain, f.path);
  if (f.body === "sparse") {
    writeFileSync(path, "");
    truncateSync(path, f.size);
  } else writeFileSync(path, close ? close(f.body) : f.body);
}

function writeManifestDb(dir: string, files: Iterable<BackupFile>, o: BackupOptions, lock: Lock | undefined): number {
  const path = join(dir, "Manifest.db");
  const db = new DatabaseSync(path);
  // The random order of the keys needs the index of fileID in memory once there are millions.
  db.exec(`PRAGMA page_size=${o.pageSize ?? 4096}; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-400000;
    CREATE TABLE Files (fileID TEXT PRIMARY KEY, domain TEXT, relativePath TEXT, flags INTEGER, file BLOB);
    CREATE TABLE Properties (key TEXT PRIMARY KEY, value BLOB)`);
  const insert = db.prepare("INSERT INTO Files VALUES (?, ?, ?, ?, ?)");
  let n = 0;
  db.exec("BEGIN");
  for (const f of files) {
    const kind = f.kind ?? "file";
    const size = f.body instanceof Uint8Array ? f.body.length : (f.size ?? 0);
    const protectionClass = kind === "file" ? (f.protectionClass ?? 3) : 0;
    const key = lock && kind === "file" ? lock.file(`${f.domain}-${f.path}`, protectionClass) : undefined;
    const blob = mbfile({
      path: f.path,
      mode: MODES[kind],
      size,
      modified: f.modified,
      changed: f.changed ?? f.modified,
      born: f.born ?? f.modified,
      inode: 1000 + n++,
      protectionClass,
      ...(key ? { encryptionKey: key.encryptionKey } : {}),
      ...(f.target === undefined ? {} : { target: f.target }),
    });
    insert.run(fileId(f.domain, f.path), f.domain, f.path, FLAGS[kind], blob);
    writeBody(dir, f, key?.close);
  }
  db.exec(`COMMIT;
    CREATE INDEX FilesDomainIdx ON Files(domain); CREATE INDEX FilesRelativePathIdx ON Files(relativePath); CREATE INDEX FilesFlagsIdx ON Files(flags)`);
  db.close();
  const file = openSync(path, "r+");
  // SQLITE_VERSION_NUMBER of the header: the same whatever library wrote it.
  writeSync(file, Uint8Array.of(0, 0x2e, 0x5f, 0x1d), 0, 4, 96);
  closeSync(file);
  if (lock) writeFileSync(path, lock.manifest(readFileSync(path)));
  return n;
}

/**
 * Writes a backup into `dir` and returns the number of rows of Manifest.db. Files may be given by a generator: they are
 * taken one by one. Encrypting reads Manifest.db whole.
 *
 * @example
 * ```ts
 * makeBackup(dir, [{ domain: "HomeDomain", path: "Library/SMS/sms.db", body, modified: 1_700_000_000 }], {
 *   device, taken: new Date("2024-10-02T14:20:00Z"), apps: [], encrypt: { password: "secreto" },
 * });
 * ```
 */
export function makeBackup(dir: string, files: Iterable<BackupFile>, o: BackupOptions): number {
  mkdirSync(dir, { recursive: true });
  const lock = o.encrypt && makeLock(o.encrypt);
  const rows = writeManifestDb(dir, files, o, lock);
  const d = o.device;
  const put = (name: string, bytes: Uint8Array): void => writeFileSync(join(dir, name), bytes);
  const serial = "MUESTRA00000";
  put(
    "Manifest.plist",
    bplist({
      Applications: Object.fromEntries(o.apps.map((a): [string, Plain] => [a, { CFBundleIdentifier: a }])),
      ...(lock ? { BackupKeyBag: lock.bag, ManifestKey: lock.manifestKey } : {}),
      Date: o.taken,
      IsEncrypted: lock !== undefined,
      Lockdown: {
        BuildVersion: d.build,
        DeviceName: d.name,
        ProductType: d.type,
        ProductVersion: d.version,
        SerialNumber: serial,
        UniqueDeviceID: d.udid,
      },
      SystemDomainsVersion: "24.0",
      Version: "10.0",
      WasPasscodeSet: true,
    }),
  );
  put(
    "Info.plist",
    xmlPlist({
      ...(o.receipts ? { Applications: o.receipts } : {}),
      "Build Version": d.build,
      "Device Name": d.name,
      "Display Name": d.name,
      GUID: "0".repeat(32),
      IMEI: "0".repeat(15),
      "Installed Applications": o.apps,
      "Last Backup Date": o.taken,
      "Product Name": d.product,
      "Product Type": d.type,
      "Product Version": d.version,
      "Serial Number": serial,
      "Target Identifier": d.udid,
      "Target Type": "Device",
      "Unique Identifier": d.udid.toUpperCase(),
      "iTunes Version": "12.13",
    }),
  );
  put(
    "Status.plist",
    bplist({
      BackupState: "new",
      Date: o.taken,
      IsFullBackup: true,
      SnapshotState: "finished",
      UUID: "00000000-0000-4000-8000-000000000000",
      Version: "3.3",
    }),
  );
  return rows;
}
