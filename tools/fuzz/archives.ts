/** Writers of small zip and tar archives in all the forms that readers must know. Made from the descriptions, not from our readers. @module */
import { crc32, deflateRawSync } from "node:zlib";

export interface Entry {
  readonly name: string;
  readonly bytes?: Uint8Array;
}

export interface ZipForm {
  readonly deflate?: boolean;
  /** Sizes follow the bytes (APPNOTE 4.3.9). */
  readonly descriptors?: boolean;
  /** Sizes and offsets in extra fields, and the end record of zip64 (4.3.14, 4.5.3). */
  readonly wide?: boolean;
  readonly prefix?: Uint8Array;
  readonly comment?: string;
}

function le(...fields: readonly (readonly [bytes: number, value: number])[]): Buffer {
  const out = Buffer.alloc(fields.reduce((n, [bytes]) => n + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 8) out.writeBigUInt64LE(BigInt(value), at);
    else out.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return out;
}

const ALL = 0xffff_ffff;

/** @example makeZip([{ name: "a/b.txt", bytes }], { deflate: true }) */
export function makeZip(entries: readonly Entry[], o: ZipForm = {}): Uint8Array {
  const parts: Buffer[] = [Buffer.from(o.prefix ?? "")];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, bytes = new Uint8Array(0) } of entries) {
    const data = o.deflate ? deflateRawSync(bytes) : Buffer.from(bytes);
    const [sum, sizes] = [crc32(bytes), [data.length, bytes.length] as const];
    const label = Buffer.from(name);
    const extra = o.wide ? le([2, 1], [2, 24], [8, sizes[1]], [8, sizes[0]], [8, at]) : Buffer.alloc(0);
    const flags = 0x800 | (o.descriptors ? 8 : 0);
    const what = (told: boolean): Buffer =>
      le(
        [2, 45],
        [2, flags],
        [2, o.deflate ? 8 : 0],
        [2, 0x6c60],
        [2, 0x58a6],
        [4, told ? sum : 0],
        [4, o.wide ? ALL : told ? sizes[0] : 0],
        [4, o.wide ? ALL : told ? sizes[1] : 0],
        [2, label.length],
        [2, extra.length],
      );
    const after = o.descriptors
      ? le([4, 0x08074b50], [4, sum], [o.wide ? 8 : 4, sizes[0]], [o.wide ? 8 : 4, sizes[1]])
      : Buffer.alloc(0);
    const local = [le([4, 0x04034b50]), what(!o.descriptors), label, extra, data, after];
    parts.push(...local);
    central.push(
      le([4, 0x02014b50], [2, 0x31e]),
      what(true),
      le([2, 0], [2, 0], [2, 0], [4, 0o100644 * 65_536], [4, o.wide ? ALL : at]),
      label,
      extra,
    );
    at += local.reduce((n, p) => n + p.length, 0);
  }
  const directory = Buffer.concat(central);
  const n = entries.length;
  const end64 = le(
    [4, 0x06064b50],
    [8, 44],
    [2, 45],
    [2, 45],
    [4, 0],
    [4, 0],
    [8, n],
    [8, n],
    [8, directory.length],
    [8, at],
  );
  const locator = le([4, 0x07064b50], [4, 0], [8, at + directory.length], [4, 1]);
  const comment = Buffer.from(o.comment ?? "");
  const end = le([4, 0x06054b50], [2, 0], [2, 0], [2, n], [2, n], [4, directory.length], [4, at], [2, comment.length]);
  return new Uint8Array(Buffer.concat([...parts, directory, ...(o.wide ? [end64, locator] : []), end, comment]));
}

export interface TarItem extends Entry {
  /** Type flag, default `0`. */
  readonly type?: string;
  /** Size as a base-256 number (GNU). */
  readonly binary?: boolean;
}

/** A header of POSIX.1-1988 with its sum. */
export function tarHeader(name: string, size: number, type = "0", binary = false): Buffer {
  const h = Buffer.alloc(512);
  h.write(name, 0, 100);
  h.write(["0000644", "0000765", "0000765", ""].join("\0"), 100);
  if (binary) {
    h[124] = 0x80;
    h.writeUInt32BE(size, 132);
  } else h.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  h.write("14620043007\0        ", 136);
  h.write(`${type}`, 156);
  h.write("ustar\0" + "00", 257, "latin1");
  let sum = 0;
  for (const b of h) sum += b;
  h.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return h;
}

/** `LENGTH KEY=VALUE\n`, whose length counts itself (POSIX.1-2001). */
export function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  let length = Buffer.byteLength(rest) + 1;
  while (`${length}`.length + Buffer.byteLength(rest) !== length) length++;
  return length + rest;
}

/** @example makeTar([{ name: "a.txt", bytes }, { name: "a", type: "5" }]) */
export function makeTar(items: readonly TarItem[]): Uint8Array {
  const parts = items.flatMap(({ name, bytes = new Uint8Array(0), type, binary }) => [
    tarHeader(name, bytes.length, type, binary),
    Buffer.from(bytes),
    Buffer.alloc((512 - (bytes.length % 512)) % 512),
  ]);
  return new Uint8Array(Buffer.concat([...parts, Buffer.alloc(1024)]));
}
