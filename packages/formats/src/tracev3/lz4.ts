/**
 * LZ4 blocks in Apple's frame: `bv41` compressed, `bv4-` stored, `bv4$` the end. Blocks of one stream may look back into those
 * before them.
 *
 * Facts: "LZ4 Block Format Description" of the LZ4 project; libyal/dtformats, "Apple Unified Logging and Activity Tracing
 * formats", section "LZ4 compressed data".
 * @module
 */
import { u32 } from "./bytes.ts";

/** Bytes that one chunk set may become: logd writes 64 KB. */
export const MAX_UNPACKED: number = 16 * 1024 * 1024;

const COMPRESSED = 0x31347662;
const STORED = 0x2d347662;
const END = 0x24347662;

/** Memory that is used again for every chunk set. */
export interface Unpacked {
  bytes: Uint8Array;
  length: number;
}

/**
 * Decodes `src[from, to)` behind `at` bytes of `out`, at most `limit` bytes in all. Gives the new length; where the block is
 * damaged what came out before, negated and less one.
 */
export function lz4Block(
  src: Uint8Array,
  from: number,
  to: number,
  out: Uint8Array,
  at: number,
  limit: number,
): number {
  let i = from;
  let o = at;
  while (i < to) {
    const token = src[i++]!;
    let literals = token >> 4;
    if (literals === 15) {
      let more = 255;
      while (more === 255) {
        if (i >= to) return -1 - o;
        more = src[i++]!;
        literals += more;
      }
    }
    if (literals > to - i || literals > limit - o) return -1 - o;
    if (literals > 24) {
      out.set(src.subarray(i, i + literals), o);
      i += literals;
      o += literals;
    } else for (const end = i + literals; i < end; ) out[o++] = src[i++]!;
    if (i === to) return o; // the last sequence has no match
    if (to - i < 2) return -1 - o;
    const offset = src[i]! | (src[i + 1]! << 8);
    i += 2;
    let match = token & 15;
    if (match === 15) {
      let more = 255;
      while (more === 255) {
        if (i >= to) return -1 - o;
        more = src[i++]!;
        match += more;
      }
    }
    match += 4;
    if (offset === 0 || offset > o || match > limit - o) return -1 - o;
    let p = o - offset;
    // Where it reaches into itself the bytes repeat: copied one by one.
    if (offset >= match && match > 24) {
      out.copyWithin(o, p, p + match);
      o += match;
    } else for (const end = o + match; o < end; ) out[o++] = out[p++]!;
  }
  return o;
}

/**
 * Unpacks the data of a chunk set into `into`. Gives what is wrong, if anything; what came out before stays in `into`.
 */
export function unpack(data: Uint8Array, into: Unpacked): string | undefined {
  into.length = 0;
  let at = 0;
  while (at + 4 <= data.length) {
    const mark = u32(data, at);
    if (mark === END) return undefined;
    const compressed = mark === COMPRESSED;
    const head = compressed ? 12 : 8;
    if (!compressed && mark !== STORED) return `0x${mark.toString(16)}`;
    if (at + head > data.length) return "a block without its sizes";
    const size = u32(data, at + 4);
    const stored = compressed ? u32(data, at + 8) : size;
    const end = Math.min(at + head + stored, data.length);
    const whole = into.length + size;
    if (whole > MAX_UNPACKED) return `${whole} B`;
    // LZ4 packs at most 255 to 1: a size beyond that is a lie that must not cost memory.
    if (compressed && size > 255 * stored + 64) return `${stored} B that become ${size} B`;
    if (whole > into.bytes.length) {
      const grown = new Uint8Array(Math.max(whole, 128 * 1024));
      grown.set(into.bytes.subarray(0, into.length));
      into.bytes = grown;
    }
    if (compressed) {
      const length = lz4Block(data, at + head, end, into.bytes, into.length, whole);
      if (length < 0) {
        into.length = -1 - length;
        return "a damaged LZ4 block";
      }
      into.length = length;
      if (length !== whole) return `a block of ${size} B that ends early`;
    } else {
      into.bytes.set(data.subarray(at + head, end), into.length);
      into.length += end - at - head;
    }
    if (end < at + head + stored) return "a block that is cut";
    at = end;
  }
  return "no end of the blocks";
}
