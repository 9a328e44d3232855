/**
 * The table of connections: found by addresses, ports and transport, both directions as one. Keys lie in one array of numbers and no
 * text is made for a packet of a flow that is known, since a capture has millions of them.
 * @module
 */

/** Words of a key: what it is, two addresses of four words, two ports. */
const WORDS = 10;
/** Slots at first. */
const FIRST = 1024;

export const FIN = 1;
export const SYN = 2;
export const RST = 4;
export const ACK = 16;

/** A key that is filled for each packet. */
export class FlowKey {
  readonly words: Uint32Array = new Uint32Array(WORDS);
  /** The packet goes from the second address to the first. */
  swapped = false;

  /** Addresses of `size` bytes at `source` and `target`. */
  set(b: Uint8Array, source: number, target: number, size: 4 | 16, protocol: number, from: number, to: number): void {
    const w = this.words;
    const words = size >> 2;
    let order = 0;
    for (let i = 0; i < words; i++) {
      w[1 + i] = word(b, source + 4 * i);
      w[5 + i] = word(b, target + 4 * i);
      if (order === 0 && w[1 + i] !== w[5 + i]) order = w[1 + i]! < w[5 + i]! ? -1 : 1;
    }
    for (let i = words; i < 4; i++) w[1 + i] = w[5 + i] = 0;
    if (order === 0) order = from - to;
    w[0] = (size << 8) | protocol;
    this.swapped = order > 0;
    if (!this.swapped) {
      w[9] = (from << 16) | to;
      return;
    }
    for (let i = 1; i <= words; i++) {
      const v = w[i]!;
      w[i] = w[4 + i]!;
      w[4 + i] = v;
    }
    w[9] = (to << 16) | from;
  }
}

const word = (b: Uint8Array, at: number): number =>
  (b[at]! << 24) | (b[at + 1]! << 16) | (b[at + 2]! << 8) | b[at + 3]!;

function hash(w: Uint32Array, at: number): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < WORDS; i++) {
    h = Math.imul(h ^ w[at + i]!, 0x9e3779b1);
    h ^= h >>> 15;
  }
  return h >>> 0;
}

/** Where flows stand: a slot for each, found by its key. Slots of those that were removed are used again. */
export class FlowTable {
  readonly #max: number;
  readonly #mask: number;
  /** Slot + 1 by hash; 0 is free. */
  readonly #index: Int32Array;
  #keys: Uint32Array = new Uint32Array(FIRST * WORDS);
  /** 1 where there is a flow. */
  #used: Uint8Array = new Uint8Array(FIRST);
  /** Slots that were ever used. */
  #slots = 0;
  readonly #free: number[] = [];

  /** `max`: flows at once; a power of two. */
  constructor(max: number) {
    this.#max = max;
    this.#mask = 2 * max - 1;
    this.#index = new Int32Array(2 * max);
  }

  get size(): number {
    return this.#slots - this.#free.length;
  }

  get full(): boolean {
    return this.size >= this.#max;
  }

  #same(slot: number, w: Uint32Array): boolean {
    const at = slot * WORDS;
    const keys = this.#keys;
    for (let i = WORDS - 1; i >= 0; i--) if (keys[at + i] !== w[i]) return false;
    return true;
  }

  /** The slot of a flow; -1 if it is not there. */
  get(key: FlowKey): number {
    for (let i = hash(key.words, 0) & this.#mask; ; i = (i + 1) & this.#mask) {
      const slot = this.#index[i]! - 1;
      if (slot < 0 || this.#same(slot, key.words)) return slot;
    }
  }

  #link(slot: number): void {
    let i = hash(this.#keys, slot * WORDS) & this.#mask;
    while (this.#index[i] !== 0) i = (i + 1) & this.#mask;
    this.#index[i] = slot + 1;
  }

  /** A slot for a flow that is not there. There must be room. */
  add(key: FlowKey): number {
    const slot = this.#free.pop() ?? this.#slots++;
    if (slot === this.#used.length) {
      this.#keys = larger(this.#keys, new Uint32Array(2 * this.#keys.length));
      this.#used = larger(this.#used, new Uint8Array(2 * slot));
    }
    this.#used[slot] = 1;
    this.#keys.set(key.words, slot * WORDS);
    this.#link(slot);
    return slot;
  }

  /** One word of the key of a slot. */
  word(slot: number, i: number): number {
    return this.#keys[slot * WORDS + i]!;
  }

  /** Removes flows for which `ended` says so; all others are linked anew. */
  sweep(ended: (slot: number) => boolean): void {
    this.#index.fill(0);
    for (let slot = 0; slot < this.#slots; slot++) {
      if (this.#used[slot] === 0) continue;
      if (ended(slot)) {
        this.#used[slot] = 0;
        this.#free.push(slot);
      } else this.#link(slot);
    }
  }

  slots(): number[] {
    const out: number[] = [];
    for (let slot = 0; slot < this.#slots; slot++) if (this.#used[slot] === 1) out.push(slot);
    return out;
  }
}

/** `to`, which is as long or longer, with what `from` holds. */
export function larger<T extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(from: T, to: T): T {
  to.set(from as never);
  return to;
}
