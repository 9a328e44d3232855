/**
 * UUIDs of version 5 (RFC 9562 section 5.5): from a namespace and a name, so that the same thing gets the same id in every
 * export. They are SHA-1 by definition; nothing hangs on its strength here.
 *
 * Ids of STIX observables are version 5 in a namespace of their own (STIX 2.1 section 2.9), over their values as canonical JSON (RFC 8785).
 * @module
 */

const rotate = (x: number, n: number): number => (x << n) | (x >>> (32 - n));

/** SHA-1 (FIPS 180-4) of at most some kilobytes. */
export function sha1(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(((bytes.length + 8) >> 6) * 64 + 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0);
  const h = new Int32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]);
  const w = new Int32Array(80);
  for (let at = 0; at < padded.length; at += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(at + i * 4);
    for (let i = 16; i < 80; i++) w[i] = rotate(w[i - 3]! ^ w[i - 8]! ^ w[i - 14]! ^ w[i - 16]!, 1);
    let [a, b, c, d, e] = h as unknown as [number, number, number, number, number];
    for (let i = 0; i < 80; i++) {
      const f = i < 20 ? (b & c) | (~b & d) : i >= 40 && i < 60 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
      const k = i < 20 ? 0x5a827999 : i < 40 ? 0x6ed9eba1 : i < 60 ? 0x8f1bbcdc : 0xca62c1d6;
      const t = (rotate(a, 5) + f + e + k + w[i]!) | 0;
      [a, b, c, d, e] = [t, a, rotate(b, 30), c, d];
    }
    for (const [i, v] of [a, b, c, d, e].entries()) h[i] = (h[i]! + v) | 0;
  }
  const out = new Uint8Array(20);
  for (const [i, v] of h.entries()) new DataView(out.buffer).setInt32(i * 4, v);
  return out;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isUuid = (text: string): boolean => UUID.test(text);

const hex = (bytes: Uint8Array): string => [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");

/**
 * The UUID of `name` in a namespace (a UUID, too).
 * @example uuid5("6ba7b811-9dad-11d1-80b4-00c04fd430c8", "http://www.example.com/"); // fcde3c85-2270-590f-9e7c-ee003d65e0e2
 */
export function uuid5(namespace: string, name: string): string {
  const text = new TextEncoder().encode(name);
  const bytes = new Uint8Array(16 + text.length);
  const space = namespace.replaceAll("-", "");
  for (let i = 0; i < 16; i++) bytes[i] = Number.parseInt(space.slice(i * 2, i * 2 + 2), 16);
  bytes.set(text, 16);
  const out = sha1(bytes).subarray(0, 16);
  out[6] = (out[6]! & 0x0f) | 0x50;
  out[8] = (out[8]! & 0x3f) | 0x80;
  const h = hex(out);
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`;
}

/** The namespace of all ids that we make: `uuid5(URL, "https://contraluz.example/exports/1")`, written down. */
export const OURS = "fe3e7b1a-4041-5538-ad8f-dd4363e3b89e";
