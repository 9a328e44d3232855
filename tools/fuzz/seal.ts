/**
 * Makes checksums hold again in damaged bytes: a reader that stops at the first wrong sum would never meet the rest.
 * @module
 */

const BLOCK = 512;

/** The sums of all tar headers that still look like one (POSIX.1-1988 ustar: bytes 148 to 155). In place. */
export function sealTar(tar: Uint8Array): void {
  for (let at = 0; at + BLOCK <= tar.length; at += BLOCK) {
    if (String.fromCharCode(...tar.subarray(at + 257, at + 262)) !== "ustar") continue;
    let sum = 8 * 0x20;
    for (let i = at; i < at + BLOCK; i++) if (i < at + 148 || i >= at + 156) sum += tar[i]!;
    const text = `${sum.toString(8).padStart(6, "0")}\0 `;
    for (let i = 0; i < 8; i++) tar[at + 148 + i] = text.charCodeAt(i);
  }
}

/** Salts and sums of a write-ahead log ("Database File Format" 4.1, 4.2). In place. */
export function sealWal(wal: Uint8Array): void {
  if (wal.length < 32) return;
  const v = new DataView(wal.buffer, wal.byteOffset, wal.length);
  const little = (v.getUint32(0) & 1) === 0;
  const pageSize = v.getUint32(8);
  if (pageSize < 512 || pageSize > 65_536 || pageSize % 8 !== 0) return;
  let [a, b] = [0, 0];
  const sum = (from: number, to: number): void => {
    for (let i = from; i < to; i += 8) {
      a = (a + v.getUint32(i, little) + b) >>> 0;
      b = (b + v.getUint32(i + 4, little) + a) >>> 0;
    }
  };
  sum(0, 24);
  v.setUint32(24, a);
  v.setUint32(28, b);
  for (let at = 32; at + 24 + pageSize <= wal.length; at += 24 + pageSize) {
    v.setUint32(at + 8, v.getUint32(16));
    v.setUint32(at + 12, v.getUint32(20));
    sum(at, at + 8);
    sum(at + 24, at + 24 + pageSize);
    v.setUint32(at + 16, a);
    v.setUint32(at + 20, b);
  }
}
