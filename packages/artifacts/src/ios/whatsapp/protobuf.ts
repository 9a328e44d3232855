/**
 * Protobuf messages without their schema: fields by number, and the texts that lie anywhere in one.
 *
 * WhatsApp keeps lists of devices so, and beside a file what it quotes, what it previews, buttons (ZMETADATA).
 * Source: protobuf.dev/programming-guides/encoding.
 * @module
 */

/** Nesting and fields that are looked at, and bytes: metadata of a message is some hundreds. */
const MAX_DEPTH = 8;
const MAX_FIELDS = 2000;
const MAX_BYTES = 262_144;

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

const HTTP = [0x68, 0x74, 0x74, 0x70];

function holdsHttp(b: Uint8Array): boolean {
  for (let i = b.indexOf(HTTP[0]!); i >= 0; i = b.indexOf(HTTP[0]!, i + 1))
    if (HTTP.every((c, n) => b[i + n] === c)) return true;
  return false;
}

/**
 * The texts in a message that hold an address. Bytes that read to their end as a message are one, the rest are text: no text
 * that begins with `http` reads as a message. Bytes that read as one, and whose address lies in none of its fields, are text too:
 * whoever writes can choose letters that happen to be a message (`%http:/` and 47 more).
 */
export function textsWithLinks(message: Uint8Array): string[] {
  const out: string[] = [];
  let left = MAX_FIELDS;
  const walk = (bytes: Uint8Array, depth: number): void => {
    const inner: Uint8Array[] = [];
    const fields = messageFields(bytes);
    let step = fields.next();
    for (; !step.done && left > 0; step = fields.next()) {
      left--;
      const value = step.value[1];
      if (typeof value !== "number" && holdsHttp(value)) inner.push(value);
    }
    const whole = step.done === true && step.value;
    if (whole && inner.length > 0 && depth < MAX_DEPTH) for (const value of inner) walk(value, depth + 1);
    else out.push(new TextDecoder().decode(bytes));
  };
  const bytes = message.subarray(0, MAX_BYTES);
  if (holdsHttp(bytes)) walk(bytes, 0);
  return out;
}
