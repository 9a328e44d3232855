/** Pages that are free ("Database File Format", section 1.5 The Freelist). @module */
import { type Cancel, ContraluzError } from "@contraluz/core";
import type { Pager } from "./pager.ts";
import { PageSet } from "./pageset.ts";

export interface Freelist {
  /** Ascending. */
  readonly pages: Uint32Array;
  /** Leaves of the list: SQLite leaves them as they were. */
  readonly leaves: PageSet;
  /** Bytes at the start of each trunk page that the list itself takes. */
  readonly trunks: ReadonlyMap<number, number>;
}

const u32 = (d: Uint8Array, at: number): number =>
  ((d[at]! << 24) | (d[at + 1]! << 16) | (d[at + 2]! << 8) | d[at + 3]!) >>> 0;

/** Whether the header names a first page of the list. `head`: page 1. */
export const hasFreePages = (head: Uint8Array): boolean => head.length < 100 || u32(head, 32) !== 0;

/** The list as far as it is sound: each page once, none outside the file. `head`: page 1. */
export async function readFreelist(pager: Pager, head: Uint8Array, cancel: Cancel | undefined): Promise<Freelist> {
  const leaves = new PageSet();
  const seen = new PageSet();
  const trunks = new Map<number, number>();
  const pages: number[] = [];
  let trunk = head.length < 100 ? 0 : u32(head, 32);
  // A log may say that the database is larger than what there is of it.
  const there = (page: number): boolean => page >= 2 && page <= pager.pageCount && pager.has(page);
  while (there(trunk) && seen.add(trunk)) {
    if (cancel?.aborted) throw new ContraluzError("cancelled", "reading of the database was cancelled");
    const data = pager.get(trunk) ?? (await pager.load(trunk, true));
    if (data.length < pager.pageSize) break;
    const count = u32(data, 4);
    if (8 + 4 * count > pager.usable) break;
    trunks.set(trunk, 8 + 4 * count);
    pages.push(trunk);
    for (let i = 0; i < count; i++) {
      const leaf = u32(data, 8 + 4 * i);
      if (!there(leaf) || !seen.add(leaf)) continue;
      leaves.add(leaf);
      pages.push(leaf);
    }
    trunk = u32(data, 0);
  }
  return { pages: Uint32Array.from(pages).sort(), leaves, trunks };
}
