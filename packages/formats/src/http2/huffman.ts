/**
 * The Huffman code of HPACK. It is canonical: the lengths of its codes say all; shorter ones come first, those of one length in the order
 * of their letters.
 * Source: RFC 7541, 5.2 and appendix B.
 * @module
 */

/** Bits of the code of each byte, and of the end (256), as one digit of base 36 each. */
const LENGTHS =
  "dnsssssssoussussssssssusssssssss6aacd68baa8b8666555666666678f6cad67777777777777777777777878djde6f565" +
  "65666577666567655677777fbedskmkkmmmnmnnnnnonoomnonnnnlmnmnnomlkmmnnlnmmolmnnllmlnmnnkmmmnmmnqqkjmnmp" +
  "qqqrrqopjlqrrqrollqqsrrrkoklmllnmmppooqnqrqqrrrrrsrrrrrqu";

const [SHORTEST, LONGEST] = [5, 30];

/** Of each length: its first code, the place of that among `SYMBOLS`, and how many there are. */
const FIRST = new Float64Array(LONGEST + 2);
const PLACE = new Uint16Array(LONGEST + 2);
const COUNT = new Uint16Array(LONGEST + 2);
const SYMBOLS = new Uint16Array(LENGTHS.length);

for (let length = SHORTEST, code = 0, at = 0; length <= LONGEST; length++, code *= 2) {
  FIRST[length] = code;
  PLACE[length] = at;
  for (let symbol = 0; symbol < LENGTHS.length; symbol++) {
    if (Number.parseInt(LENGTHS[symbol]!, 36) !== length) continue;
    SYMBOLS[at++] = symbol;
    code++;
  }
  COUNT[length] = at - PLACE[length]!;
}

const END = 256;

/** The text in `b[start]` to `b[end - 1]`; undefined for what is none, or longer than `most` letters. */
export function unhuff(b: Uint8Array, start: number, end: number, most: number): string | undefined {
  let out = "";
  let [code, length] = [0, 0];
  for (let at = start; at < end; at++)
    for (let bit = 7; bit >= 0; bit--) {
      code = code * 2 + ((b[at]! >> bit) & 1);
      if (++length < SHORTEST) continue;
      const over = code - FIRST[length]!;
      if (over < COUNT[length]!) {
        const symbol = SYMBOLS[PLACE[length]! + over]!;
        if (symbol === END || out.length >= most) return undefined;
        out += String.fromCharCode(symbol);
        [code, length] = [0, 0];
      } else if (length >= LONGEST) return undefined;
    }
  // At most seven ones are left over.
  return length < 8 && code === 2 ** length - 1 ? out : undefined;
}
