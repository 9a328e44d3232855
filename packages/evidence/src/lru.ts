/** Pieces of a file that were used last, up to a number of bytes. */
export class Lru {
  readonly #pieces = new Map<number, Uint8Array>();
  readonly #limit: number;
  #bytes = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: number): Uint8Array | undefined {
    const piece = this.#pieces.get(key);
    if (piece) {
      this.#pieces.delete(key);
      this.#pieces.set(key, piece);
    }
    return piece;
  }

  set(key: number, piece: Uint8Array): void {
    this.#bytes += piece.length - (this.#pieces.get(key)?.length ?? 0);
    this.#pieces.delete(key);
    this.#pieces.set(key, piece);
    for (const [old, bytes] of this.#pieces) {
      if (this.#bytes <= this.#limit || old === key) break;
      this.#pieces.delete(old);
      this.#bytes -= bytes.length;
    }
  }

  clear(): void {
    this.#pieces.clear();
    this.#bytes = 0;
  }
}
