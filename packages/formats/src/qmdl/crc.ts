/** CRC-16/X-25 (ITU-T X.25, 2.2.7.4: reflected polynomial 0x8408, all ones before and after). @module */

const TABLE = new Uint16Array(256);
for (let i = 0; i < 256; i++) {
  let c = i;
  for (let k = 0; k < 8; k++) c = c & 1 ? (c >> 1) ^ 0x8408 : c >> 1;
  TABLE[i] = c;
}

export function crc16(b: Uint8Array, from: number, to: number): number {
  let c = 0xffff;
  for (let i = from; i < to; i++) c = (c >> 8) ^ TABLE[(c ^ b[i]!) & 255]!;
  return c ^ 0xffff;
}
