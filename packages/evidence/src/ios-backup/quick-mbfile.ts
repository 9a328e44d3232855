/**
 * The usual MBFile archive read in place. A backup has up to 2,000,000 of them; building maps of each takes ten times
 * as long. Whatever is not of the usual shape gives undefined, and the reader of `formats/keyed-archive` decides.
 *
 * Forms: binary property list ("bplist00", 32-byte trailer; CFBinaryPList.c, Apple's CF), NSKeyedArchiver inside
 * (`$top.root` points into `$objects`); fields as in ios.md 1.2.
 * @module
 */
/** Fields of an MBFile, all of them known; names as in `MBFile`. */
export interface QuickMBFile {
  readonly mode: number;
  readonly size: number;
  readonly modified: number;
  readonly changed: number;
  readonly born: number;
  readonly userId: number;
  readonly groupId: number;
  readonly inode: number;
  readonly protectionClass: number;
  readonly encryptionKey: Uint8Array | undefined;
  readonly target: string | undefined;
}

const TRAILER = 32;
const MAX_KEYS = 64;
const NONE = -1;
const utf8 = new TextDecoder("utf-8");
const utf16 = new TextDecoder("utf-16be");

const ascii = (s: string): Uint8Array => Uint8Array.from(s, (c) => c.charCodeAt(0));
const TOP = ascii("$top");
const ROOT = ascii("root");
const OBJECTS = ascii("$objects");
const DATA = ascii("NS.data");

/** Numbers first: their index is their slot. */
const NAMES = [
  ...[
    "Mode",
    "Size",
    "LastModified",
    "LastStatusChange",
    "Birth",
    "UserID",
    "GroupID",
    "InodeNumber",
    "ProtectionClass",
  ],
  ...["EncryptionKey", "Target"],
].map(ascii);
const NUMBERS = 9;
const ALL = (1 << NUMBERS) - 1;
const KEY = NUMBERS;
const slots: Float64Array = new Float64Array(NUMBERS);

/** By length and first letter no two names are alike. */
const hash = (length: number, first: number): number => ((length & 31) << 5) | (first & 31);
const BY_HASH: Int8Array = new Int8Array(1024).fill(NONE);
for (const [i, name] of NAMES.entries()) BY_HASH[hash(name.length, name[0]!)] = i;

/** One list being read; reused for all rows. */
const EMPTY: Uint8Array = new Uint8Array(0);
let b: Uint8Array = EMPTY;
let offsets = 0;
let offsetSize = 0;
let refSize = 0;
let objects = 0;
/** What `sized` found: payload and count of the object at hand. */
let from = 0;
let count = 0;

function uint(at: number, size: number): number {
  let n = 0;
  for (let i = at; i < at + size; i++) n = n * 256 + b[i]!;
  return n;
}

/** Where object `i` stands, or NONE. */
function place(i: number): number {
  if (i >= objects) return NONE;
  const at = uint(offsets + i * offsetSize, offsetSize);
  return at >= 8 && at < offsets ? at : NONE;
}

/** Reads the head of an object of kind `marker` at `at`; `unit` is bytes per item. False if it is another kind or too long. */
function sized(at: number, marker: number, unit: number): boolean {
  if (at === NONE || b[at]! >> 4 !== marker) return false;
  count = b[at]! & 15;
  from = at + 1;
  if (count === 15) {
    const size = 1 << (b[from]! & 15);
    if (b[from]! >> 4 !== 1 || size > 4) return false;
    count = uint(from + 1, size);
    from += 1 + size;
  }
  return from + count * unit <= offsets;
}

/** Whether the object at `at` is the ASCII string `s`. */
function isText(at: number, s: Uint8Array): boolean {
  if (at === NONE || b[at] !== (0x50 | s.length)) return false;
  return equal(at + 1, s);
}

function equal(at: number, s: Uint8Array): boolean {
  for (let i = 0; i < s.length; i++) if (b[at + i] !== s[i]) return false;
  return true;
}

/** Index into NAMES of the ASCII string at `at`, or NONE. */
function nameAt(at: number): number {
  let length = b[at]!;
  let start = at + 1;
  if (length === 0x5f && b[start] === 0x10) {
    length = b[at + 2]!;
    start = at + 3;
  } else if (length >> 4 === 5) length &= 15;
  else return NONE;
  const i = BY_HASH[hash(length, b[start]!)]!;
  return i !== NONE && length === NAMES[i]!.length && equal(start, NAMES[i]!) ? i : NONE;
}

