/** The texts inside the tags of an XML property list, as values. Undefined: it is no such value. @module */
import { Pieces } from "./pieces.ts";

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const SAFE = 9_007_199_254_740_991n;

/** Longest name of an entity that is told as one. */
const MAX_NAME = 40;

/** Whether the character can stand inside `&…;`: A-Z a-z 0-9 _ . : - */
const inName = (c: number): boolean =>
  (c > 96 && c < 123) || (c > 64 && c < 91) || (c > 47 && c < 59) || c === 95 || c === 46 || c === 45;

/** Where the entity ends that begins with the `&` at `at`; `at + 1` if it is none. */
function entityEnd(text: string, at: number): number {
  const from = text.charCodeAt(at + 1) === 35 ? at + 2 : at + 1;
  for (let i = from; i < text.length && i <= from + MAX_NAME; i++) {
    const c = text.charCodeAt(i);
    if (c === 59) return i > from && (from === at + 1 || NUMBER.test(text.slice(from, i))) ? i + 1 : at + 1;
    if (!inName(c)) break;
  }
  return at + 1;
}

const NUMBER = /^(?:[xX][0-9a-fA-F]{1,8}|[0-9]{1,8})$/;

/** The character of `&#…;`; undefined if there is none of that number. */
function numbered(entity: string): string | undefined {
  const hex = entity[2] === "x" || entity[2] === "X";
  const code = Number.parseInt(entity.slice(hex ? 3 : 2, -1), hex ? 16 : 10);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : undefined;
}

/**
 * Replaces the five entities of XML and character numbers. Anything else stays as it stands and is given to `unknown`: entities
 * that a DTD declares are never expanded.
 */
export function unescapeXml(text: string, unknown: (entity: string) => void): string {
  let at = text.indexOf("&");
  if (at < 0) return text;
  const out = new Pieces();
  let from = 0;
  for (; at >= 0; at = text.indexOf("&", from)) {
    if (at > from) out.add(text.slice(from, at));
    from = entityEnd(text, at);
    const entity = text.slice(at, from);
    const number = entity[1] === "#";
    const name = entity.slice(1, -1);
    const known = number ? numbered(entity) : Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
    if (known === undefined) unknown(entity);
    out.add(known ?? (number ? "\ufffd" : entity));
  }
  out.add(text.slice(from));
  return out.text();
}

/** Base64 with white space anywhere. */
export function base64Bytes(text: string): Uint8Array | undefined {
  const packed = text.replace(/\s+/g, "");
  let end = packed.length;
  while (end > 0 && packed.charCodeAt(end - 1) === 61) end--;
  const clean = packed.slice(0, end);
  if (/[^A-Za-z0-9+/]/.test(clean) || clean.length % 4 === 1) return undefined;
  const out = new Uint8Array(Math.floor((clean.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < clean.length; i++) {
    const c = clean.charCodeAt(i);
    const v = c === 43 ? 62 : c === 47 ? 63 : c < 58 ? c + 4 : c < 91 ? c - 65 : c - 71;
    bits = ((bits << 6) | v) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      out[at++] = (bits >> held) & 255;
    }
  }
  return out;
}

/** Decimal or `0x` integers with a sign, up to 128 bits: a number where that is exact. */
export function xmlInteger(text: string): number | bigint | undefined {
  const m = /^([+-]?)(0x[0-9a-f]{1,32}|[0-9]{1,39})$/i.exec(text.trim());
  if (!m) return undefined;
  const v = m[1] === "-" ? -BigInt(m[2]!) : BigInt(m[2]!);
  return v >= -SAFE && v <= SAFE ? Number(v) : v;
}

/** Reals as C's strtod writes them, with `nan`, `inf`, `infinity`. */
export function xmlReal(text: string): number | undefined {
  const t = text.trim().toLowerCase();
  if (t.length > 400) return undefined;
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(t)) return Number(t);
  if (/^[+-]?nan$/.test(t)) return Number.NaN;
  const inf = /^([+-]?)inf(inity)?$/.exec(t);
  return inf ? (inf[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY) : undefined;
}
