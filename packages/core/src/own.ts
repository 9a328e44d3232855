/** Texts cut out of long ones. @module */

/** A longer text is most of what it was cut from. */
const LONG = 8192;

/**
 * The same text, holding on to nothing: engines keep the whole of a long text alive for any part of it that `slice` gave,
 * and a hostile file has a thousand texts of 16 MB of which a record keeps the beginning. For parts that are kept for long.
 * Joining writes a new text, unit by unit; through memory of its own for each text it took ten times as long and was half of all
 * garbage, and through an encoder browsers keep an object for each.
 */
export function own(part: string): string {
  return part.length < 2 || part.length > LONG ? part : [part.slice(0, 1), part.slice(1)].join("");
}