/** Place of the value of `key` in the dictionary at `at`, or NONE. */
function valueAt(at: number, key: Uint8Array): number {
  if (!sized(at, 0xd, 2 * refSize) || count > MAX_KEYS) return NONE;
  const [keys, n] = [from, count];
  for (let i = 0; i < n; i++) {
    if (isText(place(uint(keys + i * refSize, refSize)), key)) return place(uint(keys + (n + i) * refSize, refSize));
  }
  return NONE;
}

/** A non-negative integer that a double holds, or NONE. */
function integer(at: number): number {
  if (at === NONE) return NONE;
  const marker = b[at]!;
  if (marker < 0x10 || marker > 0x13) return NONE;
  const size = 1 << (marker & 15);
  if (at + 1 + size > offsets) return NONE;
  if (size === 8 && (b[at + 1]! > 0 || b[at + 2]! > 31)) return NONE;
  return uint(at + 1, size);
}

function text(at: number): string | undefined {
  if (sized(at, 5, 1)) return utf8.decode(b.subarray(from, from + count));
  return sized(at, 6, 2) ? utf16.decode(b.subarray(from, from + 2 * count)) : undefined;
}

/** Sets offsets and sizes from the trailer. False if they do not fit the blob. */
function open(blob: Uint8Array): boolean {
  b = blob;
  const end = blob.length - TRAILER;
  if (end < 9 || b[0] !== 0x62 || b[1] !== 0x70 || b[6] !== 0x30 || b[7] !== 0x30) return false;
  offsetSize = b[end + 6]!;
  refSize = b[end + 7]!;
  objects = uint(end + 12, 4);
  offsets = uint(end + 28, 4);
  if (uint(end + 8, 4) !== 0 || uint(end + 16, 4) !== 0 || uint(end + 24, 4) !== 0) return false;
  if (offsetSize < 1 || offsetSize > 4 || refSize < 1 || refSize > 2) return false;
  return offsets >= 9 && offsets + objects * offsetSize <= end;
}

/** The object of `$objects` (refs at `list`, `length` of them) that the UID at `at` points to, or NONE. */
function follow(at: number, list: number, length: number): number {
  if (at === NONE || b[at] !== 0x80) return NONE;
  const uid = b[at + 1]!;
  return uid === 0 || uid >= length ? NONE : place(uint(list + uid * refSize, refSize));
}

/** The fields that a row needs; undefined if the blob is not as iOS writes it today. Keeps nothing of the blob. */
export function quickMBFile(blob: Uint8Array): QuickMBFile | undefined {
  const out = open(blob) ? read() : undefined;
  b = EMPTY;
  return out;
}

function read(): QuickMBFile | undefined {
  const top = place(uint(b.length - TRAILER + 20, 4));
  const rootUid = valueAt(valueAt(top, TOP), ROOT);
  if (!sized(valueAt(top, OBJECTS), 0xa, refSize)) return undefined;
  const [list, length] = [from, count];
  if (!sized(follow(rootUid, list, length), 0xd, 2 * refSize) || count > MAX_KEYS) return undefined;
  const [keys, n] = [from, count];
  let known = 0;
  let encryptionKey: Uint8Array | undefined;
  let target: string | undefined;
  for (let i = 0; i < n; i++) {
    const key = place(uint(keys + i * refSize, refSize));
    const value = place(uint(keys + (n + i) * refSize, refSize));
    if (key === NONE || value === NONE) return undefined;
    const name = nameAt(key);
    if (name === NONE) continue;
    if (name < NUMBERS) {
      const v = integer(value);
      if (v === NONE) return undefined;
      slots[name] = v;
      known |= 1 << name;
    } else if (name === KEY) {
      if (!sized(valueAt(follow(value, list, length), DATA), 4, 1)) return undefined;
      encryptionKey = new Uint8Array(b.subarray(from, from + count));
    } else if ((target = text(follow(value, list, length))) === undefined) return undefined;
  }
  if (known !== ALL) return undefined;
  return {
    mode: slots[0]!,
    size: slots[1]!,
    modified: slots[2]!,
    changed: slots[3]!,
    born: slots[4]!,
    userId: slots[5]!,
    groupId: slots[6]!,
    inode: slots[7]!,
    protectionClass: slots[8]!,
    encryptionKey,
    target,
  };
}
