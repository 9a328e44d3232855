/**
 * One direction of a TCP connection in its order, as far as a reader wants it. Bytes that come twice are taken once, the first time;
 * a hole that does not close ends the reading.
 * @module
 */

/** Takes bytes in their order; false once it needs no more. */
export type TakeBytes = (bytes: Uint8Array) => boolean;

/** Bytes and segments that wait for those before them. */
const MAX_WAITING = 1 << 17;
const MAX_SEGMENTS = 64;

const HALF = 0x8000_0000;
/** Distance of two sequence numbers (they go round at 2^32). */
const ahead = (a: number, b: number): number => {
  const d = (a - b) >>> 0;
  return d >= HALF ? d - 2 ** 32 : d;
};

export class Stream {
  readonly #take: TakeBytes;
  #next: number | undefined;
  #waiting: { readonly sequence: number; readonly bytes: Uint8Array }[] = [];
  #held = 0;
  done = false;
  /** It ended at a hole. */
  hole = false;

  constructor(take: TakeBytes) {
    this.#take = take;
  }

  /** Bytes that wait. */
  get held(): number {
    return this.#held;
  }

  /** The first byte will have this number: after a SYN. */
  begin(sequence: number): void {
    this.#next ??= sequence >>> 0;
  }

  #stop(hole: boolean): void {
    this.done = true;
    this.hole = hole;
    this.#waiting = [];
    this.#held = 0;
  }

  #give(bytes: Uint8Array): void {
    this.#next = (this.#next! + bytes.length) >>> 0;
    if (!this.#take(bytes)) this.#stop(false);
  }

  /** A segment; `bytes` may be used again by the caller. Without a SYN before it, the first one is the beginning. */
  push(sequence: number, bytes: Uint8Array): void {
    if (this.done || bytes.length === 0) return;
    this.#next ??= sequence;
    const gap = ahead(sequence, this.#next);
    if (gap <= 0) {
      if (-gap >= bytes.length) return;
      this.#give(gap === 0 ? bytes : bytes.subarray(-gap));
      if (this.#waiting.length > 0) this.#later();
      return;
    }
    if (this.#held + bytes.length > MAX_WAITING || this.#waiting.length >= MAX_SEGMENTS) {
      this.#stop(true);
      return;
    }
    this.#waiting.push({ sequence, bytes: bytes.slice() });
    this.#held += bytes.length;
  }

  /** What waited and follows now. */
  #later(): void {
    for (let found = true; found && !this.done; ) {
      found = false;
      for (let i = 0; i < this.#waiting.length; i++) {
        const w = this.#waiting[i]!;
        const gap = ahead(w.sequence, this.#next!);
        if (gap > 0) continue;
        this.#waiting.splice(i, 1);
        this.#held -= w.bytes.length;
        if (-gap < w.bytes.length) this.#give(w.bytes.subarray(-gap));
        found = true;
        break;
      }
    }
  }
}
