/**
 * A small writer of property lists, binary and XML.
 *
 * Written from the format's description (CFBinaryPList.c and the DTD PropertyList-1.0), not from our readers.
 * @module
 */

/** A reference to an object of a keyed archive. */
export class Uid {
  readonly n: number;
  constructor(n: number) {
    this.n = n;
  }
}

/** A number written as a real even if it is whole. */
export class Real {
  readonly x: number;
  constructor(x: number) {
    this.x = x;
  }
}

/** What a property list holds. Whole numbers become integers, others reals; a Date has whole or broken seconds. */
export type Plain =
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | Date
  | Uid
  | Real
  | readonly Plain[]
  | { readonly [k: string]: Plain };

/** Seconds between 1970 and 2001, where Apple's dates begin. */
export const MAC_EPOCH = 978_307_200;

class Out {
  bytes = new Uint8Array(512);
  view = new DataView(this.bytes.buffer);
  at = 0;
  need(n: number): void {
    if (this.at + n <= this.bytes.length) return;
    const more = new Uint8Array(Math.max(this.bytes.length * 2, this.at + n));
    more.set(this.bytes.subarray(0, this.at));
    this.bytes = more;
    this.view = new DataView(more.buffer);
  }
  /** Big-endian, `size` 1, 2 or 4. */
  uint(n: number, size: number): void {
    this.need(4);
    if (size === 1) this.view.setUint8(this.at, n);
    else if (size === 2) this.view.setUint16(this.at, n);
    else this.view.setUint32(this.at, n);
    this.at += size;
  }
  put(b: Uint8Array): void {
    this.need(b.length);
    this.bytes.set(b, this.at);
    this.at += b.length;
  }
  /** Marker 0x1n with 1, 2, 4 or 8 bytes. Negative numbers always take 8. */
  int(v: number | bigint): void {
    if (v >= 0 && v < 0x1_0000_0000) {
      const n = Number(v);
      const power = n < 0x100 ? 0 : n < 0x1_0000 ? 1 : 2;
      this.uint(0x10 | power, 1);
      this.uint(n, 1 << power);
      return;
    }
    this.uint(0x13, 1);
    this.need(8);
    this.view.setBigInt64(this.at, BigInt(v));
    this.at += 8;
  }
  real(marker: number, x: number): void {
    this.uint(marker, 1);
    this.need(8);
    this.view.setFloat64(this.at, x);
    this.at += 8;
  }
  /** High nibble and length; from 15 on the length follows as an integer. */
  sized(nibble: number, n: number): void {
    this.uint((nibble << 4) | Math.min(n, 15), 1);
    if (n >= 15) this.int(n);
  }
}

/** Objects in the order of first sight, each container with the numbers of its children. Equal texts are stored once. */
function flatten(root: Plain): { objects: Plain[]; children: (readonly number[])[] } {
  const objects: Plain[] = [];
  const children: (readonly number[])[] = [];
  const texts = new Map<string, number>();
  const add = (v: Plain): number => {
    if (typeof v === "string") {
      const known = texts.get(v);
      if (known !== undefined) return known;
      texts.set(v, objects.length);
    }
    const id = objects.length;
    objects.push(v);
    children.push([]);
    if (Array.isArray(v)) children[id] = v.map(add);
    else if (isDict(v)) children[id] = [...Object.keys(v).map(add), ...Object.values(v).map(add)];
    return id;
  };
  add(root);
  return { objects, children };
}

function isDict(v: Plain): v is { readonly [k: string]: Plain } {
  return (
    typeof v === "object" &&
    !Array.isArray(v) &&
    !(v instanceof Uint8Array || v instanceof Date || v instanceof Uid || v instanceof Real)
  );
}

function writeText(out: Out, s: string): void {
  let ascii = true;
  for (let i = 0; i < s.length && ascii; i++) ascii = s.charCodeAt(i) < 0x80;
  out.sized(ascii ? 5 : 6, s.length);
  for (let i = 0; i < s.length; i++) out.uint(s.charCodeAt(i), ascii ? 1 : 2);
}

