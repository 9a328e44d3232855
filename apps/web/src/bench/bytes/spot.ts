/**
 * Where in its file the bytes of a record stand: of a row of a SQLite page through the page number and the pointer of its cell
 * ("Database File Format", sections 1.3 and 1.6), of a line or a piece as its origin says. A key of a property list is not known
 * to the byte: the value is looked for.
 * @module
 */
import type { Origin } from "@contraluz/core";
import { localLength } from "@contraluz/formats/sqlite/payload.ts";
import { varintLength, varintSize } from "@contraluz/formats/sqlite/record.ts";

/** What a byte is part of. */
export type Lit = "head" | "value" | "cell";

/** What is not exact about a place. */
export type Doubt = "page" | "damaged" | "key" | "key-not-found" | "other-file" | "start";

export interface Spot {
  /** The bytes of the record. */
  readonly from: number;
  readonly to: number;
  /** The header of a row inside it. */
  readonly head?: { readonly from: number; readonly to: number };
  readonly doubt?: Doubt;
}

/** Bytes of the file; fewer at its end. */
export type ReadAt = (offset: number, length: number) => Promise<Uint8Array>;

const MAGIC = "SQLite format 3\0";
/** Bytes of a property list in which a value is looked for. */
const LOOKED = 4 << 20;
const CHUNK = 1 << 16;
/** Bytes of one record that are lit. */
const MAX = 1 << 16;

async function cellSpot(page: number, cell: number | undefined, read: ReadAt): Promise<Spot> {
  const file = await read(0, 100);
  const magic = new TextDecoder().decode(file.subarray(0, 16));
  if (file.length < 100 || magic !== MAGIC || !(page >= 1)) return { from: 0, to: file.length, doubt: "damaged" };
  const stated = (file[16]! << 8) | file[17]!;
  const size = stated === 1 ? 65_536 : stated;
  if (size < 512 || (size & (size - 1)) !== 0) return { from: 0, to: file.length, doubt: "damaged" };
  const base = (page - 1) * size;
  const whole: Spot = { from: base, to: base + size, doubt: cell === undefined ? "page" : "damaged" };
  if (cell === undefined) return whole;
  const bytes = await read(base, size);
  const head = page === 1 ? 100 : 0;
  // A leaf of a table, or of an index: WITHOUT ROWID tables are kept as one.
  const type = bytes[head];
  const pointer = head + 8 + 2 * cell;
  if ((type !== 0x0d && type !== 0x0a) || pointer + 2 > bytes.length) return whole;
  const cells = (bytes[head + 3]! << 8) | bytes[head + 4]!;
  const start = (bytes[pointer]! << 8) | bytes[pointer + 1]!;
  if (cell >= cells || start < head + 8 || start >= bytes.length) return whole;
  const index = type === 0x0a;
  const total = varintSize(bytes, start);
  let body = start + varintLength(bytes, start);
  if (!index) body += varintLength(bytes, body);
  const usable = size - file[20]!;
  const local = localLength(total, usable, index);
  const end = body + local + (total > local ? 4 : 0);
  if (!(end <= bytes.length)) return whole;
  const header = body + Math.min(varintSize(bytes, body), local);
  return { from: base + start, to: base + end, head: { from: base + start, to: base + header } };
}

/** Places of a text in bytes, as UTF-8 and as UTF-16 of both orders. */
export function findText(bytes: Uint8Array, text: string): { readonly from: number; readonly to: number }[] {
  if (text.length < 2) return [];
  const utf8 = new TextEncoder().encode(text);
  const wide = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    wide[2 * i] = text.charCodeAt(i) & 0xff;
    wide[2 * i + 1] = text.charCodeAt(i) >> 8;
  }
  const swapped = wide.map((_, i) => wide[i ^ 1]!);
  return [utf8, wide, swapped].flatMap((needle) => findBytes(bytes, needle));
}

/** Places that one needle is found at. */
const HITS = 64;

function findBytes(bytes: Uint8Array, needle: Uint8Array): { from: number; to: number }[] {
  const out: { from: number; to: number }[] = [];
  for (let at = bytes.indexOf(needle[0]!); at >= 0 && out.length < HITS; at = bytes.indexOf(needle[0]!, at + 1)) {
    let n = 1;
    while (n < needle.length && bytes[at + n] === needle[n]) n++;
    if (n === needle.length) out.push({ from: at, to: at + n });
  }
  return out;
}

async function keySpot(values: readonly string[], read: ReadAt): Promise<Spot> {
  const longest = [...values].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, 3);
  const overlap = Math.max(0, ...longest.map((v) => 4 * v.length));
  for (let at = 0; at < LOOKED; at += CHUNK) {
    const bytes = await read(at, CHUNK + Math.min(overlap, CHUNK));
    for (const value of longest) {
      const [hit] = findText(bytes, value);
      if (hit) return { from: at + hit.from, to: at + hit.to, doubt: "key" };
    }
    if (bytes.length < CHUNK) break;
  }
  return { from: 0, to: 0, doubt: "key-not-found" };
}

/** `values`: texts of the record, to be looked for where a place is not known to the byte. */
export async function spotOf(origin: Origin, values: readonly string[], read: ReadAt): Promise<Spot> {
  const { at } = origin;
  if ("table" in at) {
    if (at.in === "wal" || at.in === "journal") return { from: 0, to: 0, doubt: "other-file" };
    if (at.offset !== undefined) return { from: at.offset, to: at.offset + 16, doubt: "start" };
    if (at.page === undefined) return { from: 0, to: 0, doubt: "page" };
    return cellSpot(at.page, at.in === "free" ? undefined : at.cell, read);
  }
  if ("key" in at) return keySpot(values, read);
  if ("line" in at) {
    const bytes = await read(at.offset, MAX);
    const end = bytes.indexOf(10);
    return { from: at.offset, to: at.offset + (end < 0 ? bytes.length : end) };
  }
  if ("packet" in at) return { from: at.offset, to: at.offset + 16 };
  return { from: at.offset, to: at.offset + Math.min(at.length, MAX) };
}
