/**
 * What a block of rows is remembered by: its runs of four letters, in an alphabet of 64, and its match keys. Both are hashed to
 * places of a row of bits (`signature.ts`). A search that is shorter than four letters asks for every way to go on.
 * @module
 */

/** Letters of a gram. */
export const GRAM = 4;
/** What stands behind each value: no letter. */
const END = 36;

/** ASCII by value; letters beyond it share 21 classes. */
const CLASS = new Uint8Array(128).fill(END);
for (let i = 0; i < 26; i++) CLASS[0x61 + i] = i;
for (let i = 0; i < 10; i++) CLASS[0x30 + i] = 26 + i;
for (const [i, c] of [...".-@:_/"].entries()) CLASS[c.charCodeAt(0)] = END + 1 + i;

const classOf = (unit: number): number => (unit < 128 ? CLASS[unit]! : 43 + (unit % 21));

/** Place of a gram among `2^bits` ones. The multiplier is 2^32 divided by the golden ratio (Knuth, TAOCP 6.4). */
const placeOf = (gram: number, bits: number): number => Math.imul(gram + 1, 0x9e3779b1) >>> (32 - bits);

/** Marks the grams of a folded value in a block's bits. */
export function addGrams(folded: string, into: Uint32Array, bits: number): void {
  let gram = 0x924924; // END four times
  const shift = 32 - bits;
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i);
    gram = ((gram << 6) | (unit < 128 ? CLASS[unit]! : 43 + (unit % 21))) & 0xffffff;
    if (i < GRAM - 1) continue;
    const place = Math.imul(gram + 1, 0x9e3779b1) >>> shift;
    into[place >>> 5]! |= 1 << (place & 31);
  }
  // The last letters of a value begin grams, too: a short search may be one of them.
  for (let k = 0; k < GRAM - 1; k++) {
    gram = ((gram << 6) | END) & 0xffffff;
    if (folded.length + k < GRAM - 1) continue;
    const place = Math.imul(gram + 1, 0x9e3779b1) >>> shift;
    into[place >>> 5]! |= 1 << (place & 31);
  }
}

/** Most places of one term that are asked for: each is a read. */
const MOST = 12;

/**
 * Places of which a block that holds `term` has one of each list. None for a term of one letter: every block may hold it.
 */
export function gramPlaces(term: string, bits: number): readonly (readonly number[])[] {
  const classes = Array.from({ length: term.length }, (_, i) => classOf(term.charCodeAt(i)));
  if (classes.length >= GRAM) {
    const all: number[] = [];
    for (let i = 0; i + GRAM <= classes.length; i++) {
      const [a, b, c, d] = classes.slice(i, i + GRAM) as [number, number, number, number];
      all.push(placeOf((a << 18) | (b << 12) | (c << 6) | d, bits));
    }
    const step = Math.max(1, all.length / MOST);
    const some = new Set<number>();
    for (let i = 0; i < all.length; i += step) some.add(all[Math.floor(i)]!);
    return [...some].map((p) => [p]);
  }
  if (classes.length < 2) return [];
  const left = GRAM - classes.length;
  const head = classes.reduce((n, c) => (n << 6) | c, 0) << (6 * left);
  const places = new Set<number>();
  for (let tail = 0; tail < 64 ** left; tail++) places.add(placeOf(head | tail, bits));
  return [[...places]];
}

/** Two places of a match key (FNV-1a, 32 bits, with two begins). */
export function keyPlaces(key: string, bits: number): readonly [number, number] {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < key.length; i++) {
    const c = key.charCodeAt(i);
    a = Math.imul(a ^ c, 0x01000193);
    b = Math.imul(b ^ c, 0x85ebca6b);
  }
  a = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d);
  b = Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  return [(a ^ (a >>> 12)) >>> (32 - bits), (b ^ (b >>> 16)) >>> (32 - bits)];
}
