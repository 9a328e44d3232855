const NOTHING: Uint8Array = new Uint8Array(0);

/** Bytes of a stream taken in pieces of any length, without copying where a piece lies in one chunk. */
export class Chunks {
  readonly #source: AsyncIterator<Uint8Array>;
  /** The piece that came last: it holds until the next is asked for. */
  #chunk: Uint8Array = NOTHING;
  #at = 0;
  #ended = false;
  /** Bytes taken so far. */
  offset = 0;
  /** What the source threw, after which it counts as ended. */
  failure: unknown;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async #fill(): Promise<boolean> {
    while (this.#at >= this.#chunk.length) {
      [this.#chunk, this.#at] = [NOTHING, 0];
      if (this.#ended) return false;
      try {
        const next = await this.#source.next();
        if (next.done) this.#ended = true;
        else [this.#chunk, this.#at] = [next.value, 0];
      } catch (error) {
        this.#ended = true;
        this.failure = error ?? new Error("the source failed");
      }
    }
    return true;
  }

  /** At most `max` bytes, whatever is at hand; empty at the end. */
  async some(max: number): Promise<Uint8Array> {
    if (this.#at >= this.#chunk.length && !(await this.#fill())) return NOTHING;
    const piece = this.#chunk.subarray(this.#at, this.#at + max);
    this.#at += piece.length;
    this.offset += piece.length;
    return piece;
  }

  /** `length` bytes, fewer only at the end. */
  async take(length: number): Promise<Uint8Array> {
    const first = await this.some(length);
    if (first.length === length || first.length === 0) return first;
    const out = new Uint8Array(length);
    out.set(first);
    let n = first.length;
    while (n < length) {
      const piece = await this.some(length - n);
      if (piece.length === 0) return out.subarray(0, n);
      out.set(piece, n);
      n += piece.length;
    }
    return out;
  }

  /** Passes over `length` bytes; how many there were. */
  async skip(length: number): Promise<number> {
    let left = length;
    while (left > 0) {
      const piece = await this.some(left);
      if (piece.length === 0) break;
      left -= piece.length;
    }
    return length - left;
  }

  async close(): Promise<void> {
    this.#ended = true;
    await this.#source.return?.();
  }
}
