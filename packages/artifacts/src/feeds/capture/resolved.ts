/** Which name an address was the answer to. @module */

/** Addresses of each half: what was answered last, and what before; the older half is forgotten as a whole. */
const HALF = 25_000;

export class ResolvedNames {
  #young = new Map<string, string>();
  #old = new Map<string, string>();

  /** The last answer counts. */
  add(name: string, address: string): void {
    if (this.#young.get(address) === name) return;
    if (this.#young.size >= HALF && !this.#young.has(address)) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(address, name);
  }

  of(address: string): string | undefined {
    return this.#young.get(address) ?? this.#old.get(address);
  }
}
