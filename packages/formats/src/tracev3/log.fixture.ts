/** Writes log files as logd does, without the reader. @module */

export class Bytes {
  readonly parts: number[] = [];
  u8(...v: number[]): this {
    this.parts.push(...v.map((x) => x & 0xff));
    return this;
  }
  u16(v: number): this {
    return this.u8(v, v >> 8);
  }
  u32(v: number): this {
    return this.u16(v & 0xffff).u16(v >>> 16);
  }
  u64(v: number | bigint): this {
    const n = BigInt(v);
    return this.u32(Number(n & 0xffff_ffffn)).u32(Number((n >> 32n) & 0xffff_ffffn));
  }
  raw(b: Iterable<number>): this {
    for (const x of b) this.parts.push(x);
    return this;
  }
  text(s: string): this {
    return this.raw(Buffer.from(s, "utf8")).u8(0);
  }
  /** A text in a field of so many bytes. */
  field(s: string, size: number): this {
    const b = new Uint8Array(size);
    b.set(Buffer.from(s, "utf8").subarray(0, size));
    return this.raw(b);
  }
  uuid(s: string): this {
    return this.raw(Buffer.from(s.replaceAll("-", ""), "hex"));
  }
  pad8(): this {
    while (this.parts.length % 8 !== 0) this.parts.push(0);
    return this;
  }
  get bytes(): Uint8Array {
    return Uint8Array.from(this.parts);
  }
}

const chunk = (tag: number, data: Uint8Array): Uint8Array =>
  new Bytes().u32(tag).u32(0x11).u64(data.length).raw(data).bytes;

export interface MadeHeader {
  readonly boot: string;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly ticks?: number;
  readonly wall?: number;
}

export function makeHeader(o: MadeHeader): Uint8Array {
  const b = new Bytes()
    .u32(o.numerator ?? 125)
    .u32(o.denominator ?? 3)
    .u64(o.ticks ?? 0);
  b.u32(o.wall ?? 0)
    .u32(0)
    .u32(0)
    .u32(360)
    .u32(0)
    .u32(1);
  b.u32(0x6100)
    .u32(8)
    .u64(o.ticks ?? 0);
  b.u32(0x6101).u32(56).u32(0).u32(0).field("21E219", 16).field("iPhone15,2", 32);
  b.u32(0x6102).u32(24).uuid(o.boot).u32(31).u32(0);
  b.u32(0x6103).u32(48).field("/var/db/timezone/zoneinfo/America/Mexico_City", 48);
  return chunk(0x1000, b.bytes);
}

export interface MadeProcess {
  readonly first: number;
  readonly second: number;
  readonly pid: number;
  readonly euid?: number;
  /** UUID of the program. */
  readonly main: string;
  readonly cache?: string;
  readonly images?: readonly { readonly uuid: string; readonly load: number; readonly size: number }[];
  /** Identifier, subsystem, category. */
  readonly subsystems?: readonly (readonly [number, string, string])[];
}

export function makeCatalog(processes: readonly MadeProcess[]): Uint8Array {
  const uuids: string[] = [];
  const uuidAt = (u: string | undefined): number => {
    if (u === undefined) return 0xffff;
    if (!uuids.includes(u)) uuids.push(u);
    return uuids.indexOf(u);
  };
  const strings = new Bytes();
  const at = new Map<string, number>();
  const stringAt = (s: string): number => {
    if (!at.has(s)) {
      at.set(s, strings.parts.length);
      strings.text(s);
    }
    return at.get(s)!;
  };
  const entries = new Bytes();
  for (const [i, p] of processes.entries()) {
    const images = p.images ?? [];
    const subsystems = p.subsystems ?? [];
    entries.u16(i).u16(0).u16(uuidAt(p.main)).u16(uuidAt(p.cache)).u64(p.first).u32(p.second).u32(p.pid);
    entries
      .u32(p.euid ?? 0)
      .u32(0)
      .u32(images.length)
      .u32(0);
    for (const m of images) {
      const load = BigInt(m.load);
      entries
        .u32(m.size)
        .u32(0)
        .u16(uuidAt(m.uuid))
        .u32(Number(load & 0xffff_ffffn))
        .u16(Number(load >> 32n));
    }
    entries.u32(subsystems.length).u32(0);
    for (const [id, name, category] of subsystems) entries.u16(id).u16(stringAt(name)).u16(stringAt(category));
    entries.pad8();
  }
  strings.pad8();
  const subChunks = uuids.length * 16 + strings.parts.length + entries.parts.length;
  const b = new Bytes().u16(uuids.length * 16).u16(uuids.length * 16 + strings.parts.length);
  b.u16(processes.length).u16(subChunks).u16(0).raw(new Uint8Array(6)).u64(0);
  for (const u of uuids) b.uuid(u);
  return chunk(0x600b, b.raw(strings.parts).raw(entries.parts).bytes);
}

