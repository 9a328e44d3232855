/**
 * The values of an entry: what its format text is filled with.
 *
 * Facts: libyal/dtformats, sections "Firehose tracepoint data item" and "Trace firehose tracepoint". The lower half of a type says
 * how private it is: 1 private, 5 sensitive, 0 and 2 public.
 * @module
 */
import { u16, u32 } from "./bytes.ts";
import { type LogEntry, type Oversize, TRACE } from "./types.ts";

export interface LogValue {
  readonly kind: "number" | "text" | "object" | "data" | "precision" | "private";
  /** Of a private value what the phone kept of it. Valid as long as the bytes of its chunk. */
  readonly bytes: Uint8Array;
}

const EMPTY = new Uint8Array(0);

const part = (b: Uint8Array, from: number, size: number): Uint8Array =>
  from >= 0 && from <= b.length ? b.subarray(from, Math.min(b.length, from + size)) : EMPTY;

/** Values that stand one behind the other from `at` (their count) on, up to `end`; those of variable size behind them all. */
function items(b: Uint8Array, at: number, end: number, hidden: Uint8Array): LogValue[] {
  const out: LogValue[] = [];
  const ranges: { readonly index: number; readonly offset: number; readonly size: number }[] = [];
  const count = b[at]!;
  let i = at + 1;
  for (let n = 0; n < count && i + 2 <= end; n++) {
    const type = b[i]!;
    const size = b[i + 1]!;
    const data = i + 2;
    i = data + size;
    if (i > end) break;
    const what = type >> 4;
    const inline = b.subarray(data, i);
    if (what === 1) out.push({ kind: "precision", bytes: inline });
    else if (what === 0 && (type & 1) === 0) out.push({ kind: "number", bytes: inline });
    else if (size < 4) out.push({ kind: (type & 1) === 0 ? "data" : "private", bytes: EMPTY });
    else if ((type & 1) === 1) {
      // 0x8000: nothing was kept.
      const length = u16(b, data + 2);
      out.push({ kind: "private", bytes: length === 0x8000 ? EMPTY : part(hidden, u16(b, data), length) });
    } else {
      ranges.push({ index: out.length, offset: u16(b, data), size: u16(b, data + 2) });
      out.push({ kind: what === 2 ? "text" : what === 4 ? "object" : "data", bytes: EMPTY });
    }
  }
  const values = b.subarray(i, end);
  for (const { index, offset, size } of ranges)
    out[index] = { kind: out[index]!.kind, bytes: part(values, offset, size) };
  return out;
}

/** A trace ends with its values, their sizes, and the count of them. */
function traced(b: Uint8Array, from: number, end: number): LogValue[] {
  const count = end > from ? b[end - 1]! : 0;
  const sizes = end - 1 - count;
  const out: LogValue[] = [];
  let at = from;
  for (let n = 0; n < count && sizes >= from; n++) {
    const size = b[sizes + n]!;
    if (at + size > sizes) break;
    out.push({ kind: "number", bytes: b.subarray(at, at + size) });
    at += size;
  }
  return out;
}

/** Values of an entry, in their order; of one that has them elsewhere (`oversize`), none. */
export function valuesOf(e: LogEntry): LogValue[] {
  const { bytes, privateAt, privateBase } = e.chunk;
  if (e.kind === TRACE) return traced(bytes, e.at + 28, e.end);
  if (e.valuesAt < 0 || e.oversize !== 0) return [];
  let hidden: Uint8Array = EMPTY;
  if (e.privateAt >= 0) {
    const from = privateAt + u16(bytes, e.privateAt) - privateBase;
    hidden = part(bytes, from < privateAt ? -1 : from, u16(bytes, e.privateAt + 2));
  }
  return items(bytes, e.valuesAt, e.end, hidden);
}

/** Values that were too large for their entry. */
export function oversizeValues(o: Oversize): LogValue[] {
  if (o.bytes.length === 0) return [];
  const end = Math.min(o.publicSize, o.bytes.length);
  return items(o.bytes, 0, end, o.bytes.subarray(end));
}

/** A whole number of 1, 2, 4 or 8 bytes; 0 for other sizes. */
export function integer(b: Uint8Array, signed: boolean): bigint {
  const size = b.length;
  if (size === 1) return BigInt(signed ? (b[0]! << 24) >> 24 : b[0]!);
  if (size === 2) return BigInt(signed ? (u16(b, 0) << 16) >> 16 : u16(b, 0));
  if (size === 4) return BigInt(signed ? u32(b, 0) | 0 : u32(b, 0));
  if (size !== 8) return 0n;
  const whole = (BigInt(u32(b, 4)) << 32n) | BigInt(u32(b, 0));
  return signed ? BigInt.asIntN(64, whole) : whole;
}
