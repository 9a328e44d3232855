/** Pieces of a file that were used last, up to a number of bytes; what is let go is filled again. @module */

/** Pieces of this many bytes are lent on to the next file: a phone's logs are hundreds of files, each with some of them. */
const LENT = 1 << 20;
const MAX_LENT = 8;
/** Shorter pieces are made as they are needed. */
const SMALL = 1 << 16;
const lent: Uint8Array[] = [];

export class Lru {
  readonly #pieces = new Map<number, Uint8Array>();
  readonly #spares: Uint8Array[] = [];
  readonly #limit: number;
  readonly #length: number;
  #bytes = 0;

  /** `limit` bytes are kept, in pieces of at most `length` bytes. */
  constructor(limit: number, length: number) {
    this.#limit = limit;
    this.#length = length;
  }

  get(key: number): Uint8Array | undefined {
    const piece = this.#pieces.get(key);
    if (piece) {
      this.#pieces.delete(key);
      this.#pieces.set(key, piece);
    }
    return piece;
  }

  /** Memory for a new piece, as long or longer: of one that was let go, where there is one. */
  spare(): Uint8Array {
    return (
      this.#spares.pop() ??
      (this.#length > SMALL && this.#length <= LENT ? lent.pop() : undefined) ??
      new Uint8Array(this.#length)
    );
  }

  /** Keeps a piece (the start of what `spare` gave) and lets go of those used longest ago. */
  set(key: number, piece: Uint8Array): void {
    this.#drop(key);
    this.#bytes += piece.length;
    this.#pieces.set(key, piece);
    for (const old of this.#pieces.keys()) {
      if (this.#bytes <= this.#limit || old === key) break;
      this.#drop(old);
    }
  }

  #drop(key: number): void {
    const piece = this.#pieces.get(key);
    if (!piece) return;
    this.#pieces.delete(key);
    this.#bytes -= piece.length;
    this.#spares.push(new Uint8Array(piece.buffer as ArrayBuffer));
  }

  clear(): void {
    for (const key of [...this.#pieces.keys()]) this.#drop(key);
    for (const spare of this.#spares) if (spare.length === LENT && lent.length < MAX_LENT) lent.push(spare);
    this.#pieces.clear();
    this.#spares.length = 0;
    this.#bytes = 0;
  }
}
