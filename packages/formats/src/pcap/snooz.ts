/**
 * The short log of Bluetooth in the text of an Android bug report (`BTSNOOP_LOG_SUMMARY`): base64 of a head of nine bytes and a zlib stream of
 * records, the newest at the end. Only the time of the last one is written; each other says how much later the next came.
 *
 * What phones keep there is small (some minutes), and of data only the beginning of each.
 * Source: AOSP, packages/modules/Bluetooth: btif_debug_btsnoop and btsnooz.py (facts of the format, versions 1 and 2; times are in microseconds,
 * whatever their names say).
 * @module
 */
import { LINK } from "../link/index.ts";
import type { Packet } from "./types.ts";

export const SNOOZ_BEGIN = "--- BEGIN:BTSNOOP_LOG_SUMMARY";
export const SNOOZ_END = "--- END:BTSNOOP_LOG_SUMMARY";

/** Version, then the time of the last record: microseconds since 1970. */
const HEAD = 9;
const EVENT = 0x10;
/** Records of one log. */
const MAX_RECORDS = 1_000_000;

export interface SnoozHead {
  readonly version: 1 | 2;
  readonly last: bigint;
  /** Where the compressed records begin: behind the two bytes of zlib's head. */
  readonly start: number;
}

/** Undefined for bytes that are none, or of a version that nobody described. */
export function snoozHead(b: Uint8Array): SnoozHead | undefined {
  if (b.length < HEAD + 2) return undefined;
  const version = b[0];
  if (version !== 1 && version !== 2) return undefined;
  // Deflate, and a head whose check fits (RFC 1950).
  if ((b[HEAD]! & 15) !== 8 || ((b[HEAD]! << 8) | b[HEAD + 1]!) % 31 !== 0) return undefined;
  const last = new DataView(b.buffer, b.byteOffset, HEAD).getBigUint64(1, true);
  return last < 1n << 53n ? { version, last, start: HEAD + 2 } : undefined;
}

interface Entry {
  readonly from: number;
  readonly end: number;
  readonly length: number;
  readonly later: number;
  readonly kind: number;
}

function* entries(b: Uint8Array, version: 1 | 2): Generator<Entry> {
  const v = new DataView(b.buffer, b.byteOffset, b.length);
  const head = version === 1 ? 7 : 9;
  let at = 0;
  for (let n = 0; n < MAX_RECORDS && at + head <= b.length; n++) {
    // The kind of the packet counts as its first byte.
    const kept = v.getUint16(at, true) - 1;
    const end = at + head + kept;
    if (kept < 0 || end > b.length) return;
    const length = version === 1 ? kept : v.getUint16(at + 2, true) - 1;
    yield { from: at + head, end, length, later: v.getUint32(at + head - 5, true), kind: v.getUint8(at + head - 1) };
    at = end;
  }
}

/**
 * The records of what such a log opens to, as packets; `p` is filled again for each. Returns how many bytes at the end were no record.
 */
export function readSnooz(b: Uint8Array, head: SnoozHead, p: Packet, packet: (p: Packet) => void): number {
  let micros = Number(head.last);
  for (const e of entries(b, head.version)) micros -= e.later;
  let read = 0;
  for (const e of entries(b, head.version)) {
    micros += e.later;
    read = e.end;
    p.number++;
    p.seconds = Math.max(0, Math.floor(micros / 1e6));
    p.nanos = Math.max(0, micros - p.seconds * 1e6) * 1000;
    p.link = e.kind === EVENT ? LINK.hciEvent : LINK.hciOther;
    p.bytes = b;
    p.start = e.from;
    p.end = e.end;
    p.length = Math.max(e.length, e.end - e.from);
    packet(p);
  }
  return b.length - read;
}
