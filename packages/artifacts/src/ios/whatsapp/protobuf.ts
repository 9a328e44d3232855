/**
 * The texts with addresses that lie anywhere in a protobuf message.
 *
 * WhatsApp keeps lists of devices so, and beside a file what it quotes, what it previews, buttons (ZMETADATA).
 * Source: protobuf.dev/programming-guides/encoding.
 * @module
 */
import { messageFields } from "../../protobuf.ts";

/** Nesting and fields that are looked at, and bytes: metadata of a message is some hundreds. */
const MAX_DEPTH = 8;
const MAX_FIELDS = 2000;
const MAX_BYTES = 262_144;

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
