/** Meets the records of two columns: which stayed, changed, came and went. @module */
import { type Columns, type Grow, grow32, grow64, NEVER } from "./columns.ts";

export interface One {
  readonly ordinal: number;
  readonly at: bigint;
  readonly kind: number;
  /** Of one that went: it is there as a deleted one. */
  readonly remains: boolean;
}

export interface Pair {
  readonly before: number;
  readonly after: number;
  readonly kind: number;
}

/** Many of them, in 16 bytes each. */
export class Ones {
  readonly #ordinal: Grow<Uint32Array> = grow32();
  readonly #at: Grow<BigInt64Array> = grow64();
  readonly #what: Grow<Uint32Array> = grow32();

  get length(): number {
    return this.#ordinal.length;
  }
  push(o: One): void {
    this.#ordinal.push(o.ordinal);
    this.#at.push(o.at);
    this.#what.push(o.kind | (o.remains ? 256 : 0));
  }
  *[Symbol.iterator](): Generator<One> {
    for (let i = 0; i < this.length; i++) {
      const what = this.#what.data[i]!;
      yield { ordinal: this.#ordinal.data[i]!, at: this.#at.data[i]!, kind: what & 255, remains: what >= 256 };
    }
  }
}

/** Pairs of ordinals, in 12 bytes each. */
export class Pairs {
  readonly #before: Grow<Uint32Array> = grow32();
  readonly #after: Grow<Uint32Array> = grow32();
  readonly #kind: Grow<Uint32Array> = grow32();

  get length(): number {
    return this.#before.length;
  }
  push(p: Pair): void {
    this.#before.push(p.before);
    this.#after.push(p.after);
    this.#kind.push(p.kind);
  }
  /** In the reading order of the older result. */
  sorted(): Uint32Array {
    const order = Uint32Array.from({ length: this.length }, (_, i) => i);
    const before = this.#before.data;
    return order.sort((x, y) => before[x]! - before[y]!);
  }
  get(i: number): Pair {
    return { before: this.#before.data[i]!, after: this.#after.data[i]!, kind: this.#kind.data[i]! };
  }
}

/** Times of a kind: of all live records of the newer result, and of those that stayed. */
export interface Span {
  first: bigint;
  stayedFirst: bigint;
  stayedLast: bigint;
}

/** What all parts of an artifact came to. */
export class Matched {
  readonly went: Ones = new Ones();
  readonly came: Ones = new Ones();
  readonly changed: Pairs = new Pairs();
  /** By kind. */
  readonly same: number[] = [];
  readonly before: number[] = [];
  readonly after: number[] = [];
  readonly spans: Span[] = [];

