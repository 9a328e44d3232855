/** A tiny writer of binary and XML property lists for tests, unrelated to our readers. @module */

/** A reference inside a keyed archive. */
export class Uid {
  readonly n: number;
  constructor(n: number) {
    this.n = n;
  }
}

export type Plain = boolean | number | bigint | string | Uint8Array | Date | Uid | Plain[] | { [k: string]: Plain };

function sized(marker: number, n: number): Buffer {
  return n < 15 ? Buffer.from([(marker << 4) | n]) : Buffer.concat([Buffer.from([(marker << 4) | 15]), int(n)]);
}

function int(n: number | bigint): Buffer {
  const v = BigInt(n);
  const b = Buffer.alloc(9);
  b[0] = 0x13;
  b.writeBigInt64BE(v, 1);
  if (v < 0n || v > 0xffff_ffffn) return b;
  if (v < 256n) return Buffer.from([0x10, Number(v)]);
  if (v < 65536n) return Buffer.from([0x11, Number(v) >> 8, Number(v) & 255]);
  const c = Buffer.alloc(5);
  c[0] = 0x12;
  c.writeUInt32BE(Number(v), 1);
  return c;
}

function real(marker: number, x: number): Buffer {
  const b = Buffer.alloc(9);
  b[0] = marker;
  b.writeDoubleBE(x, 1);
  return b;
}

/** `bplist00` of a value; equal objects are not shared. */
export function bplist(root: Plain): Buffer {
  const objects: Buffer[] = [];
  const later: (() => void)[] = [];
  const REF = 2;
  const refs = (ids: number[]): Buffer => {
    const b = Buffer.alloc(ids.length * REF);
    for (const [i, id] of ids.entries()) b.writeUInt16BE(id, i * REF);
    return b;
  };
  const add = (v: Plain): number => {
    const id = objects.length;
    objects.push(Buffer.alloc(0));
    if (typeof v === "boolean") objects[id] = Buffer.from([v ? 9 : 8]);
    else if (typeof v === "bigint" || (typeof v === "number" && Number.isInteger(v))) objects[id] = int(v);
    else if (typeof v === "number") objects[id] = real(0x23, v);
    else if (typeof v === "string") {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what the format asks for
      const ascii = /^[\x00-\x7f]*$/.test(v);
      const b = ascii ? Buffer.from(v, "latin1") : Buffer.from(v, "utf16le").swap16();
      objects[id] = Buffer.concat([sized(ascii ? 5 : 6, v.length), b]);
    } else if (v instanceof Uint8Array) objects[id] = Buffer.concat([sized(4, v.length), v]);
    else if (v instanceof Date) objects[id] = real(0x33, v.getTime() / 1000 - 978_307_200);
    else if (v instanceof Uid) objects[id] = Buffer.from([0x80, v.n]);
    else if (Array.isArray(v)) {
      const ids = v.map(add);
      later.push(() => (objects[id] = Buffer.concat([sized(10, v.length), refs(ids)])));
    } else {
      const keys = Object.keys(v).map(add);
      const values = Object.values(v).map(add);
      later.push(() => (objects[id] = Buffer.concat([sized(13, keys.length), refs(keys), refs(values)])));
    }
    return id;
  };
  add(root);
  for (const f of later) f();
  const parts: Buffer[] = [Buffer.from("bplist00")];
  const offsets = Buffer.alloc(objects.length * 4);
  let at = 8;
  objects.forEach((o, i) => {
    offsets.writeUInt32BE(at, i * 4);
    parts.push(o);
    at += o.length;
  });
  const trailer = Buffer.alloc(32);
  trailer[6] = 4;
  trailer[7] = REF;
  trailer.writeUInt32BE(objects.length, 12);
  trailer.writeUInt32BE(at, 28);
  return Buffer.concat([...parts, offsets, trailer]);
}

const escapeXml = (s: string): string => s.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

function xml(v: Plain): string {
  if (typeof v === "boolean") return v ? "<true/>" : "<false/>";
  if (typeof v === "bigint" || (typeof v === "number" && Number.isInteger(v))) return `<integer>${v}</integer>`;
  if (typeof v === "number") return `<real>${v}</real>`;
  if (typeof v === "string") return `<string>${escapeXml(v)}</string>`;
  if (v instanceof Uint8Array) return `<data>${Buffer.from(v).toString("base64")}</data>`;
  if (v instanceof Date) return `<date>${v.toISOString().replace(/\.\d+Z$/, "Z")}</date>`;
  if (v instanceof Uid) return `<dict><key>CF$UID</key><integer>${v.n}</integer></dict>`;
  if (Array.isArray(v)) return `<array>${v.map(xml).join("")}</array>`;
  return `<dict>${Object.entries(v)
    .map(([k, x]) => `<key>${escapeXml(k)}</key>${xml(x)}`)
    .join("\n")}</dict>`;
}

/** XML property list as Apple's writers make it. */
export function xmlPlist(root: Plain): Buffer {
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0">\n${xml(root)}\n</plist>\n`,
  );
}
