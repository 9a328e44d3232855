/** Windows of stored records: a table of where lines begin, made once for each artifact that somebody looks at. @module */
import type { RandomAccess, Result } from "@contraluz/core";
import { decodeRecord, ENTRY, type StoredFolder } from "@contraluz/store";
import { MAX_ROWS, type Questions, type Row, type TimeRow } from "./protocol.ts";

/** Lines between two entries of the table. */
const EVERY = 64;
const BLOCK = 1 << 20;
/** Bytes of one window that are read at most: a hostile record is long. */
const WINDOW = 16 << 20;

interface Lines {
  readonly source: RandomAccess;
  readonly total: number;
  /** Where line `i * EVERY` begins. */
  readonly starts: readonly number[];
}

async function indexLines(source: RandomAccess): Promise<Lines> {
  const starts = [0];
  let total = 0;
  for (let at = 0; at < source.size; ) {
    const block = await source.read(at, BLOCK);
    if (block.length === 0) break;
    for (let i = block.indexOf(10); i >= 0; i = block.indexOf(10, i + 1)) {
      total++;
      if (total % EVERY === 0) starts.push(at + i + 1);
    }
    at += block.length;
  }
  return { source, total, starts };
}

export interface RecordWindows {
  rows(q: Questions["rows"]["ask"]): Promise<Questions["rows"]["answer"]>;
  timeline(q: Questions["timeline"]["ask"]): Promise<Questions["timeline"]["answer"]>;
}

const clamp = (n: number, to: number): number => Math.max(0, Math.min(Math.floor(n) || 0, to));

/** Reads windows of the records of one result. */
export function recordWindows(folder: StoredFolder, result: Result): RecordWindows {
  const open = new Map<string, Promise<Lines | undefined>>();
  const linesOf = (artifact: string): Promise<Lines | undefined> => {
    let lines = open.get(artifact);
    if (!lines) {
      const entry = Object.hasOwn(result.records, artifact) ? result.records[artifact] : undefined;
      const ours = entry && entry.count > 0 && /^records\/[a-z0-9.-]+\.jsonl$/.test(entry.file);
      lines = ours ? folder.read(entry.file).then(indexLines) : Promise.resolve(undefined);
      open.set(artifact, lines);
    }
    return lines;
  };
  const read = async (artifact: string, from: number, count: number): Promise<Row[]> => {
    const lines = await linesOf(artifact);
    if (!lines || from >= lines.total || count <= 0) return [];
    const start = lines.starts[Math.floor(from / EVERY)] ?? 0;
    const end = lines.starts[Math.ceil((from + count) / EVERY)] ?? lines.source.size;
    const bytes = await lines.source.read(start, Math.min(end - start, WINDOW));
    const text = new TextDecoder().decode(bytes).split("\n");
    const first = Math.floor(from / EVERY) * EVERY;
    return text.slice(from - first, from - first + count).flatMap((line, i) => {
      if (line === "") return [];
      const record = decodeRecord(line);
      return [{ ordinal: from + i, record, file: result.files[record.origin.file] }];
    });
  };

  let index: Promise<{ source: RandomAccess; head: number; artifacts: string[] } | undefined> | undefined;
  return {
    async rows({ artifact, from, count }) {
      const total = (await linesOf(artifact))?.total ?? 0;
      return { total, rows: await read(artifact, clamp(from, total), clamp(count, MAX_ROWS)) };
    },
    async timeline({ from, count }) {
      index ??= openTimeline(folder);
      const found = await index;
      if (!found) return { total: 0, rows: [] };
      const { source, head, artifacts } = found;
      const total = Math.floor((source.size - head) / ENTRY);
      const bytes = await source.read(head + clamp(from, total) * ENTRY, clamp(count, MAX_ROWS) * ENTRY);
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      const rows: TimeRow[] = [];
      for (let i = 0; (i + 1) * ENTRY <= bytes.length; i++) {
        const artifact = artifacts[view.getUint16(i * ENTRY + 8, true)] ?? "";
        const [row] = await read(artifact, view.getUint32(i * ENTRY + 10, true), 1);
        if (row) rows.push({ ...row, artifact, ns: view.getBigInt64(i * ENTRY, true) });
      }
      return { total, rows };
    },
  };
}

/** The head of `index/timeline.bin` (its form: `@contraluz/store`, timeline.ts). */
async function openTimeline(
  folder: StoredFolder,
): Promise<{ source: RandomAccess; head: number; artifacts: string[] } | undefined> {
  const source = await folder.read("index/timeline.bin").catch(() => undefined);
  const head = await source?.read(0, 1 << 16);
  if (!source || !head || head.length < 12 || new TextDecoder().decode(head.subarray(0, 8)) !== "CLTIME1\n")
    return undefined;
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  const artifacts: string[] = [];
  let at = 12;
  for (let n = view.getUint32(8, true); n > 0; n--) {
    if (at + 2 > head.length) return undefined;
    const length = view.getUint16(at, true);
    artifacts.push(new TextDecoder().decode(head.subarray(at + 2, at + 2 + length)));
    at += 2 + length;
  }
  return at > head.length ? undefined : { source, head: at, artifacts };
}