export interface MadeEntry {
  readonly kind?: number;
  readonly type?: number;
  readonly flags?: number;
  readonly format?: number;
  readonly thread?: number;
  /** Ticks behind the base of its chunk. */
  readonly delta?: number;
  readonly data: Iterable<number>;
}

/** Data of a log entry whose text stands in the program's own file: pc, subsystem if it has one, values. */
export function logData(o: { readonly subsystem?: number; readonly values?: Iterable<number> }): Uint8Array {
  const b = new Bytes().u32(0x1234);
  if (o.subsystem !== undefined) b.u16(o.subsystem);
  return b.raw(o.values ?? [0, 0]).bytes;
}

export function makeFirehose(
  p: { readonly first: number; readonly second: number },
  base: number,
  entries: readonly MadeEntry[],
  hidden: Uint8Array = new Uint8Array(0),
): Uint8Array {
  const pub = new Bytes();
  for (const e of entries) {
    const data = [...e.data];
    pub.pad8();
    pub
      .u8(e.kind ?? 4, e.type ?? 0)
      .u16(e.flags ?? 2)
      .u32(e.format ?? 0x100)
      .u64(e.thread ?? 7);
    pub
      .u32((e.delta ?? 0) % 2 ** 32)
      .u16(Math.floor((e.delta ?? 0) / 2 ** 32))
      .u16(data.length)
      .raw(data);
  }
  const b = new Bytes().u64(p.first).u32(p.second).u8(0, 1, 0, 0);
  b.u16(pub.parts.length + 16)
    .u16(hidden.length > 0 ? 4096 - hidden.length : 0x1000)
    .u16(0)
    .u8(0, 3)
    .u64(base);
  return chunk(0x6001, b.raw(pub.parts).raw(hidden).bytes);
}

export function makeSimpleDump(o: {
  readonly first: number;
  readonly time: number;
  readonly subsystem: string;
  readonly message: string;
}): Uint8Array {
  const b = new Bytes().u64(o.first).u32(o.first).u8(0, 0, 0, 0).u64(o.time).u64(9).u64(0);
  b.uuid("0DCF3E8B4923323EB3E5547307CF0EAC").uuid("3D05845F3F65358F9EBF2236E772AC01").u32(1);
  b.u32(Buffer.byteLength(o.subsystem) + 1).u32(Buffer.byteLength(o.message) + 1);
  return chunk(0x6004, b.text(o.subsystem).text(o.message).bytes);
}

export function makeStateDump(o: {
  readonly first: number;
  readonly time: number;
  readonly title: string;
  readonly data: Uint8Array;
}): Uint8Array {
  const b = new Bytes().u64(o.first).u32(o.first).u8(0, 0, 0, 0).u64(o.time).u64(0);
  b.uuid("0DCF3E8B4923323EB3E5547307CF0EAC").u32(3).u32(o.data.length);
  return chunk(0x6003, b.field("lib", 64).field("type", 64).field(o.title, 64).raw(o.data).bytes);
}

export function makeOversize(o: {
  readonly first: number;
  readonly second: number;
  readonly reference: number;
  readonly values: Uint8Array;
  readonly hidden?: Uint8Array;
}): Uint8Array {
  const hidden = o.hidden ?? new Uint8Array(0);
  const b = new Bytes().u64(o.first).u32(o.second).u8(0, 0, 0, 0).u64(5).u32(o.reference);
  return chunk(0x6002, b.u16(o.values.length).u16(hidden.length).raw(o.values).raw(hidden).bytes);
}

