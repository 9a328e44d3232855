/**
 * Rows of records that one key names, as `keys.parquet` holds them: unsigned LEB128, the first row, then each step. A file of a lab
 * may be damaged: what does not add up is no list of rows.
 * @module
 */

/** Rows are INTEGERs. */
const MAX_ROW = 0x7fff_ffff;

/** Ascending row numbers; undefined if the bytes are no such list of just `n`. */
export function decodeRows(bytes: Uint8Array, n: number): number[] | undefined {
  // A row takes a byte at least: nobody makes us allocate for more.
  if (n > bytes.length) return undefined;
  const out: number[] = [];
  let row = 0;
  for (let at = 0; at < bytes.length; ) {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = bytes[at++];
      if (byte === undefined || unit > 128 ** 4) return undefined;
      value += (byte & 127) * unit;
      if (byte < 128) break;
    }
    if (out.length > 0 && value === 0) return undefined;
    row += value;
    if (row > MAX_ROW || out.length >= n) return undefined;
    out.push(row);
  }
  return out.length === n ? out : undefined;
}

/** Several ascending lists as one, each row once. */
export function mergeRows(lists: readonly (readonly number[])[]): number[] {
  if (lists.length === 1) return [...lists[0]!];
  let total = 0;
  for (const l of lists) total += l.length;
  const all = new Int32Array(total);
  let at = 0;
  for (const l of lists) for (const row of l) all[at++] = row;
  all.sort();
  const out: number[] = [];
  for (let i = 0; i < total; i++) if (i === 0 || all[i] !== all[i - 1]) out.push(all[i]!);
  return out;
}
