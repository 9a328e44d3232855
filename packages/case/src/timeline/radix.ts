/** Sorting by instant without a big integer for each comparison. @module */

/**
 * The order in which `times` rise; equal ones keep theirs. A radix sort by bytes (LSD): stable, and the bytes that all instants of
 * a phone share cost one look.
 */
export function orderByTime(times: BigInt64Array): Uint32Array {
  const n = times.length;
  let order = new Uint32Array(n);
  let sorted = true;
  for (let i = 0; i < n; i++) order[i] = i;
  for (let i = 1; i < n && sorted; i++) sorted = times[i - 1]! <= times[i]!;
  if (sorted) return order;
  const bytes = new Uint8Array(times.buffer, times.byteOffset, n * 8);
  const little = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
  let next = new Uint32Array(n);
  for (let b = 0; b < 8; b++) {
    const at = little ? b : 7 - b;
    // The sign comes first, turned round.
    const flip = b === 7 ? 0x80 : 0;
    const counts = new Uint32Array(256);
    for (let i = 0; i < n; i++) counts[bytes[i * 8 + at]! ^ flip]!++;
    if (counts.some((c) => c === n)) continue;
    let sum = 0;
    for (let v = 0; v < 256; v++) {
      const c = counts[v]!;
      counts[v] = sum;
      sum += c;
    }
    for (let i = 0; i < n; i++) {
      const k = order[i]!;
      const v = bytes[k * 8 + at]! ^ flip;
      next[counts[v]!++] = k;
    }
    [order, next] = [next, order];
  }
  return order;
}
