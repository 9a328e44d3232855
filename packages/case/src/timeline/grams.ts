/**
 * What a block of rows is remembered by: its runs of four letters, in an alphabet of 64, and its match keys. Both are hashed to
 * places of a row of bits (`signature.ts`). For searches of two or three letters there are runs of three without a hash, of larger blocks.
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

/** Alphabet of the short grams: letters, digits, and all the rest. Three of them are a place without a hash. */
const SHORT = 37;
export const SHORT_ROWS: number = SHORT ** 3;
const SHORT_CLASS = new Uint8Array(128).fill(END);
for (let i = 0; i < 36; i++) SHORT_CLASS[i < 26 ? 0x61 + i : 0x30 + i - 26] = i;

/** Marks the grams of a folded value in the bits of its block, and its short ones in those of a larger one. */
export function addGrams(folded: string, into: Uint32Array, short: Uint32Array, bits: number): void {
  const shift = 32 - bits;
  let gram = 0x924924; // END four times
  let [a, b] = [END, END];
  // The last letters of a value begin grams, too: a short search may be one of them.
  for (let i = 0; i < folded.length + GRAM - 1; i++) {
    const unit = i < folded.length ? folded.charCodeAt(i) : 0;
    gram = ((gram << 6) | (unit < 128 ? CLASS[unit]! : 43 + (unit % 21))) & 0xffffff;
    const c = unit < 128 ? SHORT_CLASS[unit]! : END;
    if (i >= GRAM - 1) {
      const place = Math.imul(gram + 1, 0x9e3779b1) >>> shift;
      into[place >>> 5]! |= 1 << (place & 31);
    }
    if (i >= 2) {
      const place = (a * SHORT + b) * SHORT + c;
      short[place >>> 5]! |= 1 << (place & 31);
    }
    a = b;
    b = c;
  }
}

/** Most places of one term that are asked for: each is a read. */
const MOST = 12;

/** Places of which a block that holds `term` has all; none for a term of less than four letters. */
export function gramPlaces(term: string, bits: number): readonly number[] {
  const classes = Array.from({ length: term.length }, (_, i) => classOf(term.charCodeAt(i)));
  const all: number[] = [];
  for (let i = 0; i + GRAM <= classes.length; i++) {
    const [a, b, c, d] = classes.slice(i, i + GRAM) as [number, number, number, number];
    all.push(placeOf((a << 18) | (b << 12) | (c << 6) | d, bits));
  }
  const step = Math.max(1, all.length / MOST);
  const some = new Set<number>();
  for (let i = 0; i < all.length; i += step) some.add(all[Math.floor(i)]!);
  return [...some];
}

/** Short places of which a block that holds `term` has one: of terms of two or three letters; of others nothing is said. */
export function shortPlaces(term: string): readonly number[] {
  const classes = Array.from({ length: term.length }, (_, i) => {
    const unit = term.charCodeAt(i);
    return unit < 128 ? SHORT_CLASS[unit]! : END;
  });
  const [a, b, c] = classes as [number, number, number];
  if (classes.length === 3) return [(a * SHORT + b) * SHORT + c];
  return classes.length === 2 ? Array.from({ length: SHORT }, (_, k) => (a * SHORT + b) * SHORT + k) : [];
}

/** Three places of a match key (FNV-1a, 32 bits, with two begins; the third is their sum, as Kirsch and Mitzenmacher have it). */
export function keyPlaces(key: string, bits: number): readonly [number, number, number] {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < key.length; i++) {
    const c = key.charCodeAt(i);
    a = Math.imul(a ^ c, 0x01000193);
    b = Math.imul(b ^ c, 0x85ebca6b);
  }
  a = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d);
  b = Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  a ^= a >>> 12;
  b ^= b >>> 16;
  const shift = 32 - bits;
  return [a >>> shift, b >>> shift, (a + Math.imul(b, 3)) >>> shift];
}
