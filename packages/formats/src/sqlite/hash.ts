/**
 * A number of 53 bits for the wanted values of a record, made from its bytes: a row that was moved, or copied into the log,
 * is told from one that was changed. Not cryptographic: whoever makes two rows of one number hides one deleted row.
 *
 * NULL and a column that the record lacks count alike. Of a value of more than 192 bytes the length, the start, the end and
 * one byte in sixteen between them count.
 * @module
 */
import { type Plan, serialLength, varintLength, varintSize } from "./record.ts";

const ALL = 192;
const HEAD = 128;
const TAIL = 32;

let a = 0;
let b = 0;
/**
 * After a call: 32 bits of the first wanted value that is a text or another long one, 0 if there is none. It tells whether the
 * rest of a torn row may be a copy of a row that stands.
 */
export let telling = 0;

/** Texts of four letters, reals, large integers. */
export function tells(type: number): boolean {
  return type >= 20 || type === 6 || type === 7;
}

function tell(d: Uint8Array, place: number, type: number, from: number, to: number): void {
  const [x, y] = [a, b];
  a = 0x2545_f491;
  value(d, place, type, from, to);
  telling = (a >>> 0) | 1;
  a = x;
  b = y;
}

function mix(v: number): void {
  a = Math.imul(a ^ v, 0x85eb_ca6b);
  a ^= a >>> 15;
  b = Math.imul(b + v, 0x9e37_79b1) ^ (b >>> 13);
}

function bytes(d: Uint8Array, from: number, to: number): void {
  let i = from;
  for (; i + 4 <= to; i += 4) mix(d[i]! | (d[i + 1]! << 8) | (d[i + 2]! << 16) | (d[i + 3]! << 24));
  for (; i < to; i++) mix(d[i]!);
}

/** One value: its place, type, and those of its bytes that stand before `end`. */
function value(d: Uint8Array, place: number, type: number, from: number, to: number): void {
  mix(place + 1);
  mix(type | 0);
  const length = to - from;
  if (length <= ALL) bytes(d, from, to);
  else {
    bytes(d, from, from + HEAD);
    for (let i = from + HEAD; i < to - TAIL; i += 16) mix(d[i]!);
    bytes(d, to - TAIL, to);
  }
}

function result(): number {
  return (a >>> 0) + (b & 0x1f_ffff) * 0x1_0000_0000;
}

/** Of a record at `start` that was decoded: `local` of its bytes stand on the page. */
export function hashRecord(d: Uint8Array, start: number, local: number, plan: Plan): number {
  a = 0x2545_f491;
  b = 0x1234_5677;
  telling = 0;
  const end = start + local;
  const header = varintSize(d, start);
  let p = start + varintLength(d, start);
  const headerEnd = start + Math.min(header, local);
  let body = start + header;
  const { slots } = plan;
  for (let place = 0; place < slots.length && p < headerEnd; place++) {
    let type = d[p]!;
    if (type < 0x80) p++;
    else {
      type = varintSize(d, p);
      p += varintLength(d, p);
    }
    const at = body;
    body += serialLength(type);
    if (type === 0 || slots[place]! < 0) continue;
    value(d, place, type, Math.min(at, end), Math.min(body, end));
    if (telling === 0 && body <= end && tells(type)) tell(d, place, type, at, body);
  }
  return result();
}

/** The same of a record of which the serial types are known and its values start at `body`. */
export function hashValues(d: Uint8Array, types: readonly number[], body: number, end: number, plan: Plan): number {
  a = 0x2545_f491;
  b = 0x1234_5677;
  telling = 0;
  const { slots } = plan;
  let at = body;
  for (let place = 0; place < slots.length && place < types.length; place++) {
    const type = types[place]!;
    const next = at + serialLength(type);
    if (type !== 0 && slots[place]! >= 0) {
      value(d, place, type, Math.min(at, end), Math.min(next, end));
      if (telling === 0 && next <= end && tells(type)) tell(d, place, type, at, next);
    }
    at = next;
  }
  return result();
}
