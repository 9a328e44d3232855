/**
 * Column `file` of Manifest.db: a keyed archive (NSKeyedArchiver) of one MBFile. Fields as on real phones, times in Unix
 * seconds (`reference/ios.md` 1.2).
 * @module
 */
import { bplist, type Plain, Uid } from "./plist.ts";

export interface MBFile {
  readonly path: string;
  /** Full `st_mode`: 0o100644 file, 0o40755 folder, 0o120755 link. */
  readonly mode: number;
  readonly size: number;
  readonly modified: number;
  readonly changed: number;
  readonly born: number;
  readonly inode: number;
  /** 1 to 4; 0 for folders and links. */
  readonly protectionClass: number;
  /** Class (32 bits, little-endian) and wrapped key: 44 bytes. */
  readonly encryptionKey?: Uint8Array;
  /** Of a link. */
  readonly target?: string;
}

/** The archive as a binary property list. */
export function mbfile(f: MBFile): Uint8Array {
  const root: { [k: string]: Plain } = {
    LastModified: f.modified,
    Flags: 0,
    GroupID: 501,
    LastStatusChange: f.changed,
    Birth: f.born,
    Size: f.size,
    InodeNumber: f.inode,
    UserID: 501,
    Mode: f.mode,
    ProtectionClass: f.protectionClass,
    RelativePath: new Uid(2),
    $class: new Uid(3),
  };
  const objects: Plain[] = ["$null", root, f.path, { $classname: "MBFile", $classes: ["MBFile", "NSObject"] }];
  if (f.encryptionKey) {
    root.EncryptionKey = new Uid(objects.length);
    objects.push({ "NS.data": f.encryptionKey, $class: new Uid(objects.length + 1) });
    objects.push({ $classname: "NSMutableData", $classes: ["NSMutableData", "NSData", "NSObject"] });
  }
  if (f.target !== undefined) {
    root.Target = new Uid(objects.length);
    objects.push(f.target);
  }
  return bplist({ $version: 100_000, $archiver: "NSKeyedArchiver", $top: { root: new Uid(1) }, $objects: objects });
}
