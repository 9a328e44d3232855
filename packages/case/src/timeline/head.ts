/**
 * The head of an index: `head.json` says what the other files hold, `tables.bin` where. What does not add up is damage.
 *
 * `tables.bin`: of each block of 256 rows its byte (f64 LE), its first and last instant (i64 LE); of each page its ends (`pages.ts`);
 * the hashes of the chunks of `entries.bin`, `text.bin`, `short.bin`, `values.bin`, in this order.
 * @module
 */
import type { Platform } from "@contraluz/core";
import { KEYS_VERSION } from "@contraluz/detection/indicators/keys.ts";
import { CHUNK, IndexDamaged, SUM, type Sums } from "./chunks.ts";
import { FOLD_VERSION } from "./fold.ts";
import { SHORT_ROWS } from "./grams.ts";
import { UNDATED, type Undated } from "./line.ts";
import { decodeEnds, ENDS, ENTRY, PAGE, type PageEnds } from "./pages.ts";
import { KEY_BITS, SHORT_BLOCKS, SHORT_SEGMENT, signatureSize, TEXT_BITS } from "./signature.ts";
import type { StreamHead } from "./sorter.ts";

export const TIMELINE_SCHEMA = "contraluz/timeline@1";
/** Rows of a block. */
export const BLOCK = 256;
export const BLOCK_BYTES = 24;
export const FILES = ["entries", "text", "short", "values"] as const;
export type IndexFile = (typeof FILES)[number];

export interface ArtifactHead {
  readonly id: string;
  /** Of the file of records: as the result names it, and its bytes. */
  readonly sha256: string;
  readonly size: number;
  readonly rows: number;
  /** Its first block in the table. */
  readonly block: number;
  readonly streams: readonly StreamHead[];
}

export interface Head {
  readonly schema: typeof TIMELINE_SCHEMA;
  readonly keys: number;
  readonly fold: number;
  readonly rows: number;
  readonly blocks: number;
  readonly pages: number;
  readonly artifacts: readonly ArtifactHead[];
  readonly files: Readonly<Record<IndexFile, number>>;
  readonly tables: string;
}

export interface Tables {
  readonly blockAt: Float64Array;
  readonly blockFirst: BigInt64Array;
  readonly blockLast: BigInt64Array;
  readonly ends: PageEnds;
  readonly files: Readonly<Record<IndexFile, Sums>>;
}

export function sha256Of(platform: Pick<Platform, "sha256">, bytes: Uint8Array): string {
  const h = platform.sha256();
  h.update(bytes);
  return h.hex();
}

const whole = (v: unknown, most: number): v is number =>
  Number.isSafeInteger(v) && (v as number) >= 0 && (v as number) <= most;
const blocksOf = (rows: number): number => Math.ceil(rows / BLOCK);
const pagesOf = (n: number): number => Math.ceil(n / PAGE);

/** Bytes of the matrices of so many blocks. */
function signatureSizes(blocks: number): Readonly<Record<"text" | "short" | "values", number>> {
  return {
    text: signatureSize(blocks, 2 ** TEXT_BITS),
    short: signatureSize(Math.ceil(blocks / SHORT_BLOCKS), SHORT_ROWS, SHORT_SEGMENT),
    values: signatureSize(blocks, 2 ** KEY_BITS),
  };
}

/** Checks that a head is one of ours and adds up. */
export function readHead(check: string, text: string): Head {
  const bad = (what: string): IndexDamaged => new IndexDamaged(check, what);
  let h: Head;
  try {
    h = JSON.parse(text) as Head;
  } catch {
    throw bad("its head is no JSON");
  }
  if (typeof h !== "object" || h === null || h.schema !== TIMELINE_SCHEMA) throw bad("another version");
  if (h.keys !== KEYS_VERSION || h.fold !== FOLD_VERSION) throw bad("made with other forms of values");
  if (!Array.isArray(h.artifacts) || h.artifacts.length > 0x1_0000 || typeof h.files !== "object" || h.files === null)
    throw bad("no head");
  let [rows, blocks, pages, bytes] = [0, 0, 0, 0];
  let last: string | undefined;
  for (const a of h.artifacts) {
    if (typeof a?.id !== "string" || !Array.isArray(a.streams) || (last !== undefined && a.id <= last))
      throw bad("its places");
    last = a.id;
    if (!whole(a.size, 2 ** 50) || !whole(a.rows, 0xffff_ffff) || a.block !== blocks) throw bad(`the place ${a.id}`);
    let n = 0;
    for (const s of a.streams as readonly StreamHead[]) {
      const known = s?.when === "dated" || UNDATED.includes(s?.when as Undated);
      if (!known || typeof s.kind !== "string" || !whole(s.n, a.rows) || s.at !== bytes || s.page !== pages)
        throw bad(`an order of ${a.id}`);
      n += s.n;
      bytes += s.n * ENTRY;
      pages += pagesOf(s.n);
    }
    if (n !== a.rows) throw bad(`${n} entries for ${a.rows} rows of ${a.id}`);
    rows += n;
    blocks += blocksOf(n);
  }
  if (rows !== h.rows || blocks !== h.blocks || pages !== h.pages) throw bad("its counts");
  const sizes = { entries: bytes, ...signatureSizes(blocks) };
  if (FILES.some((f) => h.files[f] !== sizes[f])) throw bad("the sizes of its files");
  return h;
}

const chunksOf = (size: number): number => Math.max(1, Math.ceil(size / CHUNK));

/** Bytes that the tables of a head take. */
export function tablesSize(h: Head): number {
  const sums = FILES.reduce((n, f) => n + chunksOf(h.files[f]) * SUM, 0);
  return h.blocks * BLOCK_BYTES + h.pages * ENDS + sums;
}

export function readTables(check: string, h: Head, bytes: Uint8Array, platform: Pick<Platform, "sha256">): Tables {
  if (bytes.length !== tablesSize(h) || sha256Of(platform, bytes) !== h.tables)
    throw new IndexDamaged(check, "its tables are not what was written");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const blockAt = new Float64Array(h.blocks);
  const blockFirst = new BigInt64Array(h.blocks);
  const blockLast = new BigInt64Array(h.blocks);
  for (let i = 0; i < h.blocks; i++) {
    blockAt[i] = view.getFloat64(i * BLOCK_BYTES, true);
    blockFirst[i] = view.getBigInt64(i * BLOCK_BYTES + 8, true);
    blockLast[i] = view.getBigInt64(i * BLOCK_BYTES + 16, true);
  }
  for (const a of h.artifacts) {
    const n = blocksOf(a.rows);
    for (let i = 0; i < n; i++) {
      const at = blockAt[a.block + i]!;
      const before = i === 0 ? 0 : blockAt[a.block + i - 1]!;
      if (!(Number.isSafeInteger(at) && at >= before && at < a.size))
        throw new IndexDamaged(check, `a block of ${a.id}`);
    }
  }
  let at = h.blocks * BLOCK_BYTES;
  const ends = decodeEnds(bytes.subarray(at), h.pages);
  at += h.pages * ENDS;
  const files = {} as Record<IndexFile, Sums>;
  for (const f of FILES) {
    const size = chunksOf(h.files[f]) * SUM;
    files[f] = { size: h.files[f], sums: bytes.slice(at, at + size) };
    at += size;
  }
  return { blockAt, blockFirst, blockLast, ends, files };
}

/** What an index is known by: the hash of its head, which holds those of all the rest. */
export function fingerprintOf(platform: Pick<Platform, "sha256">, head: Uint8Array): string {
  return sha256Of(platform, head);
}
