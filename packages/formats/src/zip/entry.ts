/** Headers of zip entries: central (APPNOTE 4.3.12), local (4.3.7) and their extra fields (4.5, and Info-ZIP's list). */
import { type Moment, type RandomAccess, unixSeconds, utcNs } from "@contraluz/core";
import { crc32 } from "./crc32.ts";
import { decodeCp437, decodeUtf8 } from "./name.ts";

export const LOCAL = 0x04034b50;
export const CENTRAL = 0x02014b50;
export const LOCAL_SIZE = 30;
export const CENTRAL_SIZE = 46;

export interface ZipEntry {
  /** Path inside the archive, `/` between names, without a `/` at the end. */
  readonly name: string;
  readonly kind: "file" | "dir" | "link" | "other";
  /** 0 stored, 8 deflated; every other method is reported and cannot be opened here. */
  readonly method: number;
  /** Bytes in the archive, and bytes when opened. */
  readonly compressedSize: number;
  readonly size: number;
  readonly crc32: number;
  /** Where the local header stands in the source. */
  readonly headerOffset: number;
  readonly encrypted: boolean;
  /** Where the header stands that says all this: in the directory, or (without one) before the bytes. */
  readonly place: number;
  /** An instant where an extra field carries one, else the wall clock of the computer that made the archive. */
  readonly modified?: Moment;
}

/** A header as read, before anybody believed it. */
export interface Header {
  /** Name as written, after decoding. */
  readonly raw: string;
  readonly nameLength: number;
  readonly entry: ZipEntry;
  /** Bytes of the whole header. */
  readonly length: number;
  /** Sizes follow the data (general purpose bit 3). */
  readonly descriptor: boolean;
}

/** Unsigned 64-bit number; beyond 2^53 it is no offset of ours and gives NaN. */
export function u64(view: DataView, at: number): number {
  const high = view.getUint32(at + 4, true);
  return high > 0x1fffff ? Number.NaN : high * 0x1_0000_0000 + view.getUint32(at, true);
}

