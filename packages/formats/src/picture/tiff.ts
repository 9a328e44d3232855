/** TIFF 6.0: pages of strips or tiles, whose compressions PDF knows, too; and the fields of Exif, which is a small TIFF. @module */
import { jpegDict, jpegHead } from "./jpeg.ts";
import { dpiOf, MAX_SIDE, orientationOf, type PicturePage, type Read, type Tile, UNKNOWN_DPI } from "./types.ts";

const MAX_PAGES = 10_000;
const MAX_FIELDS = 4096;
/** Strips of a page: one a row at most, of what is read here. */
const MAX_TILES = 70_000;

export const looksLikeTiff = (b: Uint8Array): boolean =>
  (b[0] === 0x49 && b[1] === 0x49 && b[2] === 42 && b[3] === 0) ||
  (b[0] === 0x4d && b[1] === 0x4d && b[2] === 0 && b[3] === 42);

type Fields = ReadonlyMap<number, readonly number[]>;
const SIZES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8 };

class Tiff {
  readonly bytes: Uint8Array;
  readonly little: boolean;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.little = bytes[0] === 0x49;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u16(at: number): number {
    return at + 2 <= this.bytes.length ? this.#view.getUint16(at, this.little) : 0;
  }
  u32(at: number): number {
    return at + 4 <= this.bytes.length ? this.#view.getUint32(at, this.little) : 0;
  }

  /** Fields of a directory, and where the next one lies. */
  directory(at: number): { readonly fields: Fields; readonly next: number } | undefined {
    const count = this.u16(at);
    if (at < 8 || count === 0 || count > MAX_FIELDS || at + 2 + count * 12 > this.bytes.length) return undefined;
    const fields = new Map<number, readonly number[]>();
    for (let i = 0; i < count; i++) {
      const entry = at + 2 + i * 12;
      const values = this.#values(this.u16(entry + 2), this.u32(entry + 4), entry + 8);
      if (values) fields.set(this.u16(entry), values);
    }
    return { fields, next: this.u32(at + 2 + count * 12) };
  }

  #values(type: number, count: number, at: number): number[] | undefined {
    const size = SIZES[type];
    if (!size || count < 1 || count > MAX_TILES * 4) return undefined;
    const from = size * count <= 4 ? at : this.u32(at);
    if (from + size * count > this.bytes.length) return undefined;
    return Array.from({ length: count }, (_, i) => {
      const p = from + i * size;
      if (size === 1) return this.bytes[p]!;
      if (size === 2) return this.u16(p);
      return size === 4 ? this.u32(p) : this.u32(p) / (this.u32(p + 4) || 1);
    });
  }
}

function resolution(f: Fields): number | undefined {
  const x = f.get(282)?.[0];
  if (x === undefined) return undefined;
  const unit = f.get(296)?.[0] ?? 2;
  return unit === 3 ? x * 2.54 : unit === 2 ? x : undefined;
}

/** Orientation and resolution of the first directory. */
export function exifOf(b: Uint8Array): { readonly orientation: number; readonly dpi: number | undefined } {
  const none = { orientation: 1, dpi: undefined };
  if (!looksLikeTiff(b)) return none;
  const tiff = new Tiff(b);
  const first = tiff.directory(tiff.u32(4));
  return first ? { orientation: first.fields.get(274)?.[0] ?? 1, dpi: resolution(first.fields) } : none;
}

export function tiffPages(b: Uint8Array): Read {
  const tiff = new Tiff(b);
  const pages: PicturePage[] = [];
  const lost = new Set<string>();
  const seen = new Set<number>();
  for (let at = tiff.u32(4); at !== 0; ) {
    if (seen.has(at) || pages.length >= MAX_PAGES) {
      lost.add("pages");
      break;
    }
    seen.add(at);
    const found = tiff.directory(at);
    if (!found) {
      lost.add("directory");
      break;
    }
    const page = pageOf(tiff, found.fields, lost);
    // A smaller copy of another page (NewSubfileType bit 0) is none of its own.
    if (page && ((found.fields.get(254)?.[0] ?? 0) & 1) === 0) pages.push(page);
    at = found.next;
  }
  if (pages.length === 0) lost.add("pages");
  return { pages, lost: [...lost].sort() };
}

function pageOf(tiff: Tiff, f: Fields, lost: Set<string>): PicturePage | undefined {
  const one = (tag: number, other: number): number => f.get(tag)?.[0] ?? other;
  const [width, height] = [one(256, 0), one(257, 0)];
  if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
    lost.add("size");
    return undefined;
  }
  const tiled = f.has(324);
  const tw = tiled ? one(322, 0) : width;
  const th = tiled ? one(323, 0) : Math.min(height, one(278, height));
  const offsets = f.get(tiled ? 324 : 273) ?? [];
  const counts = f.get(tiled ? 325 : 279) ?? offsets.map((o) => tiff.bytes.length - o);
  const across = tw > 0 ? Math.ceil(width / tw) : 0;
  const needed = th > 0 ? across * Math.ceil(height / th) : 0;
  if (needed === 0 || needed > MAX_TILES || tw > MAX_SIDE || th > MAX_SIDE || offsets.length === 0) {
    lost.add("strips");
    return undefined;
  }
  if (offsets.length < needed) lost.add("strips");
  const tiles: Tile[] = [];
  for (let i = 0; i < Math.min(needed, offsets.length, counts.length); i++) {
    const x = (i % across) * tw;
    const y = Math.floor(i / across) * th;
    const rows = tiled ? th : Math.min(th, height - y);
    const data = tiff.bytes.subarray(offsets[i]!, offsets[i]! + counts[i]!);
    const coded = data.length > 0 ? code(tiff, f, data, tw, rows) : undefined;
    if (coded) tiles.push({ x, y, width: tw, height: rows, ...coded });
    else lost.add("compression");
  }
  if (tiles.length === 0) return undefined;
  return { width, height, dpi: dpiOf(resolution(f) ?? UNKNOWN_DPI), orientation: orientationOf(one(274, 1)), tiles };
}

