/**
 * Damage as a careless disk and a careful attacker make it: bits, bytes, runs, numbers that say too much, halves of two
 * files. Knows no format; what a format's own checks would catch at once is made good again by its target (`seal`).
 * @module
 */
import type { Dice } from "./dice.ts";

/** A case: the bytes of one file, or of several that belong together (a database and its log). */
export type Parts = readonly Uint8Array[];

const BYTES = [0, 1, 0x7f, 0x80, 0xff] as const;
const WIDTHS = [1, 2, 2, 4, 4, 8] as const;
/** Changes of one case; more of them leave nothing to read. */
const STEPS = [1, 1, 1, 2, 2, 3, 4, 6, 10] as const;
/** Of a small one: a header, a pattern. */
const FEW = [1, 1, 1, 2, 3] as const;
const SMALL = 512;
const RUN = 4096;

// `new Uint8Array(b)` and not `b.slice()`: a seed may be a Buffer, whose slices share its memory.
const join = (...parts: readonly Uint8Array[]): Uint8Array => {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const p of parts) {
    out.set(p, at);
    at += p.length;
  }
  return out;
};

/** A place: anywhere, near an end (headers, trailers), or right behind a border of 512 bytes (pages, records). */
function place(b: Uint8Array, dice: Dice): number {
  if (b.length === 0) return 0;
  switch (dice.below(12)) {
    case 0:
      return dice.below(Math.min(b.length, 128));
    case 1:
      return b.length - 1 - dice.below(Math.min(b.length, 128));
    case 2:
      return Math.min(b.length - 1, dice.below(Math.ceil(b.length / 512)) * 512 + dice.below(16));
    default:
      return dice.below(b.length);
  }
}

function run(b: Uint8Array, dice: Dice): readonly [number, number] {
  const at = place(b, dice);
  return [at, Math.min(b.length, at + dice.length(RUN))];
}

/** Values at which readers break: none, all, the sign, one off, the size of the file. */
function number(b: Uint8Array, at: number, width: number, old: bigint, dice: Dice): bigint {
  const bits = BigInt(8 * width);
  const top = 1n << bits;
  const values = [
    0n,
    1n,
    top - 1n,
    top >> 1n,
    (top >> 1n) - 1n,
    1n << 31n,
    (1n << 31n) - 1n,
    1n << 32n,
    1n << 63n,
    old + 1n,
    old - 1n,
    old << 1n,
    BigInt(b.length),
    BigInt(at),
    BigInt(dice.below(256)),
  ];
  return BigInt.asUintN(8 * width, dice.pick(values));
}

function setNumber(b: Uint8Array, dice: Dice): Uint8Array {
  const width = dice.pick(WIDTHS);
  if (b.length < width) return b;
  const at = Math.min(place(b, dice), b.length - width);
  const little = dice.oneIn(3);
  const out = new Uint8Array(b);
  const index = (k: number): number => at + (little ? k : width - 1 - k);
  let old = 0n;
  for (let k = width - 1; k >= 0; k--) old = (old << 8n) | BigInt(out[index(k)]!);
  let v = number(b, at, width, old, dice);
  for (let k = 0; k < width; k++, v >>= 8n) out[index(k)] = Number(v & 255n);
  return out;
}

const isDigit = (c: number | undefined): boolean => c !== undefined && c >= 0x30 && c <= 0x39;
const NUMERALS = ["0", "-1", "9", "007", "4294967296", "9007199254740993", "18446744073709551616", "1e999", "٣"];
const utf8 = new TextEncoder();

/** A number written in digits: the first one at or after a place. */
function setNumeral(b: Uint8Array, dice: Dice): Uint8Array {
  let at = place(b, dice);
  while (at < b.length && !isDigit(b[at])) at++;
  let end = at;
  while (isDigit(b[end])) end++;
  return at === end ? b : join(b.subarray(0, at), utf8.encode(dice.pick(NUMERALS)), b.subarray(end));
}

function setBytes(b: Uint8Array, dice: Dice): Uint8Array {
  const out = new Uint8Array(b);
  for (let k = dice.length(b.length < SMALL ? 2 : 8); k > 0; k--) {
    const at = place(b, dice);
    out[at] = dice.oneIn(3) ? dice.below(256) : dice.oneIn(2) ? dice.pick(BYTES) : out[at]! ^ (1 << dice.below(8));
  }
  return out;
}

function insert(b: Uint8Array, dice: Dice): Uint8Array {
  const at = place(b, dice);
  const n = dice.length(512);
  const byte = dice.oneIn(2) ? dice.pick(BYTES) : -1;
  return join(
    b.subarray(0, at),
    Uint8Array.from({ length: n }, () => (byte < 0 ? dice.below(256) : byte)),
    b.subarray(at),
  );
}

function remove(b: Uint8Array, dice: Dice): Uint8Array {
  const [from, to] = run(b, dice);
  return join(b.subarray(0, from), b.subarray(to));
}

