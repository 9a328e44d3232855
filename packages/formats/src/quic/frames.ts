/**
 * Frames of a packet of QUIC that was opened: parts of the handshake and of streams; all others are passed over, and one that is not known
 * ends the reading, since nothing says how long it is.
 * Source: RFC 9000 (19), 9221 (4).
 * @module
 */
import { varint } from "./varint.ts";

export interface Frames {
  /** `stream` -1: of the handshake. */
  part(stream: number, offset: number, bytes: Uint8Array): void;
}

const [PADDING, PING, ACK, ACK_ECN, CRYPTO, TOKEN, NEW_ID] = [0, 1, 2, 3, 6, 7, 0x18];
/** How many numbers follow each type that has nothing else. */
const NUMBERS: ReadonlyMap<number, number> = new Map([
  [4, 3],
  [5, 2],
  [0x10, 1],
  [0x11, 2],
  [0x12, 1],
  [0x13, 1],
  [0x14, 1],
  [0x15, 2],
  [0x16, 1],
  [0x17, 1],
  [0x19, 1],
  [0x1e, 0],
]);
const [CHALLENGE, RESPONSE, CLOSE, CLOSE_APP, DATAGRAM, DATAGRAM_LENGTH] = [0x1a, 0x1b, 0x1c, 0x1d, 0x30, 0x31];
const MAX_FRAMES = 1000;
const MAX_RANGES = 1000;

/** False where the reading ended before the packet did. */
export function eachFrame(b: Uint8Array, frames: Frames): boolean {
  let at = 0;
  let ok = true;
  /** The next number; 0 and `ok` false where there is none. */
  const number = (): number => {
    const v = varint(b, at, b.length);
    ok &&= v !== undefined;
    at = v?.[1] ?? b.length;
    return v?.[0] ?? 0;
  };
  const numbers = (n: number): void => {
    for (let i = 0; i < n && ok; i++) number();
  };
  /** So many bytes; undefined where there are fewer. */
  const bytes = (n: number): Uint8Array | undefined => {
    ok &&= at + n <= b.length;
    if (!ok) return undefined;
    at += n;
    return b.subarray(at - n, at);
  };
  for (let n = 0; at < b.length && ok; ) {
    if (b[at] === PADDING) {
      at++;
      continue;
    }
    if (++n > MAX_FRAMES) return false;
    const type = number();
    const count = NUMBERS.get(type);
    if (count !== undefined) numbers(count);
    else if (type >= 8 && type <= 15) {
      const stream = number();
      const offset = (type & 4) !== 0 ? number() : 0;
      const length = (type & 2) !== 0 ? number() : b.length - at;
      const part = bytes(length);
      if (part) frames.part(stream, offset, part);
    } else if (type === CRYPTO) {
      const offset = number();
      const part = bytes(number());
      if (part) frames.part(-1, offset, part);
    } else if (type === ACK || type === ACK_ECN) {
      numbers(2);
      const ranges = number();
      if (ranges > MAX_RANGES) return false;
      numbers(1 + 2 * ranges + (type === ACK_ECN ? 3 : 0));
    } else if (type === TOKEN || type === DATAGRAM_LENGTH) bytes(number());
    else if (type === NEW_ID) {
      numbers(2);
      bytes((bytes(1)?.[0] ?? 0) + 16);
    } else if (type === CHALLENGE || type === RESPONSE) bytes(8);
    else if (type === CLOSE || type === CLOSE_APP) {
      numbers(type === CLOSE ? 2 : 1);
      bytes(number());
    } else if (type === DATAGRAM) return ok;
    else if (type !== PING) return false;
  }
  return ok;
}
