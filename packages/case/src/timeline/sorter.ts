/** Sorts the entries of one artifact into its streams: in memory as far as it goes, then in runs that are merged. @module */
import type { RandomAccess } from "@contraluz/core";
import type { ChunkWriter, IndexFolder } from "./chunks.ts";
import type { Undated } from "./line.ts";
import { decodePage, ENTRY, type EndsWriter, encodePage, PAGE } from "./pages.ts";
import { orderByTime } from "./radix.ts";

/** Kinds of one artifact that have streams of their own; a real one has a handful. The rest share the last, called "". */
export const KINDS = 63;

export interface StreamHead {
  readonly kind: string;
  readonly when: "dated" | Undated;
  readonly n: number;
  /** Byte of the file of entries at which it begins, and its first page in the directory. */
  readonly at: number;
  readonly page: number;
}

interface Open {
  readonly kind: string;
  readonly when: "dated" | Undated;
  ns: BigInt64Array<ArrayBuffer>;
  ordinals: Uint32Array<ArrayBuffer>;
  n: number;
  runs: string[];
}

/** One run while it is merged. */
interface Run {
  readonly source: RandomAccess;
  readonly name: string;
  offset: number;
  ns: BigInt64Array;
  ordinals: Uint32Array;
  i: number;
}

export class StreamSorter {
  readonly #folder: IndexFolder;
  readonly #most: number;
  readonly #open = new Map<string, Open>();
  readonly #kinds = new Set<string>();
  #held = 0;
  #runs = 0;

  /** `most`: entries that are held in memory. */
  constructor(folder: IndexFolder, most: number) {
    this.#folder = folder;
    this.#most = most;
  }

  /** True if it is time to `spill()`. */
  add(kind: string, when: bigint | Undated, ordinal: number): boolean {
    let name = kind;
    if (!this.#kinds.has(kind)) {
      if (this.#kinds.size < KINDS && kind.length <= 200) this.#kinds.add(kind);
      else name = "";
    }
    const of = typeof when === "bigint" ? "dated" : when;
    const key = `${of}\n${name}`;
    let s = this.#open.get(key);
    if (!s) {
      s = { kind: name, when: of, ns: new BigInt64Array(256), ordinals: new Uint32Array(256), n: 0, runs: [] };
      this.#open.set(key, s);
    }
    if (s.n === s.ns.length) {
      const [ns, ordinals] = [new BigInt64Array(s.n * 2), new Uint32Array(s.n * 2)];
      ns.set(s.ns);
      ordinals.set(s.ordinals);
      s.ns = ns;
      s.ordinals = ordinals;
    }
    if (typeof when === "bigint") s.ns[s.n] = when;
    s.ordinals[s.n++] = ordinal;
    return ++this.#held >= this.#most;
  }

  #sorted(s: Open): { ns: BigInt64Array; ordinals: Uint32Array } {
    const times = s.ns.slice(0, s.n);
    const order = orderByTime(times);
    const [ns, ordinals] = [new BigInt64Array(s.n), new Uint32Array(s.n)];
    for (let i = 0; i < s.n; i++) {
      ns[i] = times[order[i]!]!;
      ordinals[i] = s.ordinals[order[i]!]!;
    }
    return { ns, ordinals };
  }

  /** Puts what is held aside, sorted. */
  async spill(): Promise<void> {
    for (const s of this.#open.values()) {
      if (s.n === 0) continue;
      const { ns, ordinals } = this.#sorted(s);
      const name = `run-${this.#runs++}.bin`;
      s.runs.push(name);
      for (let i = 0; i < s.n; i += PAGE)
        await this.#folder.append(
          name,
          encodePage({ ns: ns.subarray(i, i + PAGE), ordinals: ordinals.subarray(i, i + PAGE) }),
        );
      s.n = 0;
      s.ns = new BigInt64Array(256);
      s.ordinals = new Uint32Array(256);
    }
    this.#held = 0;
  }

  /** Writes all streams, in the order of their names. */
  async finish(out: ChunkWriter, ends: EndsWriter): Promise<StreamHead[]> {
    const heads: StreamHead[] = [];
    for (const key of [...this.#open.keys()].sort()) {
      const s = this.#open.get(key)!;
      const [at, page] = [out.size, ends.pages];
      const write = async (ns: BigInt64Array, ordinals: Uint32Array): Promise<void> => {
        ends.add({ ns, ordinals });
        await out.write(encodePage({ ns, ordinals }));
      };
      let n = s.n;
      if (s.runs.length === 0) {
        const { ns, ordinals } = this.#sorted(s);
        for (let i = 0; i < n; i += PAGE) await write(ns.subarray(i, i + PAGE), ordinals.subarray(i, i + PAGE));
      } else {
        await this.spill();
        n = await this.#merge(s.runs, write);
      }
      heads.push({ kind: s.kind, when: s.when, n, at, page });
      this.#held -= s.n;
      this.#open.delete(key);
    }
    return heads;
  }

  async #merge(
    names: readonly string[],
    write: (ns: BigInt64Array, ordinals: Uint32Array) => Promise<void>,
  ): Promise<number> {
    const heap: Run[] = [];
    for (const name of names) {
      const source = await this.#folder.read(name);
      const run = { source, name, offset: 0, ns: new BigInt64Array(0), ordinals: new Uint32Array(0), i: 0 };
      if (await fill(run)) heap.push(run);
    }
    let total = 0;
    let [ns, ordinals] = [new BigInt64Array(PAGE), new Uint32Array(PAGE)];
    let n = 0;
    for (let i = heap.length - 1; i >= 0; i--) sift(heap, i);
    while (heap.length > 0) {
      const r = heap[0]!;
      ns[n] = r.ns[r.i]!;
      ordinals[n++] = r.ordinals[r.i]!;
      total++;
      if (n === PAGE) {
        await write(ns, ordinals);
        [ns, ordinals] = [new BigInt64Array(PAGE), new Uint32Array(PAGE)];
        n = 0;
      }
      if (++r.i === r.ns.length && !(await fill(r))) {
        await r.source.close?.();
        const last = heap.pop()!;
        if (heap.length === 0) break;
        if (last !== r) heap[0] = last;
      }
      sift(heap, 0);
    }
    if (n > 0) await write(ns.subarray(0, n), ordinals.subarray(0, n));
    for (const name of names) await this.#folder.remove(name);
    return total;
  }
}

/** The next page of a run. All but the last are full. */
async function fill(r: Run): Promise<boolean> {
  const bytes = await r.source.read(r.offset, Math.min(PAGE * ENTRY, r.source.size - r.offset));
  r.offset += bytes.length;
  r.i = 0;
  if (bytes.length < ENTRY) return false;
  const { ns, ordinals } = decodePage(bytes);
  r.ns = ns;
  r.ordinals = ordinals;
  return true;
}

function less(a: Run, b: Run): boolean {
  const [x, y] = [a.ns[a.i]!, b.ns[b.i]!];
  return x < y || (x === y && a.ordinals[a.i]! < b.ordinals[b.i]!);
}

function sift(heap: Run[], from: number): void {
  for (let i = from; ; ) {
    const l = 2 * i + 1;
    if (l >= heap.length) return;
    const r = l + 1;
    const m = r < heap.length && less(heap[r]!, heap[l]!) ? r : l;
    if (!less(heap[m]!, heap[i]!)) return;
    [heap[i], heap[m]] = [heap[m]!, heap[i]!];
    i = m;
  }
}