function duplicate(b: Uint8Array, dice: Dice): Uint8Array {
  const [from, to] = run(b, dice);
  const piece = b.subarray(from, to);
  const copies = Array.from({ length: dice.length(16) }, () => piece);
  const at = dice.oneIn(2) ? to : place(b, dice);
  return join(b.subarray(0, at), ...copies, b.subarray(at));
}

function swap(b: Uint8Array, dice: Dice): Uint8Array {
  const [x, y] = [run(b, dice), run(b, dice)].sort((p, q) => p[0] - q[0]) as [
    readonly [number, number],
    readonly [number, number],
  ];
  if (x[1] > y[0]) return b;
  return join(
    b.subarray(0, x[0]),
    b.subarray(y[0], y[1]),
    b.subarray(x[1], y[0]),
    b.subarray(x[0], x[1]),
    b.subarray(y[1]),
  );
}

/** A run set to one byte, or overwritten by another run of the same file: nothing moves. */
function overwrite(b: Uint8Array, dice: Dice): Uint8Array {
  const [from, to] = run(b, dice);
  const out = new Uint8Array(b);
  if (dice.oneIn(2)) return out.fill(dice.pick(BYTES), from, to);
  const source = place(b, dice);
  out.set(b.subarray(source, source + to - from), Math.min(from, b.length - Math.min(to - from, b.length - source)));
  return out;
}

const truncate = (b: Uint8Array, dice: Dice): Uint8Array => new Uint8Array(b.subarray(0, place(b, dice)));

/** A run of another file at the place where it stood there. */
function patch(b: Uint8Array, other: Uint8Array, dice: Dice): Uint8Array {
  const [from, to] = run(other, dice);
  const out = new Uint8Array(b);
  out.set(other.subarray(from, Math.max(from, Math.min(to, b.length))), Math.min(from, b.length));
  return out;
}

/** The beginning of one file and the end of another, or a run of the other inside. */
function splice(b: Uint8Array, other: Uint8Array, dice: Dice): Uint8Array {
  if (dice.oneIn(2)) return join(b.subarray(0, place(b, dice)), other.subarray(place(other, dice)));
  const [from, to] = run(other, dice);
  const at = place(b, dice);
  return join(b.subarray(0, at), other.subarray(from, to), b.subarray(dice.oneIn(2) ? at : within(b, at, to - from)));
}

type Simple = (b: Uint8Array, dice: Dice) => Uint8Array;
/** Nothing moves: in files of pages and offsets whatever moves is lost. */
const STILL: readonly Simple[] = [setBytes, setBytes, setBytes, setNumber, setNumber, setNumber, overwrite];
const ALL: readonly Simple[] = [...STILL, setNumeral, insert, remove, duplicate, swap, truncate];

export interface Material {
  readonly seeds: readonly Parts[];
  /** Words of the format, put in here and there. */
  readonly tokens?: readonly Uint8Array[];
  /** A file of pages or offsets: in three cases of four nothing moves. */
  readonly paged?: true;
}

const within = (b: Uint8Array, at: number, n: number): number => Math.min(b.length, at + n);

/** One step. Never grows a file to more than twice its size and 64 KiB. */
function step(b: Uint8Array, index: number, m: Material, still: boolean, dice: Dice): Uint8Array {
  const simple = still ? STILL : ALL;
  const kind = dice.below(simple.length + (m.tokens ? 6 : 2));
  let out: Uint8Array;
  if (kind < simple.length) out = simple[kind]!(b, dice);
  else if (kind < simple.length + 2) {
    const parts = dice.pick(m.seeds);
    const other = parts[index % parts.length]!;
    out = still ? patch(b, other, dice) : splice(b, other, dice);
  } else {
    const [token, at] = [dice.pick(m.tokens!), place(b, dice)];
    out = join(b.subarray(0, at), token, b.subarray(still || dice.oneIn(2) ? within(b, at, token.length) : at));
  }
  return out.length > 2 * b.length + 65_536 ? b : out;
}

/** Damages bytes in a few steps. */
export function damage(b: Uint8Array, m: Material, dice: Dice, index = 0): Uint8Array {
  const still = m.paged === true && !dice.oneIn(4);
  let out = b;
  for (let n = dice.pick(b.length < SMALL ? FEW : STEPS); n > 0; n--) out = step(out, index, m, still, dice);
  return out;
}

/**
 * A damaged copy of one of the seeds; of several parts one or more are damaged.
 * @example mutate({ seeds: [[bytes]] }, makeDice(1, 7))
 */
export function mutate(m: Material, dice: Dice): Parts {
  const seed = dice.pick(m.seeds);
  const chosen = dice.below(seed.length);
  return seed.map((part, i) => (i === chosen || dice.oneIn(4) ? damage(part, m, dice, i) : part));
}
