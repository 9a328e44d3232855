/** Texts cut out of long ones. @module */

/** A longer text is most of what it was cut from. */
const LONG = 8192;

/**
 * The same text, holding on to nothing: engines keep the whole of a long text alive for any part of it that `slice` gave,
 * and a hostile file has a thousand texts of 16 MB of which a record keeps the beginning. For parts that are kept for long.
 */
export function own(part: string): string {
  const n = part.length;
  if (n > LONG) return part;
  const units = new Uint16Array(n);
  for (let i = 0; i < n; i++) units[i] = part.charCodeAt(i);
  return String.fromCharCode.apply(null, units as unknown as number[]);
}
