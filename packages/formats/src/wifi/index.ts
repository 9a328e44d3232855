/**
 * Frames of 802.11 as a card in monitor mode captures them: who sent to whom, through which network, encrypted or not, how much.
 * What is encrypted stays so; its addresses and sizes are in the open.
 *
 * Sources: IEEE 802.11-2020, 9.2.4 (head, control of frames), 9.3.2 (data: addresses by direction, aggregated frames), 9.3.3
 * (management), 12.3 and 12.5 (bytes that WEP, TKIP, CCMP and GCMP add).
 * @module
 */
export { readNetwork, type Security, type WifiNetwork } from "./network.ts";
export { channelOf, newRadio, type RadioInfo, readRadiotap } from "./radiotap.ts";

/** `hello`: a network tells of itself (beacon, answer to a search); `search`: a station looks for networks. */
export type WifiKind = "data" | "hello" | "search" | "management" | "control";

/** One object is used again and again. Offsets are those of the frame's bytes; -1 where there is none. */
export interface WifiFrame {
  kind: WifiKind;
  /** Who sent it over the air, and to whom: one leg of its way. */
  transmitter: number;
  receiver: number;
  /** Of the network, if the frame names it. */
  bssid: number;
  /** Whose it is, and for whom: the addresses that Ethernet would have. */
  source: number;
  target: number;
  /** From a station into the network; from the network to a station. */
  up: boolean;
  down: boolean;
  encrypted: boolean;
  /** Sent once more, since nobody said that it came. */
  again: boolean;
  sequence: number;
  /** Several frames in one, each with addresses and a length. */
  aggregated: boolean;
  /** Behind the head, without what encryption adds in front. */
  start: number;
  end: number;
  /** Bytes that it carries as sent, without what encryption adds; 0 for frames that carry nothing. */
  length: number;
}

const [TO_NETWORK, FROM_NETWORK, MORE_PARTS, AGAIN, ENCRYPTED, ORDER] = [0x01, 0x02, 0x04, 0x08, 0x40, 0x80];
/** Bytes behind the addresses: extended IV is there (TKIP, CCMP, GCMP), else it is WEP. */
const EXTENDED = 0x20;

export function newWifi(): WifiFrame {
  return {
    kind: "control",
    transmitter: -1,
    receiver: -1,
    bssid: -1,
    source: -1,
    target: -1,
    up: false,
    down: false,
    encrypted: false,
    again: false,
    sequence: 0,
    aggregated: false,
    start: 0,
    end: 0,
    length: 0,
  };
}

/**
 * Reads the frame of 802.11 `b[start]` to `b[end - 1]` into `f`. `missing`: bytes of it that were not captured. `checksum`: its last four
 * bytes are one. `padded`: as radiotap says it. False for frames that are too short and for what is no frame of version 0.
 */
export function readWifi(
  b: Uint8Array,
  start: number,
  end: number,
  missing: number,
  checksum: boolean,
  padded: boolean,
  f: WifiFrame,
): boolean {
  if (start + 10 > end || (b[start]! & 3) !== 0) return false;
  const [type, kind, flags] = [(b[start]! >> 2) & 3, b[start]! >> 4, b[start + 1]!];
  f.transmitter = f.receiver = f.bssid = f.source = f.target = -1;
  f.up = f.down = f.aggregated = false;
  f.encrypted = (flags & ENCRYPTED) !== 0;
  f.again = (flags & AGAIN) !== 0;
  f.sequence = 0;
  f.length = 0;
  f.start = f.end = end;
  f.receiver = start + 4;
  if (type === 1 || type === 3) {
    f.kind = "control";
    // A call to send, and one for what waits, name who sent them; those that only answer do not.
    if (type === 1 && (kind === 11 || kind === 10) && start + 16 <= end) f.transmitter = start + 10;
    return true;
  }
  if (start + 24 > end) return false;
  f.transmitter = start + 10;
  f.sequence = b[start + 22]! | (b[start + 23]! << 8);
  let at = start + 24;
  if (type === 0) {
    f.kind = kind === 8 || kind === 5 ? "hello" : kind === 4 ? "search" : "management";
    f.source = f.transmitter;
    f.target = f.receiver;
    f.bssid = start + 16;
    f.start = at;
    f.end = checksum && missing === 0 ? Math.max(at, end - 4) : end;
    return true;
  }
  f.kind = "data";
  const [to, from] = [(flags & TO_NETWORK) !== 0, (flags & FROM_NETWORK) !== 0];
  const [one, two, three] = [start + 4, start + 10, start + 16];
  f.up = to && !from;
  f.down = from && !to;
  f.bssid = to ? (from ? -1 : one) : from ? two : three;
  f.source = to ? (from ? at : two) : from ? three : two;
  f.target = to ? three : one;
  if (to && from) at += 6;
  if ((kind & 8) !== 0) {
    f.aggregated = at < end && (b[at]! & 0x80) !== 0;
    at += (flags & ORDER) !== 0 ? 6 : 2;
  }
  if (padded) at += (4 - ((at - start) % 4)) % 4;
  if (at > end) return false;
  // Some carry nothing: they only say that a station sleeps.
  if ((kind & 4) !== 0) return true;
  let sealed = 0;
  if (f.encrypted) {
    const extended = at + 4 <= end && (b[at + 3]! & EXTENDED) !== 0;
    at = Math.min(end, at + (extended ? 8 : 4));
    sealed = extended ? 8 : 4;
  }
  f.start = at;
  f.end = checksum && missing === 0 ? Math.max(at, end - 4) : end;
  f.length = Math.max(0, end + missing - at - sealed - (checksum ? 4 : 0));
  // Parts of a frame are counted, and not put together: hardly anybody sends them.
  if ((flags & MORE_PARTS) !== 0 || (f.sequence & 15) !== 0) f.start = f.end;
  return true;
}
