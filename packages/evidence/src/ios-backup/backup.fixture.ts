/**
 * Makes small iOS backups for tests with node:sqlite and node:crypto, by the format's documentation (ios.md 1), not by
 * our readers. The same arguments give the same bytes (up to SQLite's version).
 * @module
 */
import { createCipheriv, createHash, pbkdf2Sync } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { bplist, type Plain, Uid, xmlPlist } from "./bplist.fixture.ts";

export interface FixtureFile {
  readonly domain: string;
  readonly relativePath: string;
  /** Body; left out for folders and links. */
  readonly bytes?: Uint8Array;
  readonly kind?: "file" | "dir" | "link";
  readonly target?: string;
  /** 1 to 4; default 3. */
  readonly protectionClass?: number;
  /** Unix seconds; default 1,700,000,000 and 100, 200 more for changed and born. */
  readonly modified?: number;
  /** In the list, but its body is not stored. */
  readonly missing?: boolean;
  /** MBFile.Size, if it shall lie. */
  readonly size?: number;
  /** Instead of SHA-1 of domain-relativePath. Also names the body if it is 40 hexadecimal digits. */
  readonly fileID?: string;
  /** Instead of the MBFile archive; null for SQL NULL. */
  readonly blob?: Uint8Array | null;
  /** Its key is wrapped for nothing. */
  readonly badKey?: boolean;
}

export interface FixtureOptions {
  /** Encrypts. */
  readonly password?: string;
  /** Rounds of the first derivation (real: 10,000,000). Default 1000. */
  readonly dpic?: number;
  /** Rounds of the second (real: 10,000). Default 100. */
  readonly iter?: number;
  /** Without DPSL and DPIC. */
  readonly singleDerivation?: boolean;
  /** Encrypted once; what is on disk is decrypted, IsEncrypted and the keys remain. */
  readonly decryptedCopy?: boolean;
  /** Default 17.4.1. */
  readonly version?: string;
  /** `mbdb`: iOS 9; `10.0`: Manifest.db whose blobs are no archives. */
  readonly form?: "mbdb" | "10.0";
  /** Files that shall not be there. */
  readonly without?: readonly ("Manifest.db" | "Manifest.plist" | "Info.plist" | "Status.plist")[];
  /** Bodies beside Manifest.db, not in folders of two digits. */
  readonly flat?: boolean;
  /** More keys for Info.plist. */
  readonly info?: { readonly [k: string]: Plain };
}

export const DEVICE = { name: "iPhone de Prueba", model: "iPhone14,5", build: "21E236" } as const;
/** Info.plist "Last Backup Date". */
export const TAKEN = "2024-05-06T07:08:09Z";

/** The name of a body. */
export const fileIdOf = (domain: string, relativePath: string): string =>
  createHash("sha1").update(`${domain}-${relativePath}`).digest("hex");

const bytesOf = (label: string, n: number): Buffer =>
  createHash("sha512").update(`contraluz fixture ${label}`).digest().subarray(0, n);
const wrap = (kek: Buffer, key: Buffer): Buffer => {
  const c = createCipheriv("id-aes256-wrap", kek, Buffer.alloc(8, 0xa6));
  return Buffer.concat([c.update(key), c.final()]);
};
const cbc = (key: Buffer, data: Uint8Array, padding: boolean): Buffer => {
  const c = createCipheriv("aes-256-cbc", key, Buffer.alloc(16)).setAutoPadding(padding);
  return Buffer.concat([c.update(data), c.final()]);
};
const u32 = (n: number): Buffer => Buffer.from([n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]);

/** One tag of a keybag. */
export function tlv(tag: string, value: Uint8Array | number): Buffer {
  const v = typeof value === "number" ? u32(value) : value;
  return Buffer.concat([Buffer.from(tag, "latin1"), u32(v.length), v]);
}

interface Keys {
  readonly bag: Buffer;
  readonly classes: ReadonlyMap<number, Buffer>;
}

