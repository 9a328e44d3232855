/**
 * Bytes of text without what differs between two spellings of a name: case, accents, what stands between words, and the encoding:
 * UTF-8, Latin-1 and UTF-16 of Latin letters come out the same. Other scripts stay the bytes of their UTF-8.
 * @module
 */

const SPACE = 32;

/** What a byte of ASCII becomes: a small letter, a digit, or nothing (0). */
const ASCII = new Uint8Array(128);
for (let c = 0x30; c <= 0x39; c++) ASCII[c] = c;
for (let c = 0x61; c <= 0x7a; c++) {
  ASCII[c] = c;
  ASCII[c - 32] = c;
}

/** The plain letter of U+00C0 to U+017F, or 0. */
const LATIN = new Uint8Array(0xc0);
for (let i = 0; i < LATIN.length; i++) {
  const base = String.fromCodePoint(0xc0 + i)
    .normalize("NFD")
    .charCodeAt(0);
  LATIN[i] = base < 128 ? ASCII[base]! : 0;
}

const isNext = (b: number | undefined): boolean => b !== undefined && (b & 0xc0) === 0x80;

/** `spaces`: one space for what stands between words; else words stand together. `out` needs a byte more than `bytes`. */
export function foldBytes(bytes: Uint8Array, out: Uint8Array, spaces: boolean): number {
  let n = 0;
  let open = false;
  const put = (b: number): void => {
    if (spaces && open) out[n++] = SPACE;
    open = false;
    out[n++] = b;
  };
  for (let i = 0; i < bytes.length; i++) {
    const b = bytes[i]!;
    if (b < 0x80) {
      const folded = ASCII[b]!;
      if (folded !== 0) put(folded);
      // A zero is half of a letter of UTF-16.
      else if (b !== 0) open = true;
      continue;
    }
    const next = bytes[i + 1];
    if (isNext(next) && b >= 0xc2 && b <= 0xdf) {
      i++;
      const code = ((b & 31) << 6) | (next! & 63);
      const latin = code >= 0xc0 && code < 0x180 ? LATIN[code - 0xc0]! : 0;
      if (latin !== 0) put(latin);
      else if (code < 0xc0) open = true;
      // Accents that stand by themselves are left out.
      else if (code < 0x300 || code > 0x36f) {
        put(b);
        out[n++] = next!;
      }
    } else if (b === 0xe2 && next === 0x80 && isNext(bytes[i + 2])) {
      // Dashes, quotes, spaces without width.
      i += 2;
      open = true;
    } else if (!isNext(b) && !isNext(next) && b >= 0xc0 && LATIN[b - 0xc0] !== 0) put(LATIN[b - 0xc0]!);
    else if (isNext(b) && !isNext(bytes[i - 1]) && (bytes[i - 1] ?? 0) < 0xc0) open = true;
    else put(b);
  }
  return n;
}

/** The same of a text, as the letters of its bytes. */
export function foldText(text: string, spaces: boolean): string {
  const bytes = new TextEncoder().encode(text);
  const out = new Uint8Array(bytes.length * 2 + 2);
  return letters(out.subarray(0, foldBytes(bytes, out, spaces)));
}

/** One letter a byte. */
export function letters(bytes: Uint8Array): string {
  let out = "";
  for (let i = 0; i < bytes.length; i += 8192) out += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return out;
}
