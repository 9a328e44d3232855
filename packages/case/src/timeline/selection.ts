/**
 * What a filter leaves of each source before any record is read: rows that a finding or a tag names, blocks that may hold a text or a
 * value, and so the pages that are worth looking at.
 * @module
 */
import type { ObservableType } from "@contraluz/core";
import { indicatorKey, keys, normalIndicator } from "@contraluz/detection/indicators/keys.ts";
import { terms } from "./fold.ts";
import { gramPlaces, keyPlaces, SHORT_ROWS, shortPlaces } from "./grams.ts";
import { BLOCK } from "./head.ts";
import type { CheckIndex } from "./open-index.ts";
import { candidates, KEY_BITS, SHORT_BLOCKS, SHORT_SEGMENT, TEXT_BITS } from "./signature.ts";
import { blockOf, type Source, type Stream } from "./sources.ts";
import type { TimelineFilter } from "./types.ts";

/** Bits by number. */
export class Bits {
  readonly bytes: Uint8Array;
  constructor(n: number) {
    this.bytes = new Uint8Array(Math.ceil(n / 8));
  }
  set(i: number): void {
    this.bytes[i >> 3]! |= 1 << (i & 7);
  }
  has(i: number): boolean {
    return (this.bytes[i >> 3]! & (1 << (i & 7))) !== 0;
  }
}

/** What is left of one source. */
export interface Left {
  /** Only these rows. */
  readonly rows?: Bits;
  /** Only rows of these blocks. */
  readonly blocks?: Bits;
  /** Instants of those blocks, without the clock's correction: first ones rising, and the last one so far. */
  readonly spans?: { readonly first: BigInt64Array; readonly last: BigInt64Array };
}

/** The key that rows must share with what is looked for; undefined if it is no value of that type. */
export function wantedKey(o: { readonly type: ObservableType; readonly value: string }): string | undefined {
  const normal = normalIndicator(o.type, o.value);
  // What is too wide for an indicator can be looked for all the same.
  return normal ? indicatorKey(normal) : keys(o)[0];
}

/** Words and key that a row must hold; undefined if there are none. `none`: nothing can hold it. */
export interface Wanted {
  readonly terms: readonly string[];
  readonly key?: string;
  readonly none?: true;
}

export function wantedOf(f: TimelineFilter): Wanted | undefined {
  const words = f.text === undefined ? [] : terms(f.text);
  if (f.observable === undefined) return words.length === 0 ? undefined : { terms: words };
  const key = wantedKey(f.observable);
  return key === undefined ? { terms: words, none: true } : { terms: words, key };
}

/** Blocks of a check that may hold what is wanted. */
async function blocksOf(index: CheckIndex, w: Wanted): Promise<Uint8Array | undefined> {
  const n = index.head.blocks;
  const out = new Uint8Array(Math.ceil(n / 8)).fill(0xff);
  let said = false;
  const join = (may: Uint8Array | undefined): void => {
    if (!may) return;
    said = true;
    for (let i = 0; i < out.length; i++) out[i]! &= may[i]!;
  };
  const grams = w.terms.flatMap((t) => gramPlaces(t, TEXT_BITS).map((p) => [p]));
  join(await candidates(index.text, n, 2 ** TEXT_BITS, grams));
  const short = w.terms.map(shortPlaces).filter((l) => l.length > 0);
  const many = await candidates(index.short, Math.ceil(n / SHORT_BLOCKS), SHORT_ROWS, short, SHORT_SEGMENT);
  // 16 blocks share a bit: two bytes.
  join(many && out.map((_, i) => ((many[i >> 4]! & (1 << ((i >> 1) & 7))) === 0 ? 0 : 0xff)));
  const key = w.key === undefined ? [] : keyPlaces(w.key, KEY_BITS).map((p) => [p]);
  join(await candidates(index.values, n, 2 ** KEY_BITS, key));
  return said ? out : undefined;
}

/** Their instants, so that a page can be passed over without being read. */
function spansOf(source: Source, blocks: Bits): Left["spans"] {
  const { head, index } = source.of!;
  const { blockFirst, blockLast } = index.tables;
  const some: number[] = [];
  for (let b = 0; b * BLOCK < head.rows; b++)
    if (blocks.has(b) && blockFirst[head.block + b]! <= blockLast[head.block + b]!) some.push(head.block + b);
  some.sort((a, b) => (blockFirst[a]! < blockFirst[b]! ? -1 : blockFirst[a]! > blockFirst[b]! ? 1 : 0));
  const first = BigInt64Array.from(some, (b) => blockFirst[b]!);
  const last = BigInt64Array.from(some, (b) => blockLast[b]!);
  for (let i = 1; i < last.length; i++) if (last[i]! < last[i - 1]!) last[i] = last[i - 1]!;
  return { first, last };
}

/**
 * What is left of each source, by number; a source that is not in it has nothing. `cited`: rows by source, where only those are wanted.
 */
export async function selection(
  sources: readonly Source[],
  wanted: Wanted | undefined,
  cited: ReadonlyMap<number, ReadonlySet<number>> | undefined,
): Promise<ReadonlyMap<number, Left>> {
  const out = new Map<number, Left>();
  if (wanted?.none) return out;
  const perCheck = new Map<CheckIndex, Uint8Array | undefined>();
  for (const s of sources) {
    const rows = cited?.get(s.no);
    if (cited && !rows) continue;
    if (!s.of) {
      // An incident has no observables.
      if (wanted?.key === undefined && !cited) out.set(s.no, {});
      continue;
    }
    if (!wanted && !rows) {
      out.set(s.no, {});
      continue;
    }
    const { head, index } = s.of;
    let may: Uint8Array | undefined;
    if (wanted) {
      if (!perCheck.has(index)) perCheck.set(index, await blocksOf(index, wanted));
      may = perCheck.get(index);
    }
    const n = Math.ceil(head.rows / BLOCK);
    const blocks = new Bits(n);
    let any = false;
    let bits: Bits | undefined;
    if (rows) {
      bits = new Bits(head.rows);
      for (const r of rows)
        if (r < head.rows) {
          bits.set(r);
          blocks.set(blockOf(r));
        }
    }
    for (let b = 0; b < n; b++) {
      const k = head.block + b;
      const on = (!rows || blocks.has(b)) && (!may || (may[k >> 3]! & (1 << (k & 7))) !== 0);
      if (on) {
        blocks.set(b);
        any = true;
      } else blocks.bytes[b >> 3]! &= ~(1 << (b & 7));
    }
    if (any)
      out.set(s.no, {
        blocks,
        ...(bits ? { rows: bits } : {}),
        ...(may || bits ? { spans: spansOf(s, blocks)! } : {}),
      });
  }
  return out;
}

/** Whether a page can hold a row that is left. */
export function mayHold(left: Left, stream: Stream, page: number): boolean {
  if (!left.blocks) return true;
  if (stream.when !== "dated") {
    // The undated stand in the order of their rows.
    const end = blockOf(stream.last(page).ordinal);
    for (let b = blockOf(stream.first(page).ordinal); b <= end; b++) if (left.blocks.has(b)) return true;
    return false;
  }
  if (!left.spans) return true;
  const { shift } = stream.source;
  const [from, to] = [stream.first(page).ns - shift, stream.last(page).ns - shift];
  const { first, last } = left.spans;
  // The last span that begins before the page ends.
  let [lo, hi] = [0, first.length];
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (first[mid]! <= to) lo = mid + 1;
    else hi = mid;
  }
  return lo > 0 && last[lo - 1]! >= from;
}
