/**
 * Builds the index of one check, in one pass over its records. Memory does not grow with their number. The head comes last: without
 * it there is no index.
 * @module
 */
import { type Cancel, ContraluzError, encodeJson, type Json, type Platform, type Result } from "@contraluz/core";
import { KEYS_VERSION, keys } from "@contraluz/detection/indicators/keys.ts";
import type { StoredFolder } from "@contraluz/store";
import { ChunkWriter, type IndexFolder, type Sums } from "./chunks.ts";
import { FOLD_VERSION, fold } from "./fold.ts";
import { addGrams, keyPlaces, SHORT_ROWS } from "./grams.ts";
import {
  type ArtifactHead,
  BLOCK,
  BLOCK_BYTES,
  FILES,
  fingerprintOf,
  type Head,
  type IndexFile,
  sha256Of,
  TIMELINE_SCHEMA,
} from "./head.ts";
import { observablesOf, readLine, textsOf } from "./line.ts";
import { EndsWriter } from "./pages.ts";
import { linesBetween, openRecords } from "./pieces.ts";
import { KEY_BITS, SHORT_BLOCKS, SHORT_SEGMENT, SignatureWriter, TEXT_BITS } from "./signature.ts";
import { StreamSorter } from "./sorter.ts";

/** Entries held in memory before they are put aside: 12 bytes each, and as much again to sort them. */
const HELD = 2_000_000;
/** Values whose keys are remembered: the same numbers and apps come again and again. */
const REMEMBERED = 50_000;

export interface BuildOptions {
  readonly platform: Pick<Platform, "sha256">;
  readonly cancel?: Cancel;
  readonly held?: number;
  /** Bytes of records that were read so far. */
  progress?(bytes: number): void;
}

export interface Built {
  /** Hash of the head: who keeps it can prove the index. */
  readonly fingerprint: string;
  readonly rows: number;
  /** Bytes of all its files. */
  readonly bytes: number;
}

/** Table of the blocks while it grows. */
class Blocks {
  #bytes = new Uint8Array(256 * BLOCK_BYTES);
  n = 0;

  begin(at: number): void {
    if ((this.n + 1) * BLOCK_BYTES > this.#bytes.length) {
      const more = new Uint8Array(this.#bytes.length * 2);
      more.set(this.#bytes);
      this.#bytes = more;
    }
    new DataView(this.#bytes.buffer).setFloat64(this.n++ * BLOCK_BYTES, at, true);
  }

  /** First and last instant of the block; of one without dates the last comes before the first. */
  end(first: bigint, last: bigint): void {
    const view = new DataView(this.#bytes.buffer, (this.n - 1) * BLOCK_BYTES, BLOCK_BYTES);
    view.setBigInt64(8, first, true);
    view.setBigInt64(16, last, true);
  }

  finish(): Uint8Array {
    return this.#bytes.subarray(0, this.n * BLOCK_BYTES);
  }
}

const [NONE_FIRST, NONE_LAST] = [2n ** 63n - 1n, -(2n ** 63n)];

export async function buildIndex(
  folder: StoredFolder,
  result: Pick<Result, "records">,
  into: IndexFolder,
  o: BuildOptions,
): Promise<Built> {
  const out = Object.fromEntries(FILES.map((f) => [f, new ChunkWriter(into, `${f}.bin`, o.platform)])) as Record<
    IndexFile,
    ChunkWriter
  >;
  const grams = new SignatureWriter(out.text, 2 ** TEXT_BITS);
  const short = new SignatureWriter(out.short, SHORT_ROWS, SHORT_SEGMENT);
  const marks = new SignatureWriter(out.values, 2 ** KEY_BITS);
  const [blocks, ends] = [new Blocks(), new EndsWriter()];
  const artifacts: ArtifactHead[] = [];
  const places = new Map<string, readonly number[]>();
  const markValue = (type: Parameters<typeof keys>[0]["type"], value: string): void => {
    const name = `${type}\n${value}`;
    let found = places.get(name);
    if (!found) {
      found = keys({ type, value }).flatMap((k) => keyPlaces(k, KEY_BITS));
      if (places.size >= REMEMBERED) places.clear();
      if (name.length < 200) places.set(name, found);
    }
    for (const place of found) marks.block[place >>> 5]! |= 1 << (place & 31);
  };
  let done = 0;
  for (const id of Object.keys(result.records).sort()) {
    const entry = result.records[id]!;
    const source = await openRecords(folder, entry.file);
    const block = blocks.n;
    const sorter = new StreamSorter(into, o.held ?? HELD);
    let ordinal = 0;
    let [first, last] = [NONE_FIRST, NONE_LAST];
    const endBlock = async (): Promise<void> => {
      blocks.end(first, last);
      [first, last] = [NONE_FIRST, NONE_LAST];
      await grams.next();
      if (blocks.n % SHORT_BLOCKS === 0) await short.next();
      await marks.next();
    };
    try {
      for await (const { lines, starts } of source ? linesBetween(source, 0, source.size) : []) {
        if (o.cancel?.aborted) throw new ContraluzError("cancelled", "cancelled");
        for (let i = 0; i < lines.length; i++) {
          if (ordinal > 0 && ordinal % BLOCK === 0) await endBlock();
          if (ordinal % BLOCK === 0) blocks.begin(starts[i]!);
          const line = lines[i]!;
          const l = readLine(line);
          if (typeof l.when === "bigint") {
            if (l.when < first) first = l.when;
            if (l.when > last) last = l.when;
          }
          for (const t of textsOf(l, line)) addGrams(fold(t), grams.block, short.block, TEXT_BITS);
          for (const v of observablesOf(l)) markValue(v.type, v.value);
          if (sorter.add(l.kind, l.when, ordinal++)) await sorter.spill();
        }
        o.progress?.(done + starts.at(-1)!);
      }
      if (ordinal > 0) await endBlock();
      const streams = await sorter.finish(out.entries, ends);
      artifacts.push({ id, sha256: String(entry.sha256), size: source?.size ?? 0, rows: ordinal, block, streams });
    } finally {
      await source?.close?.();
    }
    done += source?.size ?? 0;
  }
  if (blocks.n % SHORT_BLOCKS !== 0) await short.next();
  for (const w of [grams, short, marks]) await w.finish();
  const sums = {} as Record<IndexFile, Sums>;
  for (const f of FILES) sums[f] = await out[f].finish();
  const parts = [blocks.finish(), ends.finish(), ...FILES.map((f) => sums[f].sums)];
  const tables = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const p of parts) {
    tables.set(p, at);
    at += p.length;
  }
  await into.append("tables.bin", tables);
  const head: Head = {
    schema: TIMELINE_SCHEMA,
    keys: KEYS_VERSION,
    fold: FOLD_VERSION,
    rows: artifacts.reduce((n, a) => n + a.rows, 0),
    blocks: blocks.n,
    pages: ends.pages,
    artifacts,
    files: Object.fromEntries(FILES.map((f) => [f, sums[f].size])) as Head["files"],
    tables: sha256Of(o.platform, tables),
  };
  const bytes = new TextEncoder().encode(`${encodeJson(head as unknown as Json)}\n`);
  await into.append("head.json", bytes);
  const total = FILES.reduce((n, f) => n + sums[f].size, 0) + tables.length + bytes.length;
  return { fingerprint: fingerprintOf(o.platform, bytes), rows: head.rows, bytes: total };
}
