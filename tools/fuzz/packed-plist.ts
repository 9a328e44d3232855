/**
 * Writes binary property lists in which equal values stand once, however often they are referred to: a million values in a
 * megabyte. Layout: CFBinaryPList.c.
 * @module
 */
export type Packed =
  | number
  | string
  | Uint8Array
  | { readonly uid: number }
  | { readonly date: number }
  | readonly Packed[]
  | ReadonlyMap<string, Packed>;

const u32 = (n: number): Buffer => {
  const b = Buffer.alloc(4);
  b.writeUInt32BE(n);
  return b;
};
const sized = (kind: number, n: number): Buffer => Buffer.concat([Buffer.of((kind << 4) | 15, 0x12), u32(n)]);

function scalar(v: Packed): Buffer {
  if (typeof v === "number") return Buffer.concat([Buffer.of(0x12), u32(v)]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
  if (typeof v === "string" && /^[\x00-\x7f]*$/.test(v)) return Buffer.concat([sized(5, v.length), Buffer.from(v)]);
  if (typeof v === "string") return Buffer.concat([sized(6, v.length), Buffer.from(v, "utf16le").swap16()]);
  if (v instanceof Uint8Array) return Buffer.concat([sized(4, v.length), v]);
  if ("uid" in v) return Buffer.of(0x80, v.uid);
  const b = Buffer.alloc(9, 0x33);
  if ("date" in v) b.writeDoubleBE(v.date, 1);
  return b;
}

/** `v` with each object (the same one, or an equal number or text) once. At most 65,536 different ones. */
export function packedPlist(v: Packed): Uint8Array {
  const numbers = new Map<Packed, number>([[v, 0]]);
  const waiting: Packed[] = [v];
  const number = (x: Packed): number => {
    let n = numbers.get(x);
    if (n === undefined) numbers.set(x, (n = waiting.push(x) - 1));
    return n;
  };
  const parts: Buffer[] = [Buffer.from("bplist00")];
  const offsets: number[] = [];
  let at = 8;
  for (let i = 0; i < waiting.length; i++) {
    const x = waiting[i]!;
    let part: Buffer;
    if (Array.isArray(x) || x instanceof Map) {
      const inside: readonly Packed[] = x instanceof Map ? [...x.keys(), ...x.values()] : (x as readonly Packed[]);
      const refs = Buffer.alloc(2 * inside.length);
      inside.forEach((y, k) => void refs.writeUInt16BE(number(y), 2 * k));
      part = Buffer.concat([x instanceof Map ? sized(13, x.size) : sized(10, inside.length), refs]);
    } else part = scalar(x);
    offsets.push(at);
    at += part.length;
    parts.push(part);
  }
  const trailer = [0, offsets.length, 0, 0, 0, at].map(u32);
  return new Uint8Array(Buffer.concat([...parts, ...offsets.map(u32), Buffer.of(0, 0, 0, 0, 0, 0, 4, 2), ...trailer]));
}
