/** Finds a short text in bytes without looking at most of them (Horspool 1980). @module */

export interface Needle {
  readonly bytes: Uint8Array;
  /** How far one may go on, by the byte under the end of the text. */
  readonly skips: Uint8Array;
}

/** Of letters of ASCII, 255 at most. */
export function needleOf(text: string): Needle {
  const bytes = Uint8Array.from(text, (c) => c.charCodeAt(0));
  const skips = new Uint8Array(256).fill(bytes.length);
  for (let i = 0; i < bytes.length - 1; i++) skips[bytes[i]!] = bytes.length - 1 - i;
  return { bytes, skips };
}

/** Where it begins, from `from` on; -1 where it is not. */
export function find(b: Uint8Array, { bytes, skips }: Needle, from = 0): number {
  const last = bytes.length - 1;
  for (let end = from + last; end < b.length; end += skips[b[end]!]!) {
    let i = 0;
    while (i <= last && b[end - i] === bytes[last - i]) i++;
    if (i > last) return end - last;
  }
  return -1;
}
