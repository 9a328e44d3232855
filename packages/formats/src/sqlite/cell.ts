/**
 * Cells of table leaves that no cell pointer leads to ("Database File Format", sections 1.6 and 2.1).
 *
 * A cell is: length of the payload (varint), rowid (varint), payload; the payload starts with the length of the record header
 * and one serial type a column. When a cell is freed, its first four bytes become a freeblock's (next block, size); the rest
 * stays until it is used again. So the record header often survives, and the two numbers before it do not.
 * @module
 */
import { tells } from "./hash.ts";
import { localLength } from "./payload.ts";
import { serialLength, varint, varintLength } from "./record.ts";
import { allows, type Shape } from "./shape.ts";

export interface Cell {
  readonly start: number;
  /** First byte after it. */
  readonly end: number;
  /** Undefined where it was overwritten. */
  readonly rowid: number | bigint | undefined;
  readonly types: readonly number[];
  /** Where its values start, and where those on this page end. */
  readonly body: number;
  readonly bodyEnd: number;
  /** Bytes of values that stand in overflow pages; their first page. */
  readonly rest: number;
  readonly overflow: number;
  /** Place whose value is not known, or -1. */
  readonly unknown: number;
  /** Bytes of it were used again. */
  readonly torn: boolean;
}

/**
 * Steps that may still be spent on one page: what an attacker writes can look like the start of a cell at every byte. Set
 * before a page is searched; at 0 nothing more is found on it.
 */
export const work: { left: number } = { left: 0 };

/** Bytes of a freed cell that the freeblock takes. */
const LOST = 4;
const MAX_PAYLOAD = 0x7fff_ffff;

const u32 = (d: Uint8Array, at: number): number =>
  ((d[at]! << 24) | (d[at + 1]! << 16) | (d[at + 2]! << 8) | d[at + 3]!) >>> 0;

/** A varint of at most three bytes (a length), or -1. `small` reads without making a bigint. */
function small(d: Uint8Array, at: number): number {
  const x = d[at]!;
  if (x < 0x80) return x;
  const y = d[at + 1]!;
  if (y < 0x80) return ((x & 0x7f) << 7) | y;
  const z = d[at + 2]!;
  if (z < 0x80) return ((x & 0x7f) << 14) | ((y & 0x7f) << 7) | z;
  const w = d[at + 3]!;
  return w < 0x80 ? ((x & 0x7f) << 21) | ((y & 0x7f) << 14) | ((z & 0x7f) << 7) | w : -1;
}

const widthOf = (v: number): number => (v < 0x80 ? 1 : v < 0x4000 ? 2 : v < 0x20_0000 ? 3 : v < 0x1000_0000 ? 4 : 5);

/** A whole cell that starts at `p` and ends at or before `end`: every length in it agrees. */
export function wholeCell(d: Uint8Array, p: number, end: number, usable: number): Cell | undefined {
  const total = small(d, p);
  if (--work.left < 0 || total < 2 || total > MAX_PAYLOAD) return undefined;
  const rowAt = p + widthOf(total);
  const header = rowAt + varintLength(d, rowAt);
  if (header >= end) return undefined;
  const length = small(d, header);
  if (length < 2 || length > total) return undefined;
  const local = localLength(total, usable, false);
  if (length > local || header + local + (total > local ? 4 : 0) > end) return undefined;
  const headerEnd = header + length;
  let sum = length;
  let at = header + widthOf(length);
  const first = at;
  while (at < headerEnd) {
    const type = small(d, at);
    if (--work.left < 0 || type < 0 || type === 10 || type === 11) return undefined;
    sum += serialLength(type);
    if (sum > total) return undefined;
    at += widthOf(type);
  }
  if (at !== headerEnd || sum !== total) return undefined;
  const types: number[] = [];
  for (at = first; at < headerEnd; at += widthOf(types[types.length - 1]!)) types.push(small(d, at));
  return make(p, varint(d, rowAt), types, header, length, total, usable, d, -1);
}

