/**
 * DER: values of tag, length and body, as certificates and signatures are made of.
 * Source: X.690 (8.1, 10.1). Lengths that are not told before the value (BER) are not read.
 * @module
 */

export interface DerValue {
  readonly tag: number;
  /** With its head. */
  readonly all: Uint8Array;
  readonly body: Uint8Array;
}

export const DER = {
  boolean: 1,
  integer: 2,
  bits: 3,
  octets: 4,
  oid: 6,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
} as const;

/** The value at the start of `b`; undefined if it is cut or its length is not told before it. */
export function firstDer(b: Uint8Array): DerValue | undefined {
  const [tag, short] = [b[0], b[1]];
  if (tag === undefined || short === undefined || (tag & 0x1f) === 0x1f) return undefined;
  let [length, head] = [short, 2];
  if (short >= 0x80) {
    const n = short & 0x7f;
    if (n === 0 || n > 4 || b.length < 2 + n) return undefined;
    length = 0;
    for (let i = 0; i < n; i++) length = length * 256 + b[2 + i]!;
    head = 2 + n;
  }
  if (head + length > b.length) return undefined;
  return { tag, all: b.subarray(0, head + length), body: b.subarray(head, head + length) };
}

/** The values that `b` is, one after the other, at most `n`; what is damaged ends them. */
export function derValues(b: Uint8Array, n: number): DerValue[] {
  const out: DerValue[] = [];
  for (let at = 0; at < b.length && out.length < n; ) {
    const v = firstDer(b.subarray(at));
    if (!v) break;
    out.push(v);
    at += v.all.length;
  }
  return out;
}

/** An object identifier: `2.5.4.3`. Undefined for one that is damaged or has numbers of more than 53 bits. */
export function oidText(body: Uint8Array): string | undefined {
  const parts: number[] = [];
  let n = 0;
  for (const [i, b] of body.entries()) {
    n = n * 128 + (b & 0x7f);
    if (!Number.isSafeInteger(n) || i > 60) return undefined;
    if (b & 0x80) continue;
    if (parts.length === 0) parts.push(n < 80 ? Math.floor(n / 40) : 2, n < 80 ? n % 40 : n - 80);
    else parts.push(n);
    n = 0;
  }
  return body.length === 0 || body[body.length - 1]! & 0x80 ? undefined : parts.join(".");
}
