/** Text that comes in pieces. @module */

/**
 * Joins its pieces every thousand: a text that grows by `+=` costs 32 bytes a piece until it is read, and a hostile one has
 * millions of one character.
 */
export class Pieces {
  #joined = "";
  #parts: string[] = [];

  add(piece: string): void {
    if (this.#parts.push(piece) < 1024) return;
    this.#joined += this.#parts.join("");
    this.#parts = [];
  }

  text(): string {
    return this.#joined + this.#parts.join("");
  }
}
