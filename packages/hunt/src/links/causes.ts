/**
 * What stands in the same records of both cases is one cause: an address, its host and the host above it, or an app, its file and who signed
 * it, are not three links.
 * @module
 */
import type { KeyRow } from "./source.ts";

/** Rows of a key that are compared. */
const ROWS_MOST = 4096;

/** Keys of one case, in groups: those that meet in a record, directly or by others. By key, the number of its group. */
export function groupsOf(keys: readonly bigint[], of: (h: bigint) => readonly KeyRow[]): Map<bigint, number> {
  const parent = keys.map((_, i) => i);
  const root = (i: number): number => {
    let r = i;
    while (parent[r] !== r) {
      parent[r] = parent[parent[r]!]!;
      r = parent[r]!;
    }
    return r;
  };
  const first = new Map<string, number>();
  for (const [i, h] of keys.entries()) {
    let left = ROWS_MOST;
    for (const { checkId, rows } of of(h)) {
      for (const row of rows.slice(0, left)) {
        const at = `${checkId} ${row}`;
        const other = first.get(at);
        if (other === undefined) first.set(at, i);
        else {
          const [x, y] = [root(i), root(other)];
          // The smaller one stays, so that the order of rows decides nothing.
          parent[Math.max(x, y)] = Math.min(x, y);
        }
      }
      left -= Math.min(left, rows.length);
    }
  }
  return new Map(keys.map((h, i) => [h, root(i)] as const));
}

/** Keys that both cases have, by cause; keys in the order that they came in. */
export function causesOf(
  keys: readonly bigint[],
  a: (h: bigint) => readonly KeyRow[],
  b: (h: bigint) => readonly KeyRow[],
): bigint[][] {
  const [left, right] = [groupsOf(keys, a), groupsOf(keys, b)];
  const out = new Map<string, bigint[]>();
  for (const h of keys) {
    const cause = `${left.get(h)} ${right.get(h)}`;
    const list = out.get(cause);
    if (list) list.push(h);
    else out.set(cause, [h]);
  }
  return [...out.values()];
}