type Coded = Pick<Tile, "dict" | "data">;

function code(tiff: Tiff, f: Fields, data: Uint8Array, width: number, rows: number): Coded | undefined {
  const one = (tag: number, other: number): number => f.get(tag)?.[0] ?? other;
  const [kind, photo, colours, bits] = [one(259, 1), one(262, 1), one(277, 1), one(258, 1)];
  if (kind === 7) return jpeg(f, data);
  // Colours in planes of their own, and packed numbers of two bytes the other way round: no scanner writes them.
  if (colours > 1 && one(284, 1) !== 1) return undefined;
  const swap = bits === 16 && tiff.little;
  if (![1, 2, 4, 8, 16].includes(bits) || (swap && kind !== 1)) return undefined;
  const space = spaceOf(f, photo, colours, bits);
  if (!space) return undefined;
  const head = `${space} /BitsPerComponent ${bits}`;
  const straight = one(266, 1) === 2 && bits === 1 ? reversed(data) : data;
  const predictor = `/DecodeParms << /Predictor ${one(317, 1) === 2 ? 2 : 1} /Colors ${colours} /BitsPerComponent ${bits} /Columns ${width} >>`;
  switch (kind) {
    case 1:
      return { dict: head, data: [swap ? swapped(straight) : straight] };
    case 2:
    case 3:
    case 4: {
      const two = kind === 3 && (one(292, 0) & 1) === 1;
      const k = kind === 4 ? -1 : two ? 1 : 0;
      const align = kind === 2 || (kind === 3 && (one(292, 0) & 4) === 4);
      const parms = `/K ${k} /Columns ${width} /Rows ${rows} /BlackIs1 ${photo === 1} /EncodedByteAlign ${align} /EndOfBlock false`;
      return {
        dict: `/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << ${parms} >>`,
        data: [straight],
      };
    }
    case 5:
      return { dict: `${head} /Filter /LZWDecode ${predictor}`, data: [straight] };
    case 8:
    case 32_946:
      return { dict: `${head} /Filter /FlateDecode ${predictor}`, data: [straight] };
    case 32_773:
      return { dict: `${head} /Filter /RunLengthDecode`, data: [straight] };
    default:
      return undefined;
  }
}

/** 0: white is zero. 1: black is zero. 2: RGB. 3: a palette. 5: four colours. More colours than that (transparency) are not read. */
function spaceOf(f: Fields, photo: number, colours: number, bits: number): string | undefined {
  if (photo <= 1 && colours === 1) return `/ColorSpace /DeviceGray${photo === 0 ? " /Decode [1 0]" : ""}`;
  if (photo === 2 && colours === 3) return "/ColorSpace /DeviceRGB";
  if (photo === 5 && colours === 4) return "/ColorSpace /DeviceCMYK";
  const map = f.get(320);
  if (photo !== 3 || colours !== 1 || bits > 8 || map?.length !== 3 << bits) return undefined;
  const n = 1 << bits;
  let hex = "";
  for (let i = 0; i < n; i++)
    for (let c = 0; c < 3; c++) hex += ((map[c * n + i]! >> 8) & 255).toString(16).padStart(2, "0");
  return `/ColorSpace [/Indexed /DeviceRGB ${n - 1} <${hex}>]`;
}

/** A strip may leave its tables to the directory: they are put before it (Technical Note 2). */
function jpeg(f: Fields, data: Uint8Array): Coded | undefined {
  const tables = f.get(347);
  const whole = tables && tables.length > 4 ? [Uint8Array.from(tables.slice(0, -2)), data.subarray(2)] : [data];
  const head = jpegHead(data);
  const dict = head && jpegDict(head.components, head.adobe);
  return dict ? { dict, data: whole } : undefined;
}

/** Numbers of two bytes, the greater one first, as PDF has them. */
function swapped(data: Uint8Array): Uint8Array {
  const out = new Uint8Array(data.length & ~1);
  for (let i = 0; i < out.length; i += 2) {
    out[i] = data[i + 1]!;
    out[i + 1] = data[i]!;
  }
  return out;
}

function reversed(data: Uint8Array): Uint8Array {
  const turn = Uint8Array.from({ length: 256 }, (_, v) => {
    let r = 0;
    for (let i = 0; i < 8; i++) r |= ((v >> i) & 1) << (7 - i);
    return r;
  });
  return data.map((v) => turn[v]!);
}
