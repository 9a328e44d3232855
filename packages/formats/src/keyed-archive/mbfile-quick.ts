/**
 * The usual MBFile archive read in place. A backup has up to 2,000,000 of them, and building maps of each takes three times as
 * long. Whatever is not of the usual shape gives undefined, and the careful reader beside this one decides.
 *
 * Usual: `bplist00` with references of 1 or 2 bytes; `$top.root` and the fields are UIDs of 1 byte; numbers are plain
 * integers. Found by key and reference, never by position.
 * @module
 */
import { asciiText, utf16Text } from "../plist/ascii.ts";
import { looksBinary, uint } from "../plist/binary.ts";
import type { MBFile } from "./mbfile.ts";

type Bytes = Uint8Array;
type Slots = { -readonly [K in keyof MBFile]: MBFile[K] };

const TRAILER = 32;
const MAX_KEYS = 64;
const NONE = -1;

const ascii = (s: string): Bytes => Uint8Array.from(s, (c) => c.charCodeAt(0));
const TOP = ascii("$top");
const ROOT = ascii("root");
const OBJECTS = ascii("$objects");
const DATA = ascii("NS.data");

/** Numbers first: their index is their slot. */
const NUMBERS = [
  "Mode",
  "Size",
  "LastModified",
  "LastStatusChange",
  "Birth",
  "UserID",
  "GroupID",
  "InodeNumber",
  "Flags",
  "ProtectionClass",
];
const PATH = NUMBERS.length;
const KEY = PATH + 1;
const DIGEST = PATH + 2;
const TARGET = PATH + 3;
const NAMES: readonly Bytes[] = [...NUMBERS, "RelativePath", "EncryptionKey", "Digest", "Target"].map(ascii);
const ALL = (1 << NUMBERS.length) - 1;
const slots = new Float64Array(NUMBERS.length);

/** By length and first letter no two names are alike: one comparison finds or rules out each. */
const hash = (length: number, first: number): number => ((length & 31) << 5) | (first & 31);
const BY_HASH: Int8Array = new Int8Array(1024).fill(NONE);
for (const [i, name] of NAMES.entries()) BY_HASH[hash(name.length, name[0]!)] = i;

// The list at hand. One is read at a time, and nothing of it is kept.
const NOTHING: Bytes = new Uint8Array(0);
let b: Bytes = NOTHING;
let table = 0;
let offsetSize = 1;
let refSize = 1;
let objects = 0;
// What `sized` found: payload and count.
let from = 0;
let count = 0;

/** Where object `i` stands, or NONE. */
function place(i: number): number {
  if (i >= objects) return NONE;
  const at =
    offsetSize === 2 ? b[table + 2 * i]! * 256 + b[table + 2 * i + 1]! : uint(b, table + offsetSize * i, offsetSize);
  return at >= 8 && at < table ? at : NONE;
}

function reference(list: number, i: number): number {
  return place(refSize === 1 ? b[list + i]! : b[list + 2 * i]! * 256 + b[list + 2 * i + 1]!);
}

/** Reads the head of an object of `kind` at `at`; `unit` is bytes per item. False if it is another kind or does not fit. */
function sized(at: number, kind: number, unit: number): boolean {
  if (at === NONE || b[at]! >> 4 !== kind) return false;
  count = b[at]! & 15;
  from = at + 1;
  if (count === 15) {
    const head = b[from]!;
    if (head === 0x10) count = b[from + 1]!;
    else if (head === 0x11) count = b[from + 1]! * 256 + b[from + 2]!;
    else return false;
    from += head === 0x10 ? 2 : 3;
  }
  return from + count * unit <= table;
}

function isName(at: number, name: Bytes): boolean {
  for (let i = 0; i < name.length; i++) if (b[at + i] !== name[i]) return false;
  return true;
}

/** Index into NAMES of the text at `at`, or NONE. */
function nameAt(at: number): number {
  if (!sized(at, 5, 1) || count === 0) return NONE;
  const i = BY_HASH[hash(count, b[from]!)]!;
  return i !== NONE && count === NAMES[i]!.length && isName(from, NAMES[i]!) ? i : NONE;
}

/** Place of the value of `key` in the dictionary at `at`, or NONE. */
function entry(at: number, key: Bytes): number {
  if (!sized(at, 13, 2 * refSize) || count > MAX_KEYS) return NONE;
  const keys = from;
  const n = count;
  for (let i = 0; i < n; i++) {
    const k = reference(keys, i);
    if (k !== NONE && b[k] === (0x50 | key.length) && isName(k + 1, key)) return reference(keys, n + i);
  }
  return NONE;
}