/** A keybag as iOS writes it: class keys 1 to 11, the last three wrapped by the device too (WRAP 3). */
export function makeKeybag(password: string, o: Pick<FixtureOptions, "dpic" | "iter" | "singleDerivation"> = {}): Keys {
  const salt = bytesOf("salt", 20);
  const dpsl = bytesOf("dpsl", 20);
  const dpic = o.dpic ?? 1000;
  const iter = o.iter ?? 100;
  const first = o.singleDerivation ? Buffer.from(password) : pbkdf2Sync(password, dpsl, dpic, 32, "sha256");
  const kek = pbkdf2Sync(first, salt, iter, 32, "sha1");
  const classes = new Map<number, Buffer>();
  const parts = [
    tlv("VERS", 5),
    tlv("TYPE", 1),
    tlv("UUID", bytesOf("bag", 16)),
    tlv("HMCK", bytesOf("hmck", 40)),
    tlv("WRAP", 0),
  ];
  parts.push(tlv("SALT", salt), tlv("ITER", iter));
  if (!o.singleDerivation) parts.push(tlv("DPWT", 0), tlv("DPIC", dpic), tlv("DPSL", dpsl));
  for (let c = 1; c <= 11; c++) {
    const key = bytesOf(`class ${c}`, 32);
    classes.set(c, key);
    const device = c > 8;
    parts.push(tlv("UUID", bytesOf(`uuid ${c}`, 16)), tlv("CLAS", c), tlv("WRAP", device ? 3 : 2), tlv("KTYP", 0));
    parts.push(tlv("WPKY", device ? bytesOf(`device ${c}`, 40) : wrap(kek, key)));
  }
  return { bag: Buffer.concat(parts), classes };
}

/** The archive in column `file`. */
export function mbfileBlob(f: FixtureFile, size: number, encryptionKey: Buffer | undefined): Buffer {
  const kind = f.kind ?? "file";
  const modified = f.modified ?? 1_700_000_000;
  const root: { [k: string]: Plain } = {
    LastModified: modified,
    Flags: 0,
    GroupID: 501,
    LastStatusChange: modified + 100,
    Birth: modified + 200,
    Size: size,
    InodeNumber: 4242,
    UserID: 501,
    Mode: kind === "file" ? 33188 : kind === "dir" ? 16877 : 41453,
    ProtectionClass: kind === "file" ? (f.protectionClass ?? 3) : 0,
    RelativePath: new Uid(2),
    $class: new Uid(3),
  };
  const objects: Plain[] = ["$null", root, f.relativePath, { $classname: "MBFile", $classes: ["MBFile", "NSObject"] }];
  if (encryptionKey) {
    root.EncryptionKey = new Uid(objects.length);
    objects.push({ "NS.data": encryptionKey, $class: new Uid(objects.length + 1) });
    objects.push({ $classname: "NSMutableData", $classes: ["NSMutableData", "NSData", "NSObject"] });
  }
  if (f.target !== undefined) {
    root.Target = new Uid(objects.length);
    objects.push(f.target);
  }
  return bplist({ $version: 100000, $archiver: "NSKeyedArchiver", $top: { root: new Uid(1) }, $objects: objects });
}

/**
 * Writes a backup into `dir`, which is made. Returns the names of the bodies in the order of `files`.
 *
 * @example
 * ```ts
 * makeBackup(dir, [{ domain: "HomeDomain", relativePath: "Library/SMS/sms.db", bytes }], { password: "secreto" });
 * ```
 */
