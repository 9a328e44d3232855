/**
 * JSON values of the project and their one canonical text form.
 *
 * Canonical text: keys in the order that the writer gave for typed structures (`encodeJson`), integers of any size as
 * bare digits, bytes as `{"base64":"…"}`, `undefined` left out, no white space. The same value gives the same bytes on
 * every platform.
 * @module
 */
export type Json =
  | null
  | boolean
  | number
  | string
  | bigint
  | Uint8Array
  | readonly Json[]
  | { readonly [k: string]: Json | undefined };

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Base64 with padding (RFC 4648 section 4). */
export function base64(bytes: Uint8Array): string {
  let out = "";
  let i = 0;
  for (; i + 2 < bytes.length; i += 3) {
    const n = (bytes[i]! << 16) | (bytes[i + 1]! << 8) | bytes[i + 2]!;
    out += BASE64[n >> 18]! + BASE64[(n >> 12) & 63]! + BASE64[(n >> 6) & 63]! + BASE64[n & 63]!;
  }
  const left = bytes.length - i;
  if (left === 1) {
    const n = bytes[i]! << 16;
    out += `${BASE64[n >> 18]}${BASE64[(n >> 12) & 63]}==`;
  } else if (left === 2) {
    const n = (bytes[i]! << 16) | (bytes[i + 1]! << 8);
    out += `${BASE64[n >> 18]}${BASE64[(n >> 12) & 63]}${BASE64[(n >> 6) & 63]}=`;
  }
  return out;
}

/** Lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  let out = "";
  for (const b of bytes) out += (b < 16 ? "0" : "") + b.toString(16);
  return out;
}

/** JSON text of a value. Throws a RangeError on numbers that JSON cannot carry (NaN, infinities become null). */
export function encodeJson(v: Json | undefined): string {
  if (v === null || v === undefined) return "null";
  switch (typeof v) {
    case "string":
      return JSON.stringify(v);
    case "number":
      return Number.isFinite(v) ? (Object.is(v, -0) ? "0" : String(v)) : "null";
    case "bigint":
      return v.toString();
    case "boolean":
      return v ? "true" : "false";
  }
  if (v instanceof Uint8Array) return `{"base64":"${base64(v)}"}`;
  if (Array.isArray(v)) return `[${v.map((x) => encodeJson(x)).join(",")}]`;
  let out = "";
  for (const [k, x] of Object.entries(v as { [k: string]: Json | undefined })) {
    if (x === undefined) continue;
    out += `${out === "" ? "" : ","}${JSON.stringify(k)}:${encodeJson(x)}`;
  }
  return `{${out}}`;
}

/** Order of two strings by UTF-16 code unit: the only text order in the project (no locale). */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
