/** Lists of rows as `keys.parquet` holds them: unsigned LEB128 of the first and of each step. Read by `run/rows.ts`. @module */

/** Ascending rows. */
export function encodeRows(rows: Uint32Array): Uint8Array {
  const out = new Uint8Array(rows.length * 5);
  let at = 0;
  let last = 0;
  for (let i = 0; i < rows.length; i++) {
    let step = rows[i]! - last;
    last = rows[i]!;
    while (step > 127) {
      out[at++] = (step & 127) | 128;
      step >>>= 7;
    }
    out[at++] = step;
  }
  return out.slice(0, at);
}
