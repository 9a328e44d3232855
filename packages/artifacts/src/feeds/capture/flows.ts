/**
 * The table of connections: found by addresses, ports and transport, both directions as one. Keys lie in one array of numbers and no
 * text is made for a packet of a flow that is known, since a capture has millions of them.
 * @module
 */

/** Words of a key: what it is, two addresses of four words, two ports. */
const WORDS = 10;

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
    w.fill(0);
    let order = 0;
    for (let i = 0; i < size && order === 0; i++) order = b[source + i]! - b[target + i]!;
    if (order === 0) order = from - to;
    this.swapped = order > 0;
    const [one, two] = this.swapped ? [target, source] : [source, target];
    w[0] = (size << 8) | protocol;
    for (let i = 0; i < size / 4; i++) {
      w[1 + i] = word(b, one + 4 * i);
      w[5 + i] = word(b, two + 4 * i);
    }
    w[9] = this.swapped ? (to << 16) | from : (from << 16) | to;
  }
}

const word = (b: Uint8Array, at: number): number =>
  ((b[at]! << 24) | (b[at + 1]! << 16) | (b[at + 2]! << 8) | b[at + 3]!) >>> 0;

function hash(w: Uint32Array, at: number): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < WORDS; i++) {
    h = Math.imul(h ^ w[at + i]!, 0x9e3779b1);
    h ^= h >>> 15;
  }
  return h >>> 0;
}

/** `T` is what is known of a flow. Slots of those that were removed are used again. */
export class FlowTable<T> {
  readonly #max: number;
  readonly #mask: number;
  /** Slot + 1 by hash; 0 is free. */
  readonly #index: Int32Array;
  readonly #keys: Uint32Array;
  readonly #flows: (T | undefined)[] = [];
  readonly #free: number[] = [];

  /** `max`: flows at once; a power of two. */
  constructor(max: number) {
    this.#max = max;
    this.#mask = 2 * max - 1;
    this.#index = new Int32Array(2 * max);
    this.#keys = new Uint32Array(max * WORDS);
  }

  get size(): number {
    return this.#flows.length - this.#free.length;
  }

  get full(): boolean {
    return this.size >= this.#max;
  }

  #same(slot: number, w: Uint32Array): boolean {
    const at = slot * WORDS;
    for (let i = 0; i < WORDS; i++) if (this.#keys[at + i] !== w[i]) return false;
    return true;
  }

  get(key: FlowKey): T | undefined {
    for (let i = hash(key.words, 0) & this.#mask; ; i = (i + 1) & this.#mask) {
      const slot = this.#index[i]! - 1;
      if (slot < 0) return undefined;
      if (this.#same(slot, key.words)) return this.#flows[slot];
    }
  }

  #link(slot: number): void {
    let i = hash(this.#keys, slot * WORDS) & this.#mask;
    while (this.#index[i] !== 0) i = (i + 1) & this.#mask;
    this.#index[i] = slot + 1;
  }

  /** Adds a flow that is not there. There must be room. */
  add(key: FlowKey, flow: T): void {
    const slot = this.#free.pop() ?? this.#flows.length;
    this.#flows[slot] = flow;
    this.#keys.set(key.words, slot * WORDS);
    this.#link(slot);
  }

  /** Takes a flow out; another of the same key may follow. */
  replace(key: FlowKey, flow: T): void {
    for (let i = hash(key.words, 0) & this.#mask; ; i = (i + 1) & this.#mask) {
      const slot = this.#index[i]! - 1;
      if (slot < 0) return;
      if (!this.#same(slot, key.words)) continue;
      this.#flows[slot] = flow;
      return;
    }
  }

  /** Removes flows for which `ended` says so, in the order in which they were added; all others are linked anew. */
  sweep(ended: (flow: T) => boolean): void {
    this.#index.fill(0);
    for (const [slot, flow] of this.#flows.entries()) {
      if (flow === undefined) continue;
      if (ended(flow)) {
        this.#flows[slot] = undefined;
        this.#free.push(slot);
      } else this.#link(slot);
    }
  }

  *values(): Generator<T> {
    for (const flow of this.#flows) if (flow !== undefined) yield flow;
  }
}
