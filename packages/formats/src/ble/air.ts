/**
 * Advertising as heard from the air: link layer frames with their access address, as sniffers write them.
 *
 * Sources: Bluetooth Core 5.4, vol. 6 part B, 2.1 (frame), 2.3 (advertising), 2.3.4 (extended header), 3.1.1 (CRC);
 * tcpdump.org/linktypes: LINKTYPE_BLUETOOTH_LE_LL (251), LINKTYPE_BLUETOOTH_LE_LL_WITH_PHDR (256), LINKTYPE_NORDIC_BLE (272).
 * @module
 */
import { LINK } from "../link/index.ts";

/** One advertisement. One object is used again and again; offsets are those of the bytes that were read. */
export interface Advert {
  /** Where its address lies: six bytes, the last one first. */
  address: number;
  /** The address is made up, else the maker's. */
  random: boolean;
  /** Of what it says: structures of length, type, value. */
  start: number;
  end: number;
  /** dBm; 0 where nothing tells. */
  signal: number;
  /** The check value does not fit: what was heard is not what was sent. */
  damaged: boolean;
  /** A phone connected with it: no advertisement, but more. */
  connected: boolean;
}

const ADVERTISING = 0x8e89bed6;
/** Kinds of frames that hold the address of who advertises and what it says; directed ones hold the address alone. */
const [PLAIN, DIRECTED, NOT_CONNECTABLE, ANSWER, SCANNABLE, EXTENDED] = [0, 1, 2, 4, 6, 7];

export function newAdvert(): Advert {
  return { address: -1, random: false, start: 0, end: 0, signal: 0, damaged: false, connected: false };
}

const u32 = (b: Uint8Array, at: number): number =>
  (b[at]! | (b[at + 1]! << 8) | (b[at + 2]! << 16) | (b[at + 3]! << 24)) >>> 0;
const signed = (x: number): number => (x << 24) >> 24;

const CRC = new Uint32Array(256);
for (let i = 0; i < 256; i++) {
  let c = i;
  for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xda6000 : c >>> 1;
  CRC[i] = c;
}

/** True if the three bytes at `end` are the check value of what lies before, or are not there. */
function sound(b: Uint8Array, start: number, end: number, limit: number): boolean {
  if (end + 3 > limit) return true;
  let c = 0xaaaaaa;
  for (let i = start; i < end; i++) c = (c >>> 8) ^ CRC[(c ^ b[i]!) & 0xff]!;
  return b[end] === (c & 0xff) && b[end + 1] === ((c >>> 8) & 0xff) && b[end + 2] === c >>> 16;
}

/** The head that the capturing program puts before a frame. Gives where the frame begins; -1 if it is not to be read. */
function head(b: Uint8Array, start: number, end: number, link: number, a: Advert): number {
  if (link === LINK.bleWithPhdr) {
    if (start + 10 > end) return -1;
    const flags = b[start + 8]! | (b[start + 9]! << 8);
    // Still whitened: bytes that nobody can read.
    if ((flags & 0x0001) === 0) return -1;
    if ((flags & 0x0002) !== 0) a.signal = signed(b[start + 1]!);
    a.damaged = (flags & 0x0c00) === 0x0400;
    return start + 10;
  }
  if (link === LINK.nordic) {
    // Board, length, version, counter, kind; then a head with its own length: flags, channel, signal without its sign.
    if (start + 11 > end || b[start + 7]! < 4) return -1;
    a.damaged = (b[start + 8]! & 1) === 0;
    a.signal = -b[start + 10]!;
    return start + 7 + b[start + 7]!;
  }
  return start;
}

/** The extended head: which fields there are, then they in a fixed order; what it says follows. */
function extended(b: Uint8Array, from: number, end: number, a: Advert): boolean {
  if (from >= end) return false;
  const length = b[from]! & 0x3f;
  // Without an address it only points to a frame that has one.
  if (length < 7 || from + 1 + length > end || (b[from + 1]! & 1) === 0) return false;
  a.address = from + 2;
  a.start = from + 1 + length;
  return true;
}

/** Reads a frame of the air. False for what is no advertisement: requests, data of connections, frames that are too short. */
export function readAir(b: Uint8Array, start: number, end: number, link: number, a: Advert): boolean {
  a.signal = 0;
  a.damaged = a.connected = false;
  const at = head(b, start, end, link, a);
  if (at < 0 || at + 6 > end || u32(b, at) !== ADVERTISING) return false;
  const kind = b[at + 4]! & 0x0f;
  const stop = at + 6 + b[at + 5]!;
  if (stop > end) return false;
  if (!a.damaged) a.damaged = !sound(b, at + 4, stop, end);
  a.random = (b[at + 4]! & 0x40) !== 0;
  a.end = stop;
  if (kind === EXTENDED) return extended(b, at + 6, stop, a);
  if (kind !== PLAIN && kind !== DIRECTED && kind !== NOT_CONNECTABLE && kind !== ANSWER && kind !== SCANNABLE)
    return false;
  if (stop < at + 12) return false;
  a.address = at + 6;
  a.start = kind === DIRECTED ? stop : at + 12;
  return true;
}
