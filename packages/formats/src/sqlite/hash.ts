/**
 * A number of 53 bits for the wanted values of a record, made from its bytes: a row that was moved, or copied into the log,
 * is told from one that was changed. Not cryptographic: whoever makes two rows of one number hides one deleted row.
 *
 * NULL and a column that the record lacks count alike. Of a value of more than 192 bytes the length, the start, the end and
 * four bytes in 64 between them count.
 * @module
 */
import { type Plan, serialLength, varintLength, varintSize } from "./record.ts";

const ALL = 192;
const HEAD = 128;
const TAIL = 32;

/**
 * After a call: 32 bits of the first wanted value that is a text or another long one, 0 if there is none. It tells whether the
 * rest of a torn row may be a copy of a row that stands.
 */
export let telling = 0;

/** Texts of four letters, reals, large integers. */
export function tells(type: number): boolean {
  return type >= 20 || type === 6 || type === 7;
}

/** Serial types of the record at hand. */
let types: number[] = [];

/** Of a record at `start` that was decoded: `local` of its bytes stand on the page. */
export function hashRecord(d: Uint8Array, start: number, local: number, plan: Plan): number {
  const header = varintSize(d, start);
  let p = start + varintLength(d, start);
  const headerEnd = start + Math.min(header, local);
  const places = plan.slots.length;
  if (types.length > 4096) types = [];
  let n = 0;
  while (n < places && p < headerEnd) {
    let type = d[p]!;
    if (type < 0x80) p++;
    else {
      type = varintSize(d, p);
      p += varintLength(d, p);
    }
    types[n++] = type;
  }
  return hashTypes(d, types, n, start + header, start + local, plan);
}

/** The same of a record of which the serial types are known and its values start at `body`. */
export function hashValues(d: Uint8Array, of: readonly number[], body: number, end: number, plan: Plan): number {
  return hashTypes(d, of, of.length, body, end, plan);
}

function hashTypes(
  d: Uint8Array,
  of: readonly number[],
  count: number,
  body: number,
  end: number,
  { slots }: Plan,
): number {
  let a = 0x2545_f491;
  let b = 0x1234_5677;
  let told = 0;
  let next = body;
  const n = Math.min(count, slots.length);
  for (let place = 0; place < n; place++) {
    const type = of[place]!;
    const at = next;
    next += serialLength(type);
    if (type === 0 || slots[place]! < 0) continue;
    const to = next < end ? next : end;
    let h = Math.imul(place + 1, 0x9e37_79b1) ^ type;
    let sum = 0;
    let i = at;
    const long = to - at > ALL;
    const dense = long ? at + HEAD : to;
    for (; i + 4 <= dense; i += 4) {
      const w = d[i]! | (d[i + 1]! << 8) | (d[i + 2]! << 16) | (d[i + 3]! << 24);
      h = Math.imul(h ^ w, 0x85eb_ca6b);
      h ^= h >>> 15;
      sum = (sum + w) | 0;
    }
    if (long) {
      for (i = at + HEAD; i < to - 4; i += i < to - TAIL - 64 ? 64 : 4) {
        const w = d[i]! | (d[i + 1]! << 8) | (d[i + 2]! << 16) | (d[i + 3]! << 24);
        h = Math.imul(h ^ w, 0x85eb_ca6b);
        h ^= h >>> 15;
        sum = (sum + w) | 0;
      }
    }
    for (; i < to; i++) {
      h = Math.imul(h ^ d[i]!, 0x85eb_ca6b);
      h ^= h >>> 15;
    }
    if (told === 0 && next <= end && tells(type)) told = (h | 1) >>> 0;
    a = Math.imul(a ^ h, 0xc2b2_ae35);
    a ^= a >>> 13;
    b = Math.imul(b ^ sum, 0x27d4_eb2f) + h;
    b ^= b >>> 15;
  }
  telling = told;
  return (a >>> 0) + (b & 0x1f_ffff) * 0x1_0000_0000;
}
