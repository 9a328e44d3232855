/**
 * Protobuf messages without their schema: fields by number.
 * Source: protobuf.dev/programming-guides/encoding.
 * @module
 */

/** A number or the bytes of a field. */
export type Field = readonly [number: number, value: number | Uint8Array];

/** The fields of a message, as far as they can be read; returns whether that was to its end. */
export function* messageFields(b: Uint8Array): Generator<Field, boolean> {
  let i = 0;
  const varint = (): number => {
    let v = 0;
    for (let scale = 1, n = 0; n < 10 && i < b.length; n++, scale *= 128) {
      const c = b[i++]!;
      v += (c & 0x7f) * scale;
      if (c < 0x80) return v;
    }
    i = b.length + 1;
    return 0;
  };
  while (i < b.length) {
    const tag = varint();
    const number = Math.floor(tag / 8);
    const kind = tag % 8;
    if (number === 0) return false;
    if (kind === 0) {
      const value = varint();
      if (i > b.length) return false;
      yield [number, value];
    } else if (kind === 2) {
      const length = varint();
      if (i + length > b.length) return false;
      yield [number, b.subarray(i, i + length)];
      i += length;
    } else if (kind === 1 || kind === 5) i += kind === 1 ? 8 : 4;
    else return false;
  }
  return i === b.length;
}