export function makeBackup(dir: string, files: readonly FixtureFile[], o: FixtureOptions = {}): string[] {
  mkdirSync(dir, { recursive: true });
  const keys = o.password === undefined ? undefined : makeKeybag(o.password, o);
  const sealed = keys !== undefined && !o.decryptedCopy;
  const put = (name: string, bytes: Uint8Array): void => {
    if ((o.without as readonly string[] | undefined)?.includes(name)) return;
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), bytes);
  };
  const db = new DatabaseSync(join(dir, "Manifest.db.tmp"));
  db.exec(`CREATE TABLE Files (fileID TEXT PRIMARY KEY, domain TEXT, relativePath TEXT, flags INTEGER, file BLOB);
    CREATE INDEX FilesDomainIdx ON Files(domain); CREATE INDEX FilesRelativePathIdx ON Files(relativePath);
    CREATE INDEX FilesFlagsIdx ON Files(flags); CREATE TABLE Properties (key TEXT PRIMARY KEY, value BLOB);`);
  const insert = db.prepare("INSERT INTO Files VALUES (?, ?, ?, ?, ?)");
  const ids: string[] = [];
  db.exec("BEGIN");
  for (const [i, f] of files.entries()) {
    const kind = f.kind ?? "file";
    const id = f.fileID ?? fileIdOf(f.domain, f.relativePath);
    ids.push(id);
    const body = f.bytes ?? new Uint8Array(0);
    let wrapped: Buffer | undefined;
    let stored: Uint8Array = body;
    if (keys && kind === "file") {
      const key = bytesOf(`file ${i}`, 32);
      const clas = f.protectionClass ?? 3;
      const le = Buffer.from(u32(clas)).reverse();
      wrapped = Buffer.concat([le, f.badKey ? bytesOf(`bad ${i}`, 40) : wrap(keys.classes.get(clas)!, key)]);
      if (sealed) stored = cbc(key, body, true);
    }
    const blob =
      o.form === "10.0"
        ? bytesOf(`old ${i}`, 20)
        : f.blob !== undefined
          ? f.blob
          : mbfileBlob(f, f.size ?? body.length, wrapped);
    insert.run(id, f.domain, f.relativePath, kind === "file" ? 1 : kind === "dir" ? 2 : 4, blob);
    if (kind === "file" && !f.missing && /^[0-9a-f]{40}$/.test(id))
      put(o.flat ? id : `${id.slice(0, 2)}/${id}`, stored);
  }
  db.exec("COMMIT");
  db.close();
  const plain = readFileSync(join(dir, "Manifest.db.tmp"));
  rmSync(join(dir, "Manifest.db.tmp"));
  const manifestKey = bytesOf("manifest", 32);
  if (o.form === "mbdb") put("Manifest.mbdb", Buffer.from("mbdb\x05\0", "latin1"));
  else put("Manifest.db", sealed ? cbc(manifestKey, plain, false) : plain);
  const version = o.version ?? "17.4.1";
  put(
    "Manifest.plist",
    bplist({
      Applications: {},
      ...(keys
        ? {
            BackupKeyBag: keys.bag,
            ManifestKey: Buffer.concat([Buffer.from([4, 0, 0, 0]), wrap(keys.classes.get(4)!, manifestKey)]),
          }
        : {}),
      Date: new Date(TAKEN),
      IsEncrypted: keys !== undefined,
      Lockdown: {
        BuildVersion: DEVICE.build,
        DeviceName: DEVICE.name,
        ProductType: DEVICE.model,
        ProductVersion: version,
        SerialNumber: "SYNTHETIC",
      },
      SystemDomainsVersion: "24.0",
      Version: "10.0",
      WasPasscodeSet: true,
    }),
  );
  put(
    "Info.plist",
    xmlPlist({
      "Build Version": DEVICE.build,
      "Device Name": DEVICE.name,
      "Installed Applications": ["org.example.app"],
      "Last Backup Date": new Date(TAKEN),
      "Product Type": DEVICE.model,
      "Product Version": version,
      "Serial Number": "SYNTHETIC",
      "Target Identifier": "00000000-0000000000000000",
      "Unique Identifier": "00000000-0000000000000000",
      "iTunes Version": "12.12",
      ...o.info,
    }),
  );
  put(
    "Status.plist",
    bplist({
      BackupState: "new",
      Date: new Date(TAKEN),
      IsFullBackup: false,
      SnapshotState: "finished",
      UUID: "0",
      Version: "3.3",
    }),
  );
  return ids;
}
