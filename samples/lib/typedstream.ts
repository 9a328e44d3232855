/**
 * Writes `message.attributedBody` of sms.db: an NSAttributedString as an old NeXT typedstream.
 *
 * The stream numbers what it has met in two lists, one for texts of types and class names, one for objects and classes.
 * `0x92 + n` points to number n; `0x84` begins something new, `0x85` is nil, `0x86` ends an object, `0x81` announces a
 * 16-bit number (little-endian, since the stream begins with `streamtyped` and not `typedstream`). The numbers below are
 * right for exactly this object: one text with one run of attributes, `{__kIMMessagePartAttributeName: 0}`.
 * @module
 */

const latin = (s: string): Uint8Array => Uint8Array.from(s, (c) => c.charCodeAt(0));
const named = (s: string): number[] => [s.length, ...latin(s)];

/** `0x81` and two bytes from 128 on; one byte below. */
function number(n: number): number[] {
  if (n > 0x7fff) throw new RangeError("text too long for this writer");
  return n < 0x80 ? [n] : [0x81, n & 255, n >>> 8];
}

/** Version 4, `streamtyped`, system version 1000, then type `@`, NSAttributedString and its NSString up to the text. */
const HEAD: readonly number[] = [
  ...[4, ...named("streamtyped"), 0x81, 0xe8, 0x03],
  ...[0x84, ...named("@"), 0x84, 0x84, 0x84, ...named("NSAttributedString"), 0],
  ...[0x84, 0x84, ...named("NSObject"), 0, 0x85],
  ...[0x92, 0x84, 0x84, 0x84, ...named("NSString"), 1, 0x94],
  ...[0x84, ...named("+")],
];

/** Attributes of the only run: a dictionary with one pair, key NSString, value NSNumber 0. */
const ATTRIBUTES: readonly number[] = [
  ...[0x92, 0x84, 0x84, 0x84, ...named("NSDictionary"), 0, 0x94, 0x84, ...named("i"), 1],
  ...[0x92, 0x84, 0x96, 0x96, ...named("__kIMMessagePartAttributeName"), 0x86],
  ...[0x92, 0x84, 0x84, 0x84, ...named("NSNumber"), 0, 0x84, 0x84, ...named("NSValue"), 0, 0x94],
  ...[0x84, ...named("*"), 0x84, 0x99, 0x99, 0, 0x86, 0x86, 0x86],
];

/**
 * The blob for a text of at most 32,767 bytes in UTF-8.
 *
 * @example
 * ```ts
 * insert.run(guid, null, attributedBody("Hola, ¿ya llegaste?"));
 * ```
 */
export function attributedBody(text: string): Uint8Array {
  const utf8 = new TextEncoder().encode(text);
  // The text counts bytes, the run of attributes counts UTF-16 units.
  const run = [0x86, 0x84, ...named("iI"), 1, ...number(text.length)];
  return Uint8Array.from([...HEAD, ...number(utf8.length), ...utf8, ...run, ...ATTRIBUTES]);
}
