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
import type { PlistValue } from "../plist/types.ts";
import { archiveOf } from "./index.ts";
import { quickMBFile } from "./mbfile-quick.ts";

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

/**
 * Reads one blob, and keeps nothing of it. Fields that are absent or of another type are left out. Undefined, with a Problem, if it
 * is no archive with a root object.
 */
export function readMBFile(blob: Uint8Array, report: Report): MBFile | undefined {
  return quickMBFile(blob) ?? carefulMBFile(blob, report);
}

/** The same through the general readers, for all that the quick one leaves. */
export function carefulMBFile(blob: Uint8Array, report: Report): MBFile | undefined {
  const archive = archiveOf(parseBinaryPlist(blob, report));
  const root = archive?.top.get("root");
  const file = archive && isUid(root) ? asDict(archive.objects[root.uid]) : undefined;
  if (!archive || !file) {
    report({
      code: "archive-damaged",
      found: `${blob.length} bytes without a root object`,
      expected: "an archived MBFile",
      lost: "row",
    });
    return undefined;
  }
  const { objects } = archive;
  const out: Record<string, unknown> = {};
  for (const [name, key, read] of FIELDS) {
    let v = file.get(key);
    // Object 0 is "$null": a field that was nil.
    if (v === undefined || (isUid(v) && v.uid === 0)) continue;
    if (isUid(v)) v = objects[v.uid];
    const value = read(v, objects);
    if (value === undefined)
      report({
        code: "archive-damaged",
        found: `${key} of another type`,
        expected: "a field of an MBFile",
        lost: "bytes",
      });
    else out[name] = value;
  }
  return out as MBFile;
}

type Read = (v: PlistValue | undefined, objects: readonly PlistValue[]) => number | string | Uint8Array | undefined;

function timeOf(v: PlistValue | undefined): number | undefined {
  if (isDate(v)) return Number(v.date) / 1e9;
  const archived = asNumber(get(v, "NS.time"));
  return archived === undefined ? asNumber(v) : archived + MAC_EPOCH;
}

function bytesOf(v: PlistValue | undefined, objects: readonly PlistValue[]): Uint8Array | undefined {
  const inner = get(v, "NS.data");
  return asBytes(v) ?? asBytes(inner) ?? (isUid(inner) ? asBytes(objects[inner.uid]) : undefined);
}

const FIELDS: readonly (readonly [keyof MBFile, string, Read])[] = [
  ["relativePath", "RelativePath", asString],
  ["mode", "Mode", asNumber],
  ["size", "Size", asNumber],
  ["modified", "LastModified", timeOf],
  ["changed", "LastStatusChange", timeOf],
  ["born", "Birth", timeOf],
  ["userId", "UserID", asNumber],
  ["groupId", "GroupID", asNumber],
  ["inode", "InodeNumber", asNumber],
  ["flags", "Flags", asNumber],
  ["protectionClass", "ProtectionClass", asNumber],
  ["encryptionKey", "EncryptionKey", bytesOf],
  ["digest", "Digest", bytesOf],
  ["target", "Target", asString],
];
