/** Numbers of QUIC. Source: RFC 9000 (16). @module */

/** A number of 1, 2, 4 or 8 bytes, and where it ends; undefined where it is cut or too large. */
export function varint(b: Uint8Array, at: number, end: number): readonly [value: number, end: number] | undefined {
  if (at >= end) return undefined;
  const size = 1 << (b[at]! >> 6);
  if (at + size > end) return undefined;
  let value = b[at]! & 0x3f;
  for (let i = 1; i < size; i++) value = value * 256 + b[at + i]!;
  return Number.isSafeInteger(value) ? [value, at + size] : undefined;
}
