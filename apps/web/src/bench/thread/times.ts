/**
 * The timeline index in memory: 14 bytes a dated record, in the order of time. Its form in the folder: `@contraluz/store`,
 * `timeline.ts`. A saved result may be anybody's: entries that name no record, or step back in time, are left out and counted.
 * @module
 */
import type { RandomAccess } from "@contraluz/core";
import { ENTRY } from "@contraluz/store";
import { DAY } from "../zone.ts";
import { Bits } from "./bits.ts";

const MAGIC = "CLTIME1\n";
const MAX_HEAD = 1 << 20;
/** Entries of one step. */
const STEP = 1 << 16;
/** Entries that are held: 112 MB. */
const MAX_ENTRIES = 8_000_000;

/** A place as the bench numbers it, and how many lines it has. */
export type NumberOf = (id: string) => { readonly number: number; readonly total: number } | undefined;

interface Head {
  readonly source: RandomAccess;
  readonly at: number;
  readonly artifacts: readonly string[];
}

/** The head of an index; undefined if it is none. */
export async function openTimeline(source: RandomAccess): Promise<Head | undefined> {
  const head = await source.read(0, MAX_HEAD);
  if (head.length < 12 || new TextDecoder().decode(head.subarray(0, 8)) !== MAGIC) return undefined;
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  const artifacts: string[] = [];
  let at = 12;
  for (let n = view.getUint32(8, true); n > 0; n--) {
    if (at + 2 > head.length) return undefined;
    const length = view.getUint16(at, true);
    artifacts.push(new TextDecoder().decode(head.subarray(at + 2, at + 2 + length)));
    at += 2 + length;
  }
  return at > head.length ? undefined : { source, at, artifacts };
}

export class Times {
  count = 0;
  left: number;
  /** Instants, milliseconds since 1970. */
  readonly ms: Float64Array;
  readonly place: Uint16Array;
  readonly ordinal: Uint32Array;
  /** By place: which of its records are here. */
  readonly dated = new Map<number, Bits>();
  readonly days: { readonly day: number[]; readonly place: number[]; readonly count: number[] } = {
    day: [],
    place: [],
    count: [],
  };
  readonly total: number;
  read = 0;
  readonly #head: Head | undefined;
  readonly #places: readonly ReturnType<NumberOf>[];
  #day = Number.NEGATIVE_INFINITY;
  #today = new Map<number, number>();

  constructor(head: Head | undefined, numberOf: NumberOf) {
    const entries = head ? Math.max(0, Math.floor((head.source.size - head.at) / ENTRY)) : 0;
    this.total = Math.min(entries, MAX_ENTRIES);
    this.left = entries - this.total;
    this.ms = new Float64Array(this.total);
    this.place = new Uint16Array(this.total);
    this.ordinal = new Uint32Array(this.total);
    this.#head = head;
    this.#places = head?.artifacts.map(numberOf) ?? [];
    for (const p of this.#places) if (p) this.dated.set(p.number, new Bits(p.total));
  }

  /** Reads the next entries. False if there are none. */
  async step(): Promise<boolean> {
    if (!this.#head || this.read >= this.total) return false;
    const { source, at } = this.#head;
    const want = Math.min(STEP, this.total - this.read);
    const bytes = await source.read(at + this.read * ENTRY, want * ENTRY);
    const n = Math.floor(bytes.length / ENTRY);
    if (n === 0) {
      this.left += this.total - this.read;
      this.read = this.total;
      return false;
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let i = 0; i < n; i++) this.#take(view, i * ENTRY);
    this.read += n;
    if (this.read >= this.total) this.#endDay();
    return true;
  }

  #take(view: DataView, at: number): void {
    const ms = Math.floor((view.getInt32(at + 4, true) * 0x1_0000_0000 + view.getUint32(at, true)) / 1e6);
    const place = this.#places[view.getUint16(at + 8, true)];
    const ordinal = view.getUint32(at + 10, true);
    const n = this.count;
    if (!place || ordinal >= place.total || (n > 0 && ms < this.ms[n - 1]!)) {
      this.left++;
      return;
    }
    this.ms[n] = ms;
    this.place[n] = place.number;
    this.ordinal[n] = ordinal;
    this.dated.get(place.number)!.add(ordinal);
    this.count = n + 1;
    const day = Math.floor(ms / DAY);
    if (day !== this.#day) this.#endDay();
    this.#day = day;
    this.#today.set(place.number, (this.#today.get(place.number) ?? 0) + 1);
  }

  #endDay(): void {
    for (const [place, count] of this.#today) {
      this.days.day.push(this.#day);
      this.days.place.push(place);
      this.days.count.push(count);
    }
    this.#today = new Map();
  }

  /** The first entry at or after an instant. */
  from(ms: number): number {
    let [low, high] = [0, this.count];
    while (low < high) {
      const mid = (low + high) >>> 1;
      if (this.ms[mid]! < ms) low = mid + 1;
      else high = mid;
    }
    return low;
  }
}
