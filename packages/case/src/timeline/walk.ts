/**
 * Walks the streams of a timeline in their one order, from any place, both ways. Pages are taken by their ends, as few as are
 * needed; of those without a row that is left nothing is read.
 * @module
 */

import { type Left, mayHold } from "./selection.ts";
import { blockOf, compareKeys, type Key, type Source, type Stream } from "./sources.ts";
import type { Verifier } from "./verify.ts";

export interface Walk {
  readonly streams: readonly Stream[];
  readonly sources: readonly Source[];
  readonly left: ReadonlyMap<number, Left>;
  readonly verifier?: Verifier;
  readonly back: boolean;
  /** Beyond this one, in the direction of the walk. */
  readonly beyond?: Key;
  /** Instants: the first that belongs, the first that does not. */
  readonly from?: bigint;
  readonly to?: bigint;
  /** Entries that are taken at first. */
  readonly few: number;
}

/** Entries that are taken at once at most, and rows that are looked into together at first and at most. */
const TAKE = 65_536;
const LOOK_FIRST = 32;
const LOOK = 4096;

interface Open {
  readonly stream: Stream;
  readonly left: Left;
  page: number;
  /** Key at which the page begins, in the direction of the walk. */
  edge: Key;
}

/** Pages of a stream that lie in the direction of the walk, nearest first; undefined if there is none left. */
function nextPage(w: Walk, stream: Stream, left: Left, from: number): number | undefined {
  for (let p = from; p >= 0 && p < stream.pages; p += w.back ? -1 : 1) {
    if (stream.when === "dated") {
      if (w.back && w.from !== undefined && stream.last(p).ns < w.from) return undefined;
      if (!w.back && w.to !== undefined && stream.first(p).ns >= w.to) return undefined;
    }
    if (mayHold(left, stream, p)) return p;
  }
  return undefined;
}

/** The nearest page that has entries beyond the place where the walk begins. */
function startPage(w: Walk, stream: Stream): number {
  // Pages rise: those before are all left behind.
  const behind = (p: number): boolean => {
    const dated = stream.when === "dated";
    if (w.back) {
      const key = stream.first(p);
      return (
        (w.beyond !== undefined && compareKeys(key, w.beyond) >= 0) || (dated && w.to !== undefined && key.ns >= w.to)
      );
    }
    const key = stream.last(p);
    return (
      (w.beyond !== undefined && compareKeys(key, w.beyond) <= 0) || (dated && w.from !== undefined && key.ns < w.from)
    );
  };
  let [lo, hi] = [0, stream.pages];
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    // Forward: the first that is not behind. Back: the first that is behind; the one before it is wanted.
    if (w.back ? behind(mid) : !behind(mid)) hi = mid;
    else lo = mid + 1;
  }
  return w.back ? lo - 1 : lo;
}

/** Matching rows in order, in batches that may be empty: a caller can stop or breathe between them. */
export async function* walk(w: Walk): AsyncGenerator<readonly Key[]> {
  const sign = w.back ? -1 : 1;
  const order = (a: Key, b: Key): number => sign * compareKeys(a, b);
  const open: Open[] = [];
  for (const stream of w.streams) {
    const left = w.left.get(stream.source.no);
    if (!left) continue;
    const page = nextPage(w, stream, left, startPage(w, stream));
    if (page !== undefined) open.push({ stream, left, page, edge: w.back ? stream.last(page) : stream.first(page) });
  }
  let waiting: Key[] = [];
  let take = w.few;
  let look = LOOK_FIRST;
  while (open.length > 0 || waiting.length > 0) {
    const pages: { readonly stream: Stream; readonly left: Left; readonly page: number }[] = [];
    for (let n = 0; n < take && open.length > 0; ) {
      let at = 0;
      for (let i = 1; i < open.length; i++) if (order(open[i]!.edge, open[at]!.edge) < 0) at = i;
      const o = open[at]!;
      pages.push({ stream: o.stream, left: o.left, page: o.page });
      n += Math.min(o.stream.n, 1024);
      const next = nextPage(w, o.stream, o.left, o.page + sign);
      if (next === undefined) open.splice(at, 1);
      else {
        o.page = next;
        o.edge = w.back ? o.stream.last(next) : o.stream.first(next);
      }
    }
    for (const p of pages) await collect(w, p, waiting);
    take = Math.min(TAKE, take * 2);
    let cut: Key | undefined;
    for (const o of open) if (!cut || order(o.edge, cut) < 0) cut = o.edge;
    waiting.sort(order);
    let n = waiting.length;
    if (cut) {
      let [lo, hi] = [0, n];
      while (lo < hi) {
        const mid = (lo + hi) >> 1;
        if (order(waiting[mid]!, cut) < 0) lo = mid + 1;
        else hi = mid;
      }
      n = lo;
    }
    const ready = waiting.slice(0, n);
    waiting = waiting.slice(n);
    if (!w.verifier) yield ready;
    else
      for (let i = 0; i < ready.length; ) {
        const some = ready.slice(i, i + look);
        i += some.length;
        look = Math.min(LOOK, look * 4);
        yield await w.verifier.filter(some, w.sources);
      }
    if (ready.length === 0) yield ready;
  }
}

/** Entries of a page that are wanted, so far as the index knows. */
async function collect(
  w: Walk,
  { stream, left, page }: { readonly stream: Stream; readonly left: Left; readonly page: number },
  into: Key[],
): Promise<void> {
  const { ns, ordinals } = await stream.load(page);
  const dated = stream.when === "dated";
  const shift = dated ? stream.source.shift : 0n;
  const source = stream.source.no;
  const { rows, blocks } = left;
  for (let i = 0; i < ordinals.length; i++) {
    const ordinal = ordinals[i]!;
    if (blocks && !blocks.has(blockOf(ordinal))) continue;
    if (rows && !rows.has(ordinal)) continue;
    const at = ns[i]! + shift;
    if (dated && ((w.from !== undefined && at < w.from) || (w.to !== undefined && at >= w.to))) continue;
    const key = { ns: at, source, ordinal };
    if (w.beyond !== undefined && (w.back ? compareKeys(key, w.beyond) >= 0 : compareKeys(key, w.beyond) <= 0))
      continue;
    into.push(key);
  }
}