function write(out: Out, v: Plain, ids: readonly number[], refSize: number): void {
  if (typeof v === "boolean") out.uint(v ? 9 : 8, 1);
  else if (typeof v === "bigint" || (typeof v === "number" && Number.isInteger(v))) out.int(v);
  else if (typeof v === "number") out.real(0x23, v);
  else if (typeof v === "string") writeText(out, v);
  else if (v instanceof Uint8Array) {
    out.sized(4, v.length);
    out.put(v);
  } else if (v instanceof Date) out.real(0x33, v.getTime() / 1000 - MAC_EPOCH);
  else if (v instanceof Real) out.real(0x23, v.x);
  else if (v instanceof Uid) {
    out.uint(0x80, 1);
    out.uint(v.n, 1);
  } else {
    out.sized(Array.isArray(v) ? 10 : 13, Array.isArray(v) ? ids.length : ids.length / 2);
    for (const id of ids) out.uint(id, refSize);
  }
}

const MAGIC = new TextEncoder().encode("bplist00");

/**
 * A binary property list: at most 65,536 objects, Uids below 256.
 *
 * @example
 * ```ts
 * writeFileSync("x.plist", bplist({ Date: new Date("2024-01-01T00:00:00Z"), Size: 12 }));
 * ```
 */
export function bplist(root: Plain): Uint8Array {
  const { objects, children } = flatten(root);
  if (objects.length > 0x1_0000) throw new RangeError("too many objects");
  const refSize = objects.length > 256 ? 2 : 1;
  const out = new Out();
  out.put(MAGIC);
  const offsets = objects.map((v, i) => {
    const at = out.at;
    write(out, v, children[i]!, refSize);
    return at;
  });
  const table = out.at;
  const offsetSize = table < 0x100 ? 1 : table < 0x1_0000 ? 2 : 4;
  for (const o of offsets) out.uint(o, offsetSize);
  // Trailer: 6 unused bytes, both sizes, then three 64-bit numbers: objects, root, offset of the table.
  out.need(32);
  out.at += 6;
  for (const n of [offsetSize, refSize]) out.uint(n, 1);
  for (const n of [0, objects.length, 0, 0, 0, table]) out.uint(n, 4);
  return out.bytes.slice(0, out.at);
}

const escapeXml = (s: string): string => s.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

function xml(v: Plain, indent: string): string {
  if (typeof v === "boolean") return `${indent}<${v}/>`;
  if (typeof v === "string") return `${indent}<string>${escapeXml(v)}</string>`;
  if (typeof v === "bigint" || (typeof v === "number" && Number.isInteger(v)))
    return `${indent}<integer>${v}</integer>`;
  if (typeof v === "number") return `${indent}<real>${v}</real>`;
  if (v instanceof Real) return `${indent}<real>${v.x}</real>`;
  if (v instanceof Uint8Array) return `${indent}<data>${Buffer.from(v).toString("base64")}</data>`;
  if (v instanceof Date) return `${indent}<date>${v.toISOString().replace(/\.\d+Z$/, "Z")}</date>`;
  if (v instanceof Uid) return xml({ CF$UID: v.n }, indent);
  const lines = isDict(v)
    ? Object.entries(v).map(([k, x]) => `${indent}\t<key>${escapeXml(k)}</key>\n${xml(x, `${indent}\t`)}\n`)
    : (v as readonly Plain[]).map((x) => `${xml(x, `${indent}\t`)}\n`);
  const tag = isDict(v) ? "dict" : "array";
  return `${indent}<${tag}>\n${lines.join("")}${indent}</${tag}>`;
}

/** An XML property list, as `Info.plist` of a backup is. */
export function xmlPlist(root: Plain): Uint8Array {
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0">\n${xml(root, "")}\n</plist>\n`,
  );
}
