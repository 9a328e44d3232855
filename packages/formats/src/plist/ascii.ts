/** Texts out of bytes, fast for the short ones: a backup's list alone has tens of millions of them. @module */
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
const utf16be = new TextDecoder("utf-16be", { ignoreBOM: true });

/** Beyond this the decoder of the platform is faster than we are (measured: both take 350 ns at 32 bytes). */
const SHORT = 32;
const SLOTS = 1024;
/** The last text that fell on each slot: keys of dictionaries repeat in every object. Never grows. */
const seen: string[] = new Array<string>(SLOTS).fill("");

function same(s: string, b: Uint8Array, at: number, n: number): boolean {
  if (s.length !== n) return false;
  for (let i = 0; i < n; i++) if (s.charCodeAt(i) !== b[at + i]) return false;
  return true;
}

/**
 * Text of `n` bytes that should be ASCII. Other bytes are read as UTF-8, as libplist writes them; what is no UTF-8 either
 * becomes U+FFFD. The caller has checked that the bytes are there.
 */
export function asciiText(b: Uint8Array, at: number, n: number): string {
  if (n === 0) return "";
  if (n > SHORT) return utf8.decode(b.subarray(at, at + n));
  const slot = (n * 37 + b[at]! * 7 + b[at + (n >> 1)]! * 131 + b[at + n - 1]! * 17) & (SLOTS - 1);
  const last = seen[slot]!;
  if (same(last, b, at, n)) return last;
  let s = "";
  let high = 0;
  for (let i = at; i < at + n; i++) {
    high |= b[i]!;
    s += String.fromCharCode(b[i]!);
  }
  if (high > 0x7f) return utf8.decode(b.subarray(at, at + n));
  seen[slot] = s;
  return s;
}

/** Text of `n` units of UTF-16BE; a lone half of a pair becomes U+FFFD. */
export function utf16Text(b: Uint8Array, at: number, n: number): string {
  return utf16be.decode(b.subarray(at, at + 2 * n));
}
