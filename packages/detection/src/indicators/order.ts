/** The order of rows: by key, then by content; rows that say the same become one. @module */
import { byCodeUnit } from "@contraluz/core";
import { type Builder, NONE } from "./builder.ts";
import { kindBits, tlpIndex, withTlp } from "./packed.ts";

/** Indexes in the order of (hi, lo); equal keys keep their order. Two radix passes on hi, then short runs by lo. */
export function sortByKey(hi: Uint32Array, lo: Uint32Array): Uint32Array {
  const n = hi.length;
  let from = new Uint32Array(n);
  for (let i = 0; i < n; i++) from[i] = i;
  for (const shift of [0, 16]) {
    const start = new Uint32Array(65_537);
    for (let i = 0; i < n; i++) start[((hi[i]! >>> shift) & 0xffff) + 1]!++;
    for (let k = 0; k < 65_536; k++) start[k + 1]! += start[k]!;
    const to = new Uint32Array(n);
    for (let i = 0; i < n; i++) {
      const r = from[i]!;
      to[start[(hi[r]! >>> shift) & 0xffff]!++] = r;
    }
    from = to;
  }
  eachRun(
    n,
    (i, k) => hi[from[i]!] === hi[from[k]!],
    (i, k) => {
      from.subarray(i, k).sort((a, b) => lo[a]! - lo[b]! || a - b);
    },
  );
  return from;
}

/** Calls `run(i, k)` for each stretch [i, k) of two or more in which neighbours are the same. */
export function eachRun(n: number, same: (i: number, k: number) => boolean, run: (i: number, k: number) => void): void {
  for (let i = 0; i < n; ) {
    let k = i + 1;
    while (k < n && same(i, k)) k++;
    if (k - i > 1) run(i, k);
    i = k;
  }
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

const value = (b: Builder, r: number): Uint8Array => b.texts.bytes(b.at.get(r), b.length.get(r));

function compareIds(b: Builder, x: number, y: number): number {
  for (const column of b.id) if (column.get(x) !== column.get(y)) return column.get(x) - column.get(y);
  return 0;
}

/** The id as text, as a revocation names it. */
export function statedId(words: readonly number[]): string {
  const h = words.map((w) => w.toString(16).padStart(8, "0")).join("");
  return `indicator--${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`;
}

/** The rows that stay, in the order of their keys and content, whatever the order in which they were read. */
export function orderRows(b: Builder): Uint32Array {
  const alive = new Uint32Array(b.rows);
  let n = 0;
  for (let r = 0; r < b.rows; r++) {
    if (!b.isDropped(r)) alive[n++] = r;
  }
  const hi = new Uint32Array(n);
  const lo = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    hi[i] = b.hi.get(alive[i]!);
    lo[i] = b.lo.get(alive[i]!);
  }
  const rows = sortByKey(hi, lo);
  const name = (r: number): string => (b.campaign.get(r) === NONE ? "" : b.campaigns[b.campaign.get(r)]!);
  const content = (x: number, y: number): number =>
    compareBytes(value(b, x), value(b, y)) ||
    b.set.get(x) - b.set.get(y) ||
    kindBits(b.packed.get(x)) - kindBits(b.packed.get(y)) ||
    byCodeUnit(name(x), name(y)) ||
    byCodeUnit(b.also(x), b.also(y));
  const sameKey = (i: number, k: number): boolean =>
    b.hi.get(rows[i]!) === b.hi.get(rows[k]!) && b.lo.get(rows[i]!) === b.lo.get(rows[k]!);
  for (let i = 0; i < n; i++) rows[i] = alive[rows[i]!]!;
  eachRun(n, sameKey, (i, k) => {
    rows.subarray(i, k).sort((x, y) => content(x, y) || compareIds(b, x, y));
  });
  let kept = 0;
  for (let i = 0; i < n; i++) {
    const r = rows[i]!;
    const before = kept > 0 ? rows[kept - 1]! : -1;
    if (before >= 0 && b.hi.get(before) === b.hi.get(r) && b.lo.get(before) === b.lo.get(r) && content(before, r) === 0)
      merge(b, before, r);
    else rows[kept++] = r;
  }
  return rows.subarray(0, kept);
}

/** Two objects that say the same: valid as long as either, marked as the stricter. */
function merge(b: Builder, keep: number, other: number): void {
  const [x, y] = [b.validUntil.get(keep), b.validUntil.get(other)];
  b.validUntil.set(keep, x === 0 || y === 0 ? 0 : Math.max(x, y));
  const [p, q] = [b.packed.get(keep), b.packed.get(other)];
  b.packed.set(keep, withTlp(p, Math.max(tlpIndex(p), tlpIndex(q))));
}
