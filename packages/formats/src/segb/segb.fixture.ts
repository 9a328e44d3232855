/** Writes SEGB files of both forms. @module */
import { crc32 } from "node:zlib";

export interface Made {
  readonly data: Uint8Array;
  readonly time: number;
  /** 1 written, 3 deleted; others are free. */
  readonly state?: number;
  readonly crc?: number;
}

const up = (n: number, to: number): number => Math.ceil(n / to) * to;

/** The form of iOS 15 and 16. */
export function segb1(entries: readonly Made[], o: { readonly end?: number } = {}): Uint8Array {
  const size = entries.reduce((at, e) => up(at + 32 + e.data.length, 8), 56);
  const out = Buffer.alloc(size);
  out.writeUInt32LE(o.end ?? size, 0);
  out.write("SEGB", 52, "latin1");
  let at = 56;
  for (const e of entries) {
    out.writeInt32LE(e.data.length, at);
    out.writeInt32LE(e.state ?? 1, at + 4);
    out.writeDoubleLE(e.time, at + 8);
    out.writeDoubleLE(e.time, at + 16);
    out.writeUInt32LE(e.crc ?? crc32(e.data), at + 24);
    out.set(e.data, at + 32);
    at = up(at + 32 + e.data.length, 8);
  }
  return new Uint8Array(out);
}

/** The form of iOS 17 and later; `places`: more of them in the list at the end. */
export function segb2(
  entries: readonly Made[],
  places: readonly (readonly [end: number, state: number])[] = [],
): Uint8Array {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  const place = (end: number, state: number, time: number): void => {
    const p = Buffer.alloc(16);
    p.writeInt32LE(end, 0);
    p.writeInt32LE(state, 4);
    p.writeDoubleLE(time, 8);
    list.push(p);
  };
  for (const e of entries) {
    const end = at + 8 + e.data.length;
    const part = Buffer.alloc(up(end, 4) - at);
    part.writeUInt32LE(e.crc ?? crc32(e.data), 0);
    part.set(e.data, 8);
    parts.push(part);
    place(end, e.state ?? 1, e.time);
    at = up(end, 4);
  }
  for (const [end, state] of places) place(end, state, 0);
  const head = Buffer.alloc(32);
  head.write("SEGB", 0, "latin1");
  head.writeInt32LE(list.length, 4);
  return new Uint8Array(Buffer.concat([head, ...parts, ...list]));
}
