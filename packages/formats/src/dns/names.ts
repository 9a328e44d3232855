/**
 * Names of a DNS message. Each is read a few times in every message, and the same ones come again and again: what was read last for each
 * hash is kept, so that a name is one text.
 * Source: RFC 1035 (3.1, 4.1.4, 5.1).
 * @module
 */

/** Names that are kept, and letters of one of them; longer ones are made each time. */
const KEPT = 2048;
const MAX_KEPT = 96;

/** Names of one message that are remembered. */
const SEEN = 8;

const DOT = 0x2e;
const BACKSLASH = 0x5c;

/** Where the letters of one name are put together (four for a byte at most): a text that grows by letters costs many times as much. */
const NAME: Uint8Array = new Uint8Array(4 * 255);
const decoder = new TextDecoder();

const letters: Uint8Array = new Uint8Array(KEPT * MAX_KEPT);
const texts: string[] = new Array(KEPT).fill("");

/** The text of the first `size` letters of `NAME`. */
function textOf(size: number): string {
  if (size > MAX_KEPT) return decoder.decode(NAME.subarray(0, size));
  let h = size;
  for (let i = 0; i < size; i++) h = Math.imul(h ^ NAME[i]!, 0x0100_0193);
  const slot = Math.imul(h ^ (h >>> 15), 0x9e3779b1) >>> 21;
  const known = texts[slot]!;
  const at = slot * MAX_KEPT;
  if (known.length === size) {
    let i = 0;
    while (i < size && letters[at + i] === NAME[i]) i++;
    if (i === size) return known;
  }
  for (let i = 0; i < size; i++) letters[at + i] = NAME[i]!;
  return (texts[slot] = decoder.decode(NAME.subarray(0, size)));
}

/** A byte that is no plain letter, as `\DDD`; a dot or backslash of a label with one before it. Where the next letter goes. */
function escaped(c: number, size: number): number {
  NAME[size] = BACKSLASH;
  if (c === DOT || c === BACKSLASH) {
    NAME[size + 1] = c;
    return size + 2;
  }
  NAME[size + 1] = 0x30 + Math.floor(c / 100);
  NAME[size + 2] = 0x30 + (Math.floor(c / 10) % 10);
  NAME[size + 3] = 0x30 + (c % 10);
  return size + 4;
}

/** Reads names of one message; `end`: where the last name ended. */
export class Names {
  #b: Uint8Array = NAME;
  #start = 0;
  #limit = 0;
  end = 0;
  /** Where names of this message begin, and what they are: most others are nothing but a pointer to one. */
  readonly #begins: Uint16Array = new Uint16Array(SEEN);
  readonly #texts: string[] = [];
  #seen = 0;

  /** The message in `b[start]` to `b[limit - 1]`. */
  message(b: Uint8Array, start: number, limit: number): void {
    this.#b = b;
    this.#start = start;
    this.#limit = limit;
    this.#seen = 0;
  }

  read(from: number): string | undefined {
    const b = this.#b;
    // What was read before it is the same from here.
    if (from + 1 < this.#limit && b[from]! >= 0xc0) {
      const to = ((b[from]! & 0x3f) << 8) | b[from + 1]!;
      for (let i = 0; i < this.#seen; i++)
        if (this.#begins[i] === to) {
          this.end = from + 2;
          return this.#texts[i];
        }
    }
    const text = this.#read(from);
    if (text !== undefined && this.#seen < SEEN) {
      this.#begins[this.#seen] = from - this.#start;
      this.#texts[this.#seen++] = text;
    }
    return text;
  }

  #read(from: number): string | undefined {
    const b = this.#b;
    const limit = this.#limit;
    let at = from;
    let back = from;
    let jumped = false;
    let size = 0;
    let length = 0;
    for (;;) {
      if (at >= limit) return undefined;
      const n = b[at]!;
      if (n === 0) {
        if (!jumped) this.end = at + 1;
        return textOf(size);
      }
      if (n >= 0xc0) {
        if (at + 1 >= limit) return undefined;
        const to = this.#start + (((n & 0x3f) << 8) | b[at + 1]!);
        if (to >= back) return undefined;
        if (!jumped) this.end = at + 2;
        jumped = true;
        back = to;
        at = to;
        continue;
      }
      const next = at + 1 + n;
      if (n > 63 || next > limit) return undefined;
      length += n + 1;
      if (length > 254) return undefined;
      if (length > n + 1) NAME[size++] = DOT;
      for (let i = at + 1; i < next; i++) {
        const c = b[i]!;
        if (c > 0x20 && c < 0x7f && c !== DOT && c !== BACKSLASH) NAME[size++] = c;
        else size = escaped(c, size);
      }
      at = next;
    }
  }
}