/** An integer that a double holds, or NaN. Group -2 ("nobody") is in every backup. */
function integer(at: number): number {
  const marker = b[at]!;
  if (marker < 0x10 || marker > 0x13) return Number.NaN;
  const size = 1 << (marker & 15);
  if (at + 1 + size > table) return Number.NaN;
  if (size < 8) return uint(b, at + 1, size);
  const high = uint(b, at + 1, 4) | 0;
  return high >= -0x1f_ffff && high <= 0x1f_ffff ? high * 0x1_0000_0000 + uint(b, at + 5, 4) : Number.NaN;
}

function text(at: number): string | undefined {
  if (sized(at, 5, 1)) return asciiText(b, from, count);
  return sized(at, 6, 2) ? utf16Text(b, from, count) : undefined;
}

/** Data, plain or in an NSData object; a copy. */
function data(at: number): Bytes | undefined {
  return sized(at, 4, 1) || sized(entry(at, DATA), 4, 1) ? b.slice(from, from + count) : undefined;
}

function open(blob: Bytes): boolean {
  const end = blob.length - TRAILER;
  if (
    end < 9 ||
    !looksBinary(blob) ||
    uint(blob, end + 8, 4) !== 0 ||
    uint(blob, end + 16, 4) !== 0 ||
    uint(blob, end + 24, 4) !== 0
  )
    return false;
  b = blob;
  offsetSize = blob[end + 6]!;
  refSize = blob[end + 7]!;
  objects = uint(blob, end + 12, 4);
  table = uint(blob, end + 28, 4);
  if (offsetSize < 1 || offsetSize > 4 || (refSize !== 1 && refSize !== 2)) return false;
  return table >= 9 && table + objects * offsetSize <= end;
}

/** The MBFile in `blob`; undefined if the blob is not as iOS writes it today. */
export function quickMBFile(blob: Bytes): MBFile | undefined {
  const file = readFile(blob);
  b = NOTHING;
  return file;
}

function readFile(blob: Bytes): MBFile | undefined {
  if (!open(blob)) return undefined;
  const top = place(uint(blob, blob.length - TRAILER + 20, 4));
  const rootUid = entry(entry(top, TOP), ROOT);
  if (!sized(entry(top, OBJECTS), 10, refSize)) return undefined;
  const list = from;
  const length = count;
  const follow = (at: number): number =>
    b[at] === 0x80 && b[at + 1]! > 0 && b[at + 1]! < length ? reference(list, b[at + 1]!) : NONE;
  if (rootUid === NONE || !sized(follow(rootUid), 13, 2 * refSize) || count > MAX_KEYS) return undefined;
  const keys = from;
  const n = count;
  let known = 0;
  let path: string | undefined;
  let target: string | undefined;
  let encryptionKey: Bytes | undefined;
  let digest: Bytes | undefined;
  for (let i = 0; i < n; i++) {
    const key = reference(keys, i);
    const value = reference(keys, n + i);
    if (key === NONE || value === NONE) return undefined;
    const name = nameAt(key);
    if (name === NONE) continue;
    if (name < PATH) {
      const v = integer(value);
      if (Number.isNaN(v)) return undefined;
      slots[name] = v;
      known |= 1 << name;
      continue;
    }
    const at = follow(value);
    if (at === NONE) return undefined;
    if (name === PATH && (path = text(at)) === undefined) return undefined;
    if (name === TARGET && (target = text(at)) === undefined) return undefined;
    if (name === KEY && (encryptionKey = data(at)) === undefined) return undefined;
    if (name === DIGEST && (digest = data(at)) === undefined) return undefined;
  }
  if (known !== ALL || path === undefined) return undefined;
  const out: Slots = {
    relativePath: path,
    mode: slots[0]!,
    size: slots[1]!,
    modified: slots[2]!,
    changed: slots[3]!,
    born: slots[4]!,
    userId: slots[5]!,
    groupId: slots[6]!,
    inode: slots[7]!,
    flags: slots[8]!,
    protectionClass: slots[9]!,
  };
  if (encryptionKey) out.encryptionKey = encryptionKey;
  if (digest) out.digest = digest;
  if (target !== undefined) out.target = target;
  return out;
}