function make(
  start: number,
  rowid: number | bigint | undefined,
  types: number[],
  header: number,
  length: number,
  total: number,
  usable: number,
  d: Uint8Array,
  unknown: number,
): Cell {
  const local = localLength(total, usable, false);
  const more = total > local;
  const stop = header + local;
  return {
    start,
    end: Math.max(start + LOST, stop + (more ? 4 : 0)),
    rowid,
    types,
    body: header + length,
    bodyEnd: stop,
    rest: total - local,
    overflow: more && stop + 4 <= d.length ? u32(d, stop) : 0,
    unknown,
    torn: false,
  };
}

/** Serial types of a record that start at `at`, from place `from` on: all that the table has, each allowed. */
function typesAt(d: Uint8Array, at: number, end: number, shape: Shape, from: number): number[] | undefined {
  const types: number[] = [];
  for (let place = from; place < shape.allowed.length; place++) {
    if (--work.left < 0 || at >= end) return undefined;
    const type = small(d, at);
    if (type < 0 || !allows(shape, place, type)) return undefined;
    types.push(type);
    at += widthOf(type);
  }
  return types;
}

const sumOf = (types: readonly number[]): number => types.reduce((n, t) => n + serialLength(t), 0);
const widths = (types: readonly number[]): number => types.reduce((n, t) => n + widthOf(t), 0);

/** Serial types of which a value of `length` bytes can be, by affinity: several where the length does not say. */
function guesses(shape: Shape, place: number, length: number): number[] {
  const fixed = [[0, 8, 9], [1], [2], [3], [4], [], [5], [], [6, 7]][length] ?? [];
  const out = fixed.filter((t) => allows(shape, place, t));
  const affinity = shape.affinity[place]!;
  for (const t of [12 + 2 * length, 13 + 2 * length]) {
    // Blobs in text columns are rare, and a guess is not the place for them.
    if (t < 0x80 && allows(shape, place, t) && !(affinity === "text" && t % 2 === 0)) out.push(t);
  }
  if (affinity === "real") return out.filter((t) => t !== 6);
  return affinity === "integer" ? out.filter((t) => t !== 7) : out;
}

/**
 * A cell of the table whose first four bytes are lost, at `s`. It is taken only if it ends where `ends` says that something
 * else starts: nothing else proves its length. Several readings that fit make none, unless only one of them has a rowid as
 * long as those of the page (`rowWidth`, 0 if not known).
 */
export function beheadedCell(
  d: Uint8Array,
  s: number,
  end: number,
  usable: number,
  shape: Shape,
  rowWidth: number,
  ends: (at: number) => boolean,
): Cell | undefined {
  const found: Cell[] = [];
  const note = (h: number, length: number, types: number[], unknown = -1): void => {
    const cell = checked(d, s, h, length, types, usable, end, unknown);
    if (cell !== undefined && ends(cell.end)) found.push(cell);
  };
  const n = shape.allowed.length;
  withoutFirst(d, s, end, shape, note);
  // Three bytes before the header: its length is lost, or (of two bytes) the first of it.
  for (const width of [1, 2]) {
    const types = typesAt(d, s + 3 + width, end, shape, 0);
    if (types === undefined) continue;
    const length = width + widths(types);
    if (widthOf(length) === width && (width === 1 || d[s + LOST] === (length & 0x7f))) note(3, length, types);
  }
  // Four to twelve: the length of the header survived.
  for (let h = LOST; h <= LOST + 8 && s + h < end; h++) {
    const length = small(d, s + h);
    if (length < 1 + n || !rowTail(d, s, h)) continue;
    const types = typesAt(d, s + h + widthOf(length), end, shape, 0);
    if (types !== undefined && widthOf(length) + widths(types) === length) note(h, length, types);
  }
  if (found.length < 2) return found[0];
  const like = found.filter((c) => rowWidthOf(c) === rowWidth);
  return like.length === 1 ? like[0] : undefined;
}

