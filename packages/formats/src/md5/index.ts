/**
 * MD5, which no platform offers in its web cryptography: Android shows the keys of computers by it. It proves nothing.
 * Source: RFC 1321.
 * @module
 */

const SHIFTS: readonly (readonly number[])[] = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
];
const SINES: readonly number[] = Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32));

/** With its end: a one, zeros, the number of bits. */
function padded(bytes: Uint8Array): DataView {
  const length = Math.ceil((bytes.length + 9) / 64) * 64;
  const out = new Uint8Array(length);
  out.set(bytes);
  out[bytes.length] = 0x80;
  const view = new DataView(out.buffer);
  view.setBigUint64(length - 8, BigInt(bytes.length) * 8n, true);
  return view;
}

/**
 * The 16 bytes of the digest.
 * @example hex(md5(new Uint8Array(0))) // "d41d8cd98f00b204e9800998ecf8427e"
 */
export function md5(bytes: Uint8Array): Uint8Array {
  const view = padded(bytes);
  const sum = new Uint32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]);
  for (let at = 0; at < view.byteLength; at += 64) {
    let [a, b, c, d] = sum as unknown as [number, number, number, number];
    for (let i = 0; i < 64; i++) {
      const round = i >> 4;
      let [f, g] = [c ^ (b | ~d), (7 * i) & 15];
      if (round === 0) [f, g] = [(b & c) | (~b & d), i];
      else if (round === 1) [f, g] = [(d & b) | (~d & c), (5 * i + 1) & 15];
      else if (round === 2) [f, g] = [b ^ c ^ d, (3 * i + 5) & 15];
      const n = (a + f + SINES[i]! + view.getUint32(at + 4 * g, true)) | 0;
      const s = SHIFTS[round]![i & 3]!;
      [a, d, c, b] = [d, c, b, (b + ((n << s) | (n >>> (32 - s)))) | 0];
    }
    [a, b, c, d].forEach((v, i) => {
      sum[i] = sum[i]! + v;
    });
  }
  const out = new Uint8Array(16);
  const words = new DataView(out.buffer);
  sum.forEach((v, i) => {
    words.setUint32(4 * i, v, true);
  });
  return out;
}
