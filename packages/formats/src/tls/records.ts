/**
 * The record layer of TLS, as far as it is in the open: messages of the handshake, over records and segments of any size.
 * Sources: RFC 8446 (5.1, 4), 5246 (6.2.1).
 * @module
 */

export interface Handshake {
  /** 1 client hello, 2 server hello, 11 certificate … */
  readonly type: number;
  /** Its body: a part of the bytes that came, or of memory that is used again when others come, on any connection. */
  readonly body: Uint8Array;
}

const NOTHING: Uint8Array = new Uint8Array(0);
const NONE: readonly Handshake[] = [];

/** Bytes of one record, and of one message that is read: a chain of certificates has some thousand. */
const MAX_RECORD = 16_384 + 2048;
const MAX_MESSAGE = 1 << 17;
/** Records that the handshake of one side comes in: each is joined with what waits, and an honest one has ten. */
const MAX_RECORDS = 512;
const [CHANGE, HANDSHAKE, DATA] = [20, 22, 23];

/** Puts together what came in parts. A certificate comes in three segments: memory for each would be most of what reading TLS leaves behind. */
class Joiner {
  #memory: Uint8Array = NOTHING;

  /** Both, one behind the other; until the next call. */
  joined(a: Uint8Array, b: Uint8Array): Uint8Array {
    if (a.length === 0) return b;
    const size = a.length + b.length;
    if (this.#memory.length < size) this.#memory = new Uint8Array(Math.max(size, 2 * this.#memory.length));
    this.#memory.set(a);
    this.#memory.set(b, a.length);
    return this.#memory.subarray(0, size);
  }
}

const RECORDS = new Joiner();
const MESSAGES = new Joiner();

/** True if bytes may begin a connection of TLS: a record of the handshake. */
export function looksLikeTls(b: Uint8Array): boolean {
  return b.length >= 3 && b[0] === HANDSHAKE && b[1] === 3 && b[2]! <= 4;
}

/** Takes bytes of one direction in their order. */
export class TlsRecords {
  #held: Uint8Array = NOTHING;
  #message: Uint8Array = NOTHING;
  #records = 0;
  /** What follows is encrypted, or no TLS. */
  done = false;

  /** Bytes that wait for those behind them. */
  get held(): number {
    return this.#held.length + this.#message.length;
  }

  /** Messages that these bytes complete. */
  take(bytes: Uint8Array): readonly Handshake[] {
    if (this.done) return NONE;
    const all = RECORDS.joined(this.#held, bytes);
    let whole: Handshake[] | undefined;
    let at = 0;
    while (at + 5 <= all.length && !this.done) {
      const type = all[at]!;
      const length = (all[at + 3]! << 8) | all[at + 4]!;
      if (type < CHANGE || type > DATA || all[at + 1] !== 3 || length > MAX_RECORD) {
        this.done = true;
        break;
      }
      if (at + 5 + length > all.length) break;
      const body = all.subarray(at + 5, at + 5 + length);
      at += 5 + length;
      // After this everything is encrypted; in TLS 1.3 it is for show, and data follow at once.
      if (type === CHANGE || type === DATA || ++this.#records > MAX_RECORDS) this.done = true;
      else if (type === HANDSHAKE) this.#handshake(body, (whole ??= []));
    }
    this.#held = this.done || at === all.length ? NOTHING : all.slice(at);
    if (this.#held.length > MAX_RECORD + 5) this.done = true;
    if (this.done) this.#message = NOTHING;
    return whole ?? NONE;
  }

  #handshake(body: Uint8Array, whole: Handshake[]): void {
    // What was put together before in this call is still to be read.
    const all = (whole.length === 0 ? MESSAGES : new Joiner()).joined(this.#message, body);
    let at = 0;
    while (at + 4 <= all.length) {
      const length = (all[at + 1]! << 16) | (all[at + 2]! << 8) | all[at + 3]!;
      if (length > MAX_MESSAGE) {
        this.done = true;
        return;
      }
      if (at + 4 + length > all.length) break;
      whole.push({ type: all[at]!, body: all.subarray(at + 4, at + 4 + length) });
      at += 4 + length;
    }
    this.#message = at === all.length ? NOTHING : all.slice(at);
    if (this.#message.length > MAX_MESSAGE) this.done = true;
  }
}
