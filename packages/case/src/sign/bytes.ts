/** Small pieces that files of keys and signatures are made of. Each of them may have been written by an attacker. @module */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = new Int8Array(128).fill(-1);
for (let i = 0; i < 64; i++) VALUES[ALPHABET.charCodeAt(i)] = i;

/** Bytes of base64 with padding (RFC 4648, section 4), in its one form: undefined for any other text. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const digits = text.length - padding;
  const out = new Uint8Array((text.length / 4) * 3 - padding);
  let at = 0;
  let bits = 0;
  let held = 0;
  for (let i = 0; i < digits; i++) {
    const v = VALUES[text.charCodeAt(i)] ?? -1;
    if (v < 0) return undefined;
    held = (held << 6) | v;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out[at++] = (held >> bits) & 255;
  }
  // Bits that no byte holds must be zero: two texts never mean the same.
  return (held & ((1 << bits) - 1)) === 0 && at === out.length ? out : undefined;
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const p of parts) {
    out.set(p, at);
    at += p.length;
  }
  return out;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  let differs = a.length ^ b.length;
  for (let i = 0; i < a.length && i < b.length; i++) differs |= a[i]! ^ b[i]!;
  return differs === 0;
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** One line of at most `most` characters that a terminal shows as it is: what a comment may be. */
export function isPlainLine(text: string, most = 1000): boolean {
  return text.length <= most && !/[\p{C}\p{Zl}\p{Zp}]/u.test(text);
}

/** A text in lines, with either line end; the empty one after the last line end is left out. */
export function linesOf(text: string): string[] {
  const lines = text.split("\n").map((l) => (l.endsWith("\r") ? l.slice(0, -1) : l));
  if (lines[lines.length - 1] === "") lines.pop();
  return lines;
}
