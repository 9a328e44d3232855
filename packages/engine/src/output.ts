/**
 * Where records go while they are made: encoded lines, instants, hits and facts, counts. One object per lane.
 * @module
 */
import { type ArtifactRecord, byCodeUnit, type Moment } from "@contraluz/core";
import type { Collected, Collector } from "@contraluz/detection";
import { instant64 } from "@contraluz/store/instant.ts";
import { BlockPool, type FullBlock, LineBlock } from "./lines.ts";

/** Instants of one run of the timeline. */
const RUN = 65_536;
/** Room for them at first: most places have a few, and there are many places. */
const FEW = 256;

export interface ArtifactStats {
  records: number;
  undated: number;
  deleted: number;
  from?: Moment;
  to?: Moment;
}

/** Takes what a lane made. Promises are back-pressure; a chunk is the sink's until its promise is kept. */
export interface LaneSink {
  records(artifact: string, chunk: Uint8Array, rows: number): Promise<void> | undefined;
  times(artifact: string, times: BigInt64Array, ordinals: Uint32Array): Promise<void> | undefined;
}

/** What an artifact came to in one lane. */
export interface ArtifactDone {
  readonly stats: ArtifactStats;
  readonly collected: Collected;
}

/** By artifact. */
export type LaneResult = ReadonlyMap<string, ArtifactDone>;

/** Whoever takes the records could not: the check ends, since no file of the evidence is to blame. */
export class SinkFailure extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

interface State {
  readonly id: string;
  readonly collector: Collector;
  readonly lines: LineBlock;
  next: number;
  times: BigInt64Array;
  ordinals: Uint32Array;
  dated: number;
  readonly stats: ArtifactStats;
}

/** Room for as many instants again. */
function grow(s: State): void {
  const { times, ordinals } = s;
  s.times = new BigInt64Array(2 * times.length);
  s.times.set(times);
  s.ordinals = new Uint32Array(2 * ordinals.length);
  s.ordinals.set(ordinals);
}

export class LaneOutput {
  readonly #states = new Map<string, State>();
  readonly #collect: () => Collector;
  readonly #sink: LaneSink;
  readonly #pending: Promise<void>[] = [];
  readonly #first: Readonly<Record<string, number>>;
  readonly #blocks: BlockPool;
  readonly #kept = new Map<string, unknown>();
  readonly #ends = new Map<string, () => void>();

  /**
   * `collect` makes the collector of one artifact: what each gathered is put into one order at the end. `blocks`: where the
   * sink gives memory back by itself.
   */
  constructor(
    collect: () => Collector,
    sink: LaneSink,
    first: Readonly<Record<string, number>>,
    blocks: BlockPool = new BlockPool(),
  ) {
    this.#collect = collect;
    this.#blocks = blocks;
    this.#sink = sink;
    this.#first = first;
  }

  /** The emitter of one artifact: counts, matches, encodes; synchronous. */
  emitter(artifact: string): (r: ArtifactRecord) => void {
    let state = this.#states.get(artifact);
    if (!state) {
      state = {
        id: artifact,
        collector: this.#collect(),
        lines: new LineBlock(this.#blocks),
        next: this.#first[artifact] ?? 0,
        dated: 0,
        times: new BigInt64Array(FEW),
        ordinals: new Uint32Array(FEW),
        stats: { records: 0, undated: 0, deleted: 0 },
      };
      this.#states.set(artifact, state);
    }
    const s = state;
    return (made) => {
      const { state: past } = made.origin;
      const r = past === undefined ? made : { ...made, state: past };
      const full = s.lines.add(r);
      const ordinal = s.next++;
      if (full) this.#send(s, full);
      const stats = s.stats;
      stats.records++;
      if (r.state === "deleted") stats.deleted++;
      const utc = r.at?.utc;
      if (utc === undefined) stats.undated++;
      else {
        if (s.dated === s.times.length) grow(s);
        s.times[s.dated] = instant64(utc);
        s.ordinals[s.dated] = ordinal;
        // What was deleted does not make the span of what the place holds longer.
        if (r.state === undefined) {
          if (stats.from === undefined || utc < stats.from.utc!) stats.from = r.at!;
          if (stats.to === undefined || utc > stats.to.utc!) stats.to = r.at!;
        }
        if (++s.dated === RUN) this.#flushTimes(s);
      }
      s.collector.take(artifact, r, ordinal);
    };
  }

  /** Records of one artifact so far. */
  records(artifact: string): number {
    return this.#states.get(artifact)?.stats.records ?? 0;
  }

  #send(s: State, full: FullBlock): void {
    const taken = this.#sink.records(s.id, full.bytes, full.rows);
    this.#wait(taken?.then(() => this.#blocks.give(full.bytes)));
  }

  #flushTimes(s: State): void {
    if (s.dated === 0) return;
    const n = s.dated;
    s.dated = 0;
    this.#wait(this.#sink.times(s.id, s.times.slice(0, n), s.ordinals.slice(0, n)));
  }

  #wait(p: Promise<void> | undefined): void {
    if (!p) return;
    const taken = p.catch((e: unknown) => {
      throw new SinkFailure(e);
    });
    // Awaited by the next `drain`; until then its failure is nobody's.
    taken.catch(() => {});
    this.#pending.push(taken);
  }

  /** A promise if something has to be waited for before more records are made. */
  drain(): Promise<void> | undefined {
    if (this.#pending.length === 0) return undefined;
    return Promise.all(this.#pending.splice(0)).then(() => undefined);
  }

  /** What a feed keeps from one file of the lane to the next. */
  kept<T>(feed: string, make: () => T): T {
    if (!this.#kept.has(feed)) this.#kept.set(feed, make());
    return this.#kept.get(feed) as T;
  }

  /** Called when the last file was read, in the order of the names: what needed more than one file is emitted there. */
  atEnd(feed: string, f: () => void): void {
    this.#ends.set(feed, f);
  }

  /** Hands over what is left. */
  async finish(): Promise<LaneResult> {
    for (const feed of [...this.#ends.keys()].sort(byCodeUnit)) this.#ends.get(feed)!();
    for (const s of this.#states.values()) {
      const rest = s.lines.take();
      if (rest) this.#send(s, rest);
      this.#flushTimes(s);
    }
    await this.drain();
    return new Map([...this.#states].map(([id, s]) => [id, { stats: s.stats, collected: s.collector.collected }]));
  }
}
