/**
 * What the card that captured says of a frame of 802.11: strength of the signal, rate, channel, and whether a checksum follows the frame.
 *
 * Sources: radiotap.org (fields 0 to 22, their sizes and alignment; present words of more than 32 bits).
 * @module
 */

/** One object is used again and again. */
export interface RadioInfo {
  /** In dBm; 0 where the card does not say. */
  signal: number;
  /** In kbit/s; 0 where it does not say, or the rate is one of 802.11n and later. */
  rate: number;
  /** In MHz; 0 where it does not say. */
  frequency: number;
  /** Four bytes of checksum follow the frame. */
  checksum: boolean;
  /** The head is filled up to a multiple of four. */
  padded: boolean;
  /** The card says that the frame is damaged. */
  damaged: boolean;
}

export function newRadio(): RadioInfo {
  return { signal: 0, rate: 0, frequency: 0, checksum: false, padded: false, damaged: false };
}

/** Bytes and alignment of the fields until the signal: what follows is not read. */
const FIELDS: readonly (readonly [size: number, align: number])[] = [
  [8, 8],
  [1, 1],
  [1, 1],
  [4, 2],
  [2, 2],
  [1, 1],
];
const [FLAGS, RATE, CHANNEL, SIGNAL] = [1, 2, 3, 5];
/** Present words of one head. */
const MAX_WORDS = 16;

/** Reads the radiotap head at `b[start]` into `r`; false if there is none, or it is cut. */
export function readRadiotap(b: Uint8Array, start: number, end: number, r: RadioInfo): boolean {
  r.signal = r.rate = r.frequency = 0;
  r.checksum = r.padded = r.damaged = false;
  if (start + 8 > end || b[start] !== 0) return false;
  const stop = start + (b[start + 2]! | (b[start + 3]! << 8));
  if (stop > end || stop < start + 8) return false;
  const present = b[start + 4]!;
  let at = start + 8;
  for (let word = start + 4, n = 1; (b[word + 3]! & 0x80) !== 0; n++) {
    word += 4;
    at += 4;
    if (n === MAX_WORDS || at > stop) return false;
  }
  for (let i = 0; i < FIELDS.length; i++) {
    if ((present & (1 << i)) === 0) continue;
    const [size, align] = FIELDS[i]!;
    at += (align - ((at - start) % align)) % align;
    if (at + size > stop) return false;
    if (i === FLAGS) {
      r.checksum = (b[at]! & 0x10) !== 0;
      r.padded = (b[at]! & 0x20) !== 0;
      r.damaged = (b[at]! & 0x40) !== 0;
    } else if (i === RATE) r.rate = b[at]! * 500;
    else if (i === CHANNEL) r.frequency = b[at]! | (b[at + 1]! << 8);
    else if (i === SIGNAL) r.signal = (b[at]! << 24) >> 24;
    at += size;
  }
  return true;
}

/** Channel of a frequency in MHz; 0 if it is none of those that people use. */
export function channelOf(mhz: number): number {
  if (mhz === 2484) return 14;
  if (mhz >= 2412 && mhz <= 2472) return (mhz - 2407) / 5;
  if (mhz >= 5955 && mhz <= 7115) return (mhz - 5950) / 5;
  return mhz >= 5160 && mhz <= 5885 ? (mhz - 5000) / 5 : 0;
}