  span(kind: number): Span {
    return (this.spans[kind] ??= { first: NEVER, stayedFirst: NEVER, stayedLast: NEVER });
  }
}

const more = (counts: number[], kind: number, n = 1): void => void (counts[kind] = (counts[kind] ?? 0) + n);

function stayed(m: Matched, kind: number, at: bigint): void {
  if (at === NEVER) return;
  const s = m.span(kind);
  if (s.stayedFirst === NEVER || at < s.stayedFirst) s.stayedFirst = at;
  if (s.stayedLast === NEVER || at > s.stayedLast) s.stayedLast = at;
}

/** Live records of a side, counted; where the newer one begins. */
function count(m: Matched, c: Columns, newer: boolean): void {
  for (let i = 0; i < c.length; i++) {
    if (c.gone(i)) continue;
    const kind = c.kind(i);
    more(newer ? m.after : m.before, kind);
    const at = c.at.data[i]!;
    if (!newer || at === NEVER) continue;
    const s = m.span(kind);
    if (s.first === NEVER || at < s.first) s.first = at;
  }
}

/** Adds what two columns come to, of the same part of all ids. */
export function match(m: Matched, a: Columns, b: Columns): void {
  count(m, a, false);
  count(m, b, true);
  const [x, y] = [a.order(), b.order()];
  const compareId = (i: number, j: number): number =>
    a.idHi.data[x[i]!]! - b.idHi.data[y[j]!]! || a.idLo.data[x[i]!]! - b.idLo.data[y[j]!]!;
  const end = (c: Columns, order: Uint32Array, from: number): number => {
    let n = from + 1;
    const [hi, lo] = [c.idHi.data, c.idLo.data];
    while (n < order.length && hi[order[n]!] === hi[order[from]!] && lo[order[n]!] === lo[order[from]!]) n++;
    return n;
  };
  for (let i = 0, j = 0; i < x.length || j < y.length; ) {
    const side = i >= x.length ? 1 : j >= y.length ? -1 : compareId(i, j);
    const [i2, j2] = [side <= 0 ? end(a, x, i) : i, side >= 0 ? end(b, y, j) : j];
    group(m, a, x.subarray(i, i2), b, y.subarray(j, j2));
    [i, j] = [i2, j2];
  }
}

/** Of most ids there is one record on each side, which says the same. */
function isSame(a: Columns, x: Uint32Array, b: Columns, y: Uint32Array): boolean {
  if (x.length !== 1 || y.length !== 1) return false;
  const [i, j] = [x[0]!, y[0]!];
  const equal = a.bodyHi.data[i] === b.bodyHi.data[j] && a.bodyLo.data[i] === b.bodyLo.data[j];
  return equal && !a.gone(i) && !b.gone(j);
}

/** All records of one id: equal ones first, then pairs in reading order, then what is left over. */
function group(m: Matched, a: Columns, x: Uint32Array, b: Columns, y: Uint32Array): void {
  if (isSame(a, x, b, y)) {
    more(m.same, a.kind(x[0]!));
    stayed(m, a.kind(x[0]!), a.at.data[x[0]!]!);
    return;
  }
  const [before, after]: [number[], number[]] = [[], []];
  const compareBody = (i: number, j: number): number =>
    a.bodyHi.data[i]! - b.bodyHi.data[j]! || a.bodyLo.data[i]! - b.bodyLo.data[j]!;
  const live = (c: Columns, order: Uint32Array): number => {
    let n = 0;
    while (n < order.length && !c.gone(order[n]!)) n++;
    return n;
  };
  const [nx, ny] = [live(a, x), live(b, y)];
  for (let i = 0, j = 0; i < nx || j < ny; ) {
    const side = i >= nx ? 1 : j >= ny ? -1 : compareBody(x[i]!, y[j]!);
    if (side === 0) {
      const kind = a.kind(x[i]!);
      more(m.same, kind);
      stayed(m, kind, a.at.data[x[i]!]!);
    }
    if (side < 0) before.push(x[i]!);
    if (side > 0) after.push(y[j]!);
    if (side <= 0) i++;
    if (side >= 0) j++;
  }
  before.sort((p, q) => p - q);
  after.sort((p, q) => p - q);
  const pairs = Math.min(before.length, after.length);
  for (let k = 0; k < pairs; k++) {
    const [p, q] = [before[k]!, after[k]!];
    m.changed.push({ before: a.ordinal.data[p]!, after: b.ordinal.data[q]!, kind: a.kind(p) });
    stayed(m, a.kind(p), a.at.data[p]!);
  }
  const one = (c: Columns, i: number, remains: boolean): One => ({
    ordinal: c.ordinal.data[i]!,
    at: c.at.data[i]!,
    kind: c.kind(i),
    remains,
  });
  const remains = y.length > ny;
  for (const p of before.slice(pairs)) m.went.push(one(a, p, remains));
  for (const q of after.slice(pairs)) m.came.push(one(b, q, false));
}

export const isInside = (o: One, s: Span | undefined): boolean =>
  s !== undefined && o.at !== NEVER && s.stayedFirst !== NEVER && o.at > s.stayedFirst && o.at < s.stayedLast;

export const isExpired = (o: One, s: Span | undefined): boolean =>
  s !== undefined && o.at !== NEVER && s.first !== NEVER && o.at < s.first;