/** Of a beheaded cell: with the head its first serial type is lost, so that the place of all its values is a guess. */
export function lacksType(c: Cell): boolean {
  const header = widths(c.types);
  return c.body - header - widthOf(header + 1) - c.start < LOST - 1;
}

/** Bytes of the rowid of a beheaded cell: what its header and length leave. */
function rowWidthOf(c: Cell): number {
  const header = widths(c.types);
  const length = header + widthOf(header + 1);
  const total = length + sumOf(c.types);
  return c.body - length - c.start - widthOf(total);
}

/** Bytes between the lost ones and the header can only be the end of the rowid's varint: all but the last go on. */
function rowTail(d: Uint8Array, s: number, h: number): boolean {
  for (let i = LOST; i < h - 1; i++) if (d[s + i]! < 0x80) return false;
  return h === LOST || d[s + h - 1]! < 0x80 || h === LOST + 8;
}

function checked(
  d: Uint8Array,
  s: number,
  h: number,
  length: number,
  types: number[],
  usable: number,
  end: number,
  unknown: number,
): Cell | undefined {
  const total = length + sumOf(types);
  const rowWidth = h - widthOf(total);
  if (rowWidth < 1 || rowWidth > 9 || total > MAX_PAYLOAD || length > localLength(total, usable, false))
    return undefined;
  const cell = make(s, undefined, types, s + h, length, total, usable, d, unknown);
  return cell.end <= end ? cell : undefined;
}

/** Rowid and length of one byte each: the first serial type is lost, too. */
function withoutFirst(
  d: Uint8Array,
  s: number,
  end: number,
  shape: Shape,
  note: (h: number, length: number, types: number[], unknown: number) => void,
): void {
  const rest = typesAt(d, s + LOST, end, shape, 1);
  if (rest === undefined) return;
  const length = 2 + widths(rest);
  const known = sumOf(rest);
  for (let first = 0; length + known + first < 0x80 && s + 2 + length + known + first <= end; first++) {
    if ((shape.alias === 0 && first > 0) || (work.left -= 4) < 0) return;
    const types = guesses(shape, 0, first);
    if (types.length > 0) note(2, length, [types[0]!, ...rest], types.length === 1 ? -1 : 0);
  }
}

/** Whether the first `bytes` bytes of the values hold a text or another long value. */
function telling(types: readonly number[], bytes: number): boolean {
  let at = 0;
  for (const t of types) {
    at += serialLength(t);
    if (at > bytes) return false;
    if (tells(t)) return true;
  }
  return false;
}

/**
 * What is left of a cell whose head and tail were used again: its serial types, and the values that end before `end`. Only of
 * tables with four columns or more, at the start of a freeblock.
 */
export function tornCell(d: Uint8Array, s: number, end: number, shape: Shape): Cell | undefined {
  if (shape.allowed.length < 4) return undefined;
  for (let h = 12; h >= 3; h--) {
    const length = h >= LOST ? small(d, s + h) : 0;
    if (h >= LOST && (s + h >= end || length < 1 + shape.allowed.length || !rowTail(d, s, h))) continue;
    const types = typesAt(d, h >= LOST ? s + h + widthOf(length) : s + LOST, end, shape, 0);
    if (types === undefined) continue;
    const header = 1 + widths(types);
    if (h >= LOST && header + widthOf(length) - 1 !== length) continue;
    const body = s + h + (h >= LOST ? length : header);
    if (body >= end || body + sumOf(types) <= end || !telling(types, end - body)) continue;
    return {
      start: s,
      end,
      rowid: undefined,
      types,
      body,
      bodyEnd: end,
      rest: 0,
      overflow: 0,
      unknown: -1,
      torn: true,
    };
  }
  return undefined;
}
