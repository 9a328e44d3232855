/**
 * MBFile: the archived object in the `file` column of an iOS backup's Manifest.db.
 *
 * Fields and their types as seen in 3,721 rows of a real backup (ios.md 1.2). Times are Unix seconds; other writers store
 * NSDate objects. `EncryptionKey` is 4 bytes of class (little-endian) and 40 bytes of wrapped key.
 * @module
 */
import type { Report } from "@contraluz/core";
import { parseBinaryPlist } from "../plist/binary.ts";
import { asBytes, asDict, asNumber, asString, get, isDate, isUid } from "../plist/get.ts";
import type { PlistDict, PlistValue } from "../plist/types.ts";
import { archiveOf } from "./index.ts";

export interface MBFile {
  readonly relativePath?: string;
  /** st_mode with the kind of file. */
  readonly mode?: number;
  /** Length of the plaintext. */
  readonly size?: number;
  /** Unix seconds. */
  readonly modified?: number;
  readonly changed?: number;
  readonly born?: number;
  readonly userId?: number;
  readonly groupId?: number;
  readonly inode?: number;
  readonly flags?: number;
  readonly protectionClass?: number;
  /** 44 bytes: class and wrapped key. */
  readonly encryptionKey?: Uint8Array;
  readonly digest?: Uint8Array;
  /** Where a link points. */
  readonly target?: string;
}

const MAC_EPOCH = 978_307_200;

/** Reads one blob. Undefined, with a Problem, if it is no archive of an MBFile. */
export function readMBFile(blob: Uint8Array, report: Report): MBFile | undefined {
  const archive = archiveOf(parseBinaryPlist(blob, report));
  const root = archive?.top.get("root");
  const file: PlistDict | undefined = archive && isUid(root) ? asDict(archive.objects[root.uid]) : undefined;
  if (!archive || !file) {
    report({ code: "archive-damaged", found: `${blob.length} bytes without a root object`, expected: "an archived MBFile", lost: "row" });
    return undefined;
  }
  const { objects } = archive;
  const follow = (key: string): PlistValue | undefined => {
    const v = file.get(key);
    return isUid(v) ? (v.uid === 0 ? undefined : objects[v.uid]) : v;
  };
  const number = (key: string): number | undefined => asNumber(follow(key));
  const time = (key: string): number | undefined => {
    const v = follow(key);
    if (isDate(v)) return Number(v.date) / 1e9;
    const archived = asNumber(get(v, "NS.time"));
    return archived === undefined ? asNumber(v) : archived + MAC_EPOCH;
  };
  const bytes = (key: string): Uint8Array | undefined => {
    const v = follow(key);
    const inner = get(v, "NS.data");
    return asBytes(v) ?? asBytes(inner) ?? (isUid(inner) ? asBytes(objects[inner.uid]) : undefined);
  };
  const out: { -readonly [K in keyof MBFile]: MBFile[K] } = {};
  const set = <K extends keyof MBFile>(key: K, v: MBFile[K] | undefined): void => {
    if (v !== undefined) out[key] = v;
  };
  set("relativePath", asString(follow("RelativePath")));
  set("mode", number("Mode"));
  set("size", number("Size"));
  set("modified", time("LastModified"));
  set("changed", time("LastStatusChange"));
  set("born", time("Birth"));
  set("userId", number("UserID"));
  set("groupId", number("GroupID"));
  set("inode", number("InodeNumber"));
  set("flags", number("Flags"));
  set("protectionClass", number("ProtectionClass"));
  set("encryptionKey", bytes("EncryptionKey"));
  set("digest", bytes("Digest"));
  set("target", asString(follow("Target")));
  return out;
}
