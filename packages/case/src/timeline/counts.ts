/** How many rows, and how many in each hour or day: from the ends of pages as far as they tell. @module */
import { PAGE } from "./pages.ts";
import type { Stream } from "./sources.ts";

/** Entries of a dated stream before an instant (clock as corrected). */
async function before(stream: Stream, ns: bigint): Promise<number> {
  let [lo, hi] = [0, stream.pages];
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (stream.last(mid).ns < ns) lo = mid + 1;
    else hi = mid;
  }
  if (lo === stream.pages) return stream.n;
  if (stream.first(lo).ns >= ns) return lo * PAGE;
  const page = await stream.load(lo);
  const wanted = ns - stream.source.shift;
  let [a, b] = [0, page.ns.length];
  while (a < b) {
    const mid = (a + b) >> 1;
    if (page.ns[mid]! < wanted) a = mid + 1;
    else b = mid;
  }
  return lo * PAGE + a;
}

/** Entries of these streams between two instants. */
export async function countBetween(streams: readonly Stream[], from?: bigint, to?: bigint): Promise<number> {
  let n = 0;
  for (const s of streams) {
    const end = to === undefined ? s.n : await before(s, to);
    const begin = from === undefined ? 0 : await before(s, from);
    n += Math.max(0, end - begin);
  }
  return n;
}

const NS = 1_000_000_000n;

/** Counts by number of the bin since 1970. */
export class Bars {
  readonly #seconds: number;
  readonly counts: Map<number, number> = new Map();

  constructor(seconds: number) {
    this.#seconds = seconds;
  }

  bin(ns: bigint): number {
    const whole = ns / NS;
    const s = Number(whole * NS > ns ? whole - 1n : whole);
    return Math.floor(s / this.#seconds);
  }

  add(bin: number, n: number): void {
    this.counts.set(bin, (this.counts.get(bin) ?? 0) + n);
  }

  /** The instant at which a bin begins. */
  begins(bin: number): bigint {
    return BigInt(bin) * BigInt(this.#seconds) * NS;
  }
}

/** Adds a stream's entries between two instants. Pages that lie in one bin are not read. */
export async function addStream(bars: Bars, s: Stream, from?: bigint, to?: bigint): Promise<void> {
  const { shift } = s.source;
  for (let p = 0; p < s.pages; p++) {
    const [first, last] = [s.first(p), s.last(p)];
    if (from !== undefined && last.ns < from) continue;
    if (to !== undefined && first.ns >= to) break;
    const inside = (from === undefined || first.ns >= from) && (to === undefined || last.ns < to);
    const bin = bars.bin(first.ns);
    if (inside && bin === bars.bin(last.ns)) {
      bars.add(bin, Math.min(PAGE, s.n - p * PAGE));
      continue;
    }
    const { ns } = await s.load(p);
    // Instants rise: the end of a bin is found by halving.
    let i = 0;
    let end = ns.length;
    if (from !== undefined) while (i < end && ns[i]! + shift < from) i++;
    if (to !== undefined) while (end > i && ns[end - 1]! + shift >= to) end--;
    while (i < end) {
      const b = bars.bin(ns[i]! + shift);
      const edge = bars.begins(b + 1) - shift;
      let [lo, hi] = [i, end];
      while (lo < hi) {
        const mid = (lo + hi) >> 1;
        if (ns[mid]! < edge) lo = mid + 1;
        else hi = mid;
      }
      bars.add(b, lo - i);
      i = lo;
    }
  }
}
