/** A set of small numbers: one bit each. @module */
export class Bits {
  readonly #words: Uint32Array;

  constructor(size: number) {
    this.#words = new Uint32Array(Math.ceil(size / 32));
  }

  add(n: number): void {
    const word = this.#words[n >>> 5];
    if (word !== undefined) this.#words[n >>> 5] = word | (1 << (n & 31));
  }

  has(n: number): boolean {
    return ((this.#words[n >>> 5] ?? 0) & (1 << (n & 31))) !== 0;
  }
}
