/** Transfer encodings (RFC 2045, 6.7 and 6.8). What is none of theirs is passed over. @module */

const VALUES = new Int8Array(256).fill(-1);
for (const [i, c] of [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].entries())
  VALUES[c.charCodeAt(0)] = i;

export function base64(b: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.ceil((b.length * 3) / 4));
  let [bits, held, n] = [0, 0, 0];
  for (const c of b) {
    const v = VALUES[c]!;
    if (v < 0) continue;
    held = ((held << 6) | v) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out[n++] = (held >> bits) & 255;
  }
  return out.subarray(0, n);
}

const hexOf = (c: number | undefined): number => {
  if (c === undefined) return -1;
  if (c > 47 && c < 58) return c - 48;
  if (c > 64 && c < 71) return c - 55;
  return c > 96 && c < 103 ? c - 87 : -1;
};

export function quotedPrintable(b: Uint8Array): Uint8Array {
  const out = new Uint8Array(b.length);
  let n = 0;
  for (let i = 0; i < b.length; i++) {
    if (b[i] !== 61) {
      out[n++] = b[i]!;
      continue;
    }
    const [high, low] = [hexOf(b[i + 1]), hexOf(b[i + 2])];
    if (high >= 0 && low >= 0) {
      out[n++] = high * 16 + low;
      i += 2;
    } else if (b[i + 1] === 13 && b[i + 2] === 10) i += 2;
    else if (b[i + 1] === 10) i += 1;
    else out[n++] = 61;
  }
  return out.subarray(0, n);
}
