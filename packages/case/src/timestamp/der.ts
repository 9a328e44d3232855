/** Writes the few DER values that a request is made of, and reads numbers and times. Source: X.690, RFC 5280 (4.1.2.5). @module */
import { DER, type DerValue } from "@contraluz/formats/der/index.ts";
import { joined } from "../sign/bytes.ts";

/** A value with its head; bodies of at most 65,535 bytes. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const body = joined(...parts);
  const n = body.length;
  const head = n < 128 ? [n] : n < 256 ? [0x81, n] : [0x82, n >> 8, n & 255];
  return joined(Uint8Array.of(tag, ...head), body);
}

/** An integer that is not negative, from its bytes. */
export function derInteger(bytes: Uint8Array): Uint8Array {
  let from = 0;
  while (from < bytes.length - 1 && bytes[from] === 0) from++;
  const short = bytes.subarray(from);
  return der(DER.integer, short[0]! >= 0x80 ? Uint8Array.of(0) : new Uint8Array(0), short);
}

/** Bytes of an integer without the zero of its sign. */
export function integerBytes(v: DerValue | undefined): Uint8Array | undefined {
  if (v?.tag !== DER.integer || v.body.length === 0) return undefined;
  return v.body.length > 1 && v.body[0] === 0 ? v.body.subarray(1) : v.body;
}

/** A small integer that is not negative, such as a version. */
export function smallInteger(v: DerValue | undefined): number | undefined {
  const b = integerBytes(v);
  return b && b.length <= 4 ? b.reduce((n, x) => n * 256 + x, 0) : undefined;
}

/** `20261126033000Z`, with decimals or without, as ISO 8601 in UTC. */
export function generalizedTime(v: DerValue | undefined): string | undefined {
  if (v?.tag !== 0x18) return undefined;
  const text = new TextDecoder().decode(v.body.subarray(0, 32));
  const m = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{1,9})?Z$/.exec(text);
  if (!m) return undefined;
  const ms = Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3]), Number(m[4]), Number(m[5]), Number(m[6]));
  const iso = Number.isFinite(ms) ? new Date(ms).toISOString().slice(0, 19) : undefined;
  // What is no day of a calendar would come out as another one.
  return iso === `${m[1]}-${m[2]}-${m[3]}T${m[4]}:${m[5]}:${m[6]}` ? `${iso}${m[7] ?? ""}Z` : undefined;
}