/** A greedy LZ4 encoder: one hash of four bytes, the last match only. */
export function lz4(src: Uint8Array): Uint8Array {
  const out = new Bytes();
  const seen = new Map<string, number>();
  let anchor = 0;
  const count = (n: number): void => {
    for (; n >= 255; n -= 255) out.u8(255);
    out.u8(n);
  };
  const sequence = (literals: Uint8Array, match: number, offset: number): void => {
    const m = match - 4;
    out.u8((Math.min(literals.length, 15) << 4) | (match === 0 ? 0 : Math.min(m, 15)));
    if (literals.length >= 15) count(literals.length - 15);
    out.raw(literals);
    if (match === 0) return;
    out.u16(offset);
    if (m >= 15) count(m - 15);
  };
  let i = 0;
  while (i + 12 < src.length) {
    const key = String.fromCharCode(...src.subarray(i, i + 4));
    const from = seen.get(key);
    seen.set(key, i);
    if (from === undefined || i - from > 65_535) {
      i++;
      continue;
    }
    let length = 4;
    while (i + length + 5 < src.length && src[from + length] === src[i + length]) length++;
    sequence(src.subarray(anchor, i), length, i - from);
    i += length;
    anchor = i;
  }
  sequence(src.subarray(anchor), 0, 0);
  return out.bytes;
}

/** A chunk set of chunks, compressed or stored. */
export function makeChunkSet(chunks: readonly Uint8Array[], how: "lz4" | "stored" = "lz4"): Uint8Array {
  const inner = new Bytes();
  for (const c of chunks) inner.pad8().raw(c);
  const bytes = inner.bytes;
  const b = new Bytes();
  if (how === "lz4") {
    const packed = lz4(bytes);
    b.raw(Buffer.from("bv41")).u32(bytes.length).u32(packed.length).raw(packed);
  } else b.raw(Buffer.from("bv4-")).u32(bytes.length).raw(bytes);
  return chunk(0x600d, b.raw(Buffer.from("bv4$")).bytes);
}

/** Chunks one behind the other, at multiples of eight. */
export function makeLog(chunks: readonly Uint8Array[]): Uint8Array {
  const b = new Bytes();
  for (const c of chunks) b.raw(c).pad8();
  return b.bytes;
}

export function makeTimesync(
  boots: readonly {
    readonly boot: string;
    readonly wall?: bigint;
    readonly syncs: readonly (readonly [ticks: number, wall: bigint])[];
  }[],
): Uint8Array {
  const b = new Bytes();
  for (const o of boots) {
    b.u16(0xbbb0)
      .u16(48)
      .u32(0)
      .uuid(o.boot)
      .u32(125)
      .u32(3)
      .u64(o.wall ?? 0n)
      .u32(360)
      .u32(0);
    for (const [ticks, wall] of o.syncs) b.raw(Buffer.from("Ts")).u16(32).u32(0).u64(ticks).u64(wall).u32(360).u32(0);
  }
  return b.bytes;
}

export function makeUuidtext(
  path: string,
  ranges: readonly { readonly from: number; readonly texts: readonly string[] }[],
): Uint8Array {
  const b = new Bytes().u32(0x66778899).u32(2).u32(1).u32(ranges.length);
  const data = new Bytes();
  for (const r of ranges) {
    const before = data.parts.length;
    for (const t of r.texts) data.text(t);
    b.u32(r.from).u32(data.parts.length - before);
  }
  return b.raw(data.parts).text(path).bytes;
}

/** A shared cache of texts (dsc), one range of texts for each library. */
export function makeShared(
  version: 1 | 2,
  images: readonly {
    readonly path: string;
    readonly uuid?: string;
    /** Where its code lies. */
    readonly text: number;
    readonly from: number;
    readonly texts: readonly string[];
  }[],
): Uint8Array {
  const [rangeSize, imageSize] = version === 1 ? [16, 28] : [24, 32];
  let at = 16 + images.length * (rangeSize + imageSize);
  const ranges = new Bytes();
  const uuids = new Bytes();
  const data = new Bytes();
  for (const [i, m] of images.entries()) {
    const texts = new Bytes();
    for (const t of m.texts) texts.text(t);
    const size = texts.parts.length;
    if (version === 1) ranges.u32(i).u32(m.from).u32(at).u32(size);
    else ranges.u64(m.from).u32(at).u32(size).u64(i);
    texts.text(m.path);
    if (version === 1) uuids.u32(m.text);
    else uuids.u64(m.text);
    uuids
      .u32(0x800)
      .uuid(m.uuid ?? "0DCF3E8B4923323EB3E5547307CF0EAC")
      .u32(at + size);
    data.raw(texts.parts);
    at += texts.parts.length;
  }
  const head = new Bytes().raw(Buffer.from("hcsd")).u16(version).u16(0).u32(images.length).u32(images.length);
  return head.raw(ranges.parts).raw(uuids.parts).raw(data.parts).bytes;
}