/** DOS date and time (APPNOTE 4.4.6): wall clock, steps of two seconds, no zone. */
function dosMoment(date: number, time: number): Moment | undefined {
  const [year, month, day] = [1980 + (date >> 9), (date >> 5) & 15, date & 31];
  const [hour, minute, second] = [time >> 11, (time >> 5) & 63, (time & 31) * 2];
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return undefined;
  const two = (n: number): string => (n < 10 ? `0${n}` : String(n));
  const wall = `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
  return { wall, seen: String(date * 65_536 + time), precision: "s" };
}

/** FILETIME: 100 ns since 1601-01-01 UTC. */
function ntfsMoment(view: DataView, at: number): Moment | undefined {
  const ticks = view.getBigUint64(at, true);
  const utc = (ticks - 116_444_736_000_000_000n) * 100n;
  return utc > 0n && utc < 7_258_118_400_000_000_000n ? utcNs(utc, String(ticks), "ns") : undefined;
}

interface Extra {
  zip64At: number;
  zip64End: number;
  modified: Moment | undefined;
  unicodeName: string | undefined;
}

function readExtra(bytes: Uint8Array, view: DataView, from: number, to: number, name: Uint8Array): Extra {
  const out: Extra = { zip64At: 0, zip64End: 0, modified: undefined, unicodeName: undefined };
  let at = from;
  while (at + 4 <= to) {
    const id = view.getUint16(at, true);
    const data = at + 4;
    const end = data + view.getUint16(at + 2, true);
    if (end > to) break;
    if (id === 0x0001) {
      out.zip64At = data;
      out.zip64End = end;
    } else if (id === 0x5455 && end - data >= 5 && bytes[data]! & 1) {
      out.modified = unixSeconds(view.getInt32(data + 1, true)); // extended timestamp: flags, then mtime first
    } else if ((id === 0x5855 || id === 0x000d) && end - data >= 8) {
      out.modified ??= unixSeconds(view.getInt32(data + 4, true)); // Info-ZIP Unix, PKWARE Unix: atime, mtime
    } else if (id === 0x000a && end - data >= 32 && view.getUint16(data + 4, true) === 1) {
      out.modified ??= ntfsMoment(view, data + 8); // NTFS: reserved, tag 1, size, mtime
    } else if (id === 0x7075 && end - data > 5 && bytes[data] === 1) {
      // Info-ZIP Unicode path: valid only while it belongs to the name in the header (its CRC).
      if (view.getUint32(data + 1, true) === crc32(name)) out.unicodeName = decodeUtf8(bytes.subarray(data + 5, end));
    }
    at = end;
  }
  return out;
}

/**
 * Name of a header. Bit 11: UTF-8. Else code page 437 by the book; but Unix and macOS tools write UTF-8 without the bit,
 * so what they made is read as UTF-8 where it is valid. On DOS and Windows hosts a name that has `\` and no `/` was
 * written by a tool that took `\` for the separator (Compress-Archive of PowerShell 5): it is read as meant.
 */
function readName(bytes: Uint8Array, utf8Flag: boolean, host: number): string {
  const utf8 = utf8Flag || host === 3 || host === 19 ? decodeUtf8(bytes) : undefined;
  const name = utf8 ?? decodeCp437(bytes);
  const windows = host === 0 || host === 10 || host === 11 || host === 14;
  return windows && name.includes("\\") && !name.includes("/") ? name.replaceAll("\\", "/") : name;
}

function kindOf(name: string, host: number, attributes: number): ZipEntry["kind"] {
  if (name.endsWith("/")) return "dir";
  const mode = (attributes >>> 16) & 0xf000;
  if ((host === 3 || host === 19) && mode !== 0) {
    return mode === 0x8000 ? "file" : mode === 0x4000 ? "dir" : mode === 0xa000 ? "link" : "other";
  }
  return (host === 0 || host === 10 || host === 11 || host === 14) && attributes & 0x10 ? "dir" : "file";
}

/** Bytes that the header at `at` needs, from its fixed part. */
export function headerLength(view: DataView, at: number, central: boolean): number {
  return central
    ? CENTRAL_SIZE + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    : LOCAL_SIZE + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
}

/**
 * The header at `at`, all of it in `bytes`. `base` is added to offsets that the header states (archives with a prefix);
 * a local header states none: there `base` is its own place. `place`: of the header in the archive.
 * Sizes that no file has (beyond 2^53, a zip64 field that is missing) are NaN.
 */
export function readHeader(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  central: boolean,
  base: number,
  place: number,
): Header {
  const f = central ? at + 8 : at + 6; // from the flags on, both headers are alike for 20 bytes
  const flags = view.getUint16(f, true);
  const method = view.getUint16(f + 2, true);
  const nameAt = at + (central ? CENTRAL_SIZE : LOCAL_SIZE);
  const nameLength = view.getUint16(f + 20, true);
  const name = bytes.subarray(nameAt, nameAt + nameLength);
  const extraAt = nameAt + nameLength;
  const extra = readExtra(bytes, view, extraAt, extraAt + view.getUint16(f + 22, true), name);
  const host = central ? bytes[at + 5]! : 3;
  const raw = extra.unicodeName ?? readName(name, (flags & 0x800) !== 0, host);

  // zip64 (APPNOTE 4.5.3): only the fields that read 0xFFFFFFFF above, in this order.
  let next = extra.zip64At;
  const wide = (short: number): number => {
    if (short !== 0xffffffff || extra.zip64At === 0) return short;
    const from = next;
    next += 8;
    return next <= extra.zip64End ? u64(view, from) : Number.NaN;
  };
  const size = wide(view.getUint32(f + 16, true));
  const compressedSize = wide(view.getUint32(f + 12, true));
  const headerOffset = central ? wide(view.getUint32(at + 42, true)) + base : base;
  const modified = extra.modified ?? dosMoment(view.getUint16(f + 6, true), view.getUint16(f + 4, true));
  const entry: ZipEntry = {
    name: raw,
    kind: kindOf(raw, host, central ? view.getUint32(at + 38, true) : 0),
    method,
    compressedSize,
    size,
    crc32: view.getUint32(f + 8, true),
    headerOffset,
    encrypted: (flags & 0x41) !== 0 || method === 99,
    place,
    ...(modified && { modified }),
  };
  return { raw, nameLength, entry, length: headerLength(view, at, central), descriptor: (flags & 8) !== 0 };
}

/** The header that stands at `place`, central or local; undefined if there is none. Offsets that it states have no base. */
export async function headerAt(source: RandomAccess, place: number): Promise<Header | undefined> {
  let bytes = await source.read(place, 1024);
  let view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < LOCAL_SIZE) return undefined;
  const central = view.getUint32(0, true) === CENTRAL;
  if (!central && view.getUint32(0, true) !== LOCAL) return undefined;
  if (central && bytes.length < CENTRAL_SIZE) return undefined;
  const length = headerLength(view, 0, central);
  if (length > bytes.length) {
    bytes = await source.read(place, length);
    view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }
  return length > bytes.length ? undefined : readHeader(bytes, view, 0, central, 0, place);
}
