/**
 * The timeline index: every dated record by instant, without its values. It can be deleted and rebuilt.
 *
 * `index/timeline.bin`: 8 bytes `CLTIME1\n`; u32 LE count of artifacts; each as u16 LE length and UTF-8 id; then entries of
 * 14 bytes: instant (i64 LE, ns since 1970), artifact (u16 LE), ordinal (u32 LE), sorted by all three.
 * Runs are sorted in memory, kept aside, and merged at the end: memory does not grow with the number of records.
 * @module
 */
import { type Cancel, ContraluzError, type RandomAccess, type ResultFolder } from "@contraluz/core";

export const ENTRY = 14;
const MAGIC = new TextEncoder().encode("CLTIME1\n");
const READ = ENTRY * 4096;

export interface TimelineEntry {
  readonly ns: bigint;
  readonly artifact: number;
  readonly ordinal: number;
}

interface Cursor {
  readonly source: RandomAccess;
  offset: number;
  view: DataView;
  at: number;
}

function encodeRun(times: BigInt64Array, ordinals: Uint32Array, artifact: number): Uint8Array {
  const n = times.length;
  let sorted = true;
  for (let i = 1; i < n && sorted; i++) sorted = times[i - 1]! <= times[i]!;
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  // Ordinals rise with the index, so a stable order by time is the order by (time, ordinal).
  if (!sorted) order.sort((a, b) => (times[a]! < times[b]! ? -1 : times[a]! > times[b]! ? 1 : a - b));
  const out = new Uint8Array(n * ENTRY);
  const view = new DataView(out.buffer);
  for (let i = 0; i < n; i++) {
    const k = order[i]!;
    view.setBigInt64(i * ENTRY, times[k]!, true);
    view.setUint16(i * ENTRY + 8, artifact, true);
    view.setUint32(i * ENTRY + 10, ordinals[k]!, true);
  }
  return out;
}

/** By instant, artifact, ordinal. Without big integers: each would be an object. */
function less(a: Cursor, b: Cursor): boolean {
  // No lists of the values: one for each comparison would be garbage.
  const v = a.view;
  const w = b.view;
  const i = a.at;
  const j = b.at;
  const x = v.getInt32(i + 4, true);
  const y = w.getInt32(j + 4, true);
  if (x !== y) return x < y;
  const l = v.getUint32(i, true);
  const m = w.getUint32(j, true);
  if (l !== m) return l < m;
  const p = v.getUint16(i + 8, true);
  const q = w.getUint16(j + 8, true);
  if (p !== q) return p < q;
  return v.getUint32(i + 10, true) < w.getUint32(j + 10, true);
}

async function fill(c: Cursor): Promise<boolean> {
  const bytes = await c.source.read(c.offset, READ);
  c.offset += bytes.length;
  c.at = 0;
  c.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return bytes.length >= ENTRY;
}

/** Collects runs and writes the index. One run is at most what the caller hands over at once. */
export class TimelineWriter {
  readonly #folder: ResultFolder;
  #runs = 0;

  constructor(folder: ResultFolder) {
    this.#folder = folder;
  }

  /** Instants and ordinals of one artifact, in record order. */
  async add(artifact: number, times: BigInt64Array, ordinals: Uint32Array): Promise<void> {
    if (times.length === 0) return;
    await this.#folder.append(`index/run-${this.#runs++}.bin`, encodeRun(times, ordinals, artifact));
  }

  /** Merges the runs into `index/timeline.bin` and removes them. */
  async finish(artifacts: readonly string[], cancel?: Cancel): Promise<void> {
    const name = "index/timeline.bin";
    const names = artifacts.map((a) => new TextEncoder().encode(a));
    const head = new Uint8Array(MAGIC.length + 4 + names.reduce((n, b) => n + 2 + b.length, 0));
    const view = new DataView(head.buffer);
    head.set(MAGIC);
    view.setUint32(MAGIC.length, names.length, true);
    let at = MAGIC.length + 4;
    for (const b of names) {
      view.setUint16(at, b.length, true);
      head.set(b, at + 2);
      at += 2 + b.length;
    }
    await this.#folder.append(name, head);
    const heap: Cursor[] = [];
    for (let i = 0; i < this.#runs; i++) {
      const c: Cursor = {
        source: await this.#folder.read(`index/run-${i}.bin`),
        offset: 0,
        view: new DataView(new ArrayBuffer(0)),
        at: 0,
      };
      if (await fill(c)) heap.push(c);
    }
    const sift = (i: number): void => {
      for (;;) {
        const l = 2 * i + 1;
        if (l >= heap.length) return;
        const r = l + 1;
        const m = r < heap.length && less(heap[r]!, heap[l]!) ? r : l;
        if (!less(heap[m]!, heap[i]!)) return;
        [heap[i], heap[m]] = [heap[m]!, heap[i]!];
        i = m;
      }
    };
    for (let i = heap.length - 1; i >= 0; i--) sift(i);
    let out = new Uint8Array(READ);
    let n = 0;
    while (heap.length > 0) {
      const c = heap[0]!;
      for (let i = c.at; i < c.at + ENTRY; i++) out[n++] = c.view.getUint8(i);
      if (n === READ) {
        if (cancel?.aborted) throw new ContraluzError("cancelled", "cancelled");
        await this.#folder.append(name, out);
        out = new Uint8Array(READ);
        n = 0;
      }
      c.at += ENTRY;
      if (c.at + ENTRY > c.view.byteLength && !(await fill(c))) {
        await c.source.close?.();
        const last = heap.pop()!;
        if (heap.length === 0) break;
        if (last !== c) heap[0] = last;
      }
      sift(0);
    }
    if (n > 0) await this.#folder.append(name, out.subarray(0, n));
    for (let i = 0; i < this.#runs; i++) await this.#folder.remove(`index/run-${i}.bin`);
  }
}

/** Reads the index in order, in batches. */
export async function* readTimeline(
  source: RandomAccess,
): AsyncGenerator<{ artifacts: readonly string[]; entries: TimelineEntry[] }> {
  const head = await source.read(0, MAGIC.length + 4);
  if (head.length < MAGIC.length + 4 || MAGIC.some((b, i) => head[i] !== b))
    throw new RangeError("not a timeline index");
  const count = new DataView(head.buffer, head.byteOffset).getUint32(MAGIC.length, true);
  // Entries number their artifact with 16 bits.
  if (count > 0x1_0000) throw new RangeError(`a timeline index of ${count} artifacts`);
  const artifacts: string[] = [];
  let at = MAGIC.length + 4;
  for (let i = 0; i < count; i++) {
    const len = await source.read(at, 2);
    if (len.length < 2) throw new RangeError("the timeline index is cut short");
    const n = len[0]! | (len[1]! << 8);
    artifacts.push(new TextDecoder().decode(await source.read(at + 2, n)));
    at += 2 + n;
  }
  for (;;) {
    const bytes = await source.read(at, READ);
    const n = Math.floor(bytes.length / ENTRY);
    if (n === 0) return;
    at += n * ENTRY;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const entries: TimelineEntry[] = [];
    for (let i = 0; i < n; i++) {
      entries.push({
        ns: view.getBigInt64(i * ENTRY, true),
        artifact: view.getUint16(i * ENTRY + 8, true),
        ordinal: view.getUint32(i * ENTRY + 10, true),
      });
    }
    yield { artifacts, entries };
  }
}
