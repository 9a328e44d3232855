/** Records of a stored result, in reading order and by number, for the MVT layout. @module */
import type { RandomAccess, Result } from "@contraluz/core";
import { readLines, type StoredFolder } from "@contraluz/store/reader.ts";
import { parseRecord } from "../record.ts";
import { fetchLines, type Lines, linesOf } from "../stored.ts";
import type { Source } from "./types.ts";

const NAME = /^records\/[a-z0-9.-]+\.jsonl$/;

/** Opens the files of records as they are needed; `close()` when done. */
export class Records {
  readonly #folder: StoredFolder;
  readonly #result: Result;
  readonly #lines = new Map<string, Lines | undefined>();
  readonly #open: RandomAccess[] = [];

  constructor(folder: StoredFolder, result: Result) {
    this.#folder = folder;
    this.#result = result;
  }

  count(artifact: string): number {
    return Object.hasOwn(this.#result.records, artifact) ? (this.#result.records[artifact]?.count ?? 0) : 0;
  }

  #source(artifact: string, ordinal: number, line: string): Source {
    const record = parseRecord(line);
    return { artifact, ordinal, record, file: this.#result.files[record.origin.file] };
  }

  /** All records of an artifact, in batches, in reading order; with `holding`, those whose line holds that text. */
  async *all(artifact: string, holding = ""): AsyncGenerator<readonly Source[]> {
    const entry = this.count(artifact) > 0 ? this.#result.records[artifact] : undefined;
    if (!entry || !NAME.test(entry.file)) return;
    const source = await this.#folder.read(entry.file);
    try {
      for await (const { first, lines } of readLines(source))
        yield lines.flatMap((l, i) => (l.includes(holding) ? [this.#source(artifact, first + i, l)] : []));
    } finally {
      await source.close?.();
    }
  }

  /** Records of one artifact by their numbers; what is not there is left out. */
  async some(artifact: string, ordinals: readonly number[]): Promise<ReadonlyMap<number, Source>> {
    const out = new Map<number, Source>();
    const lines = await this.#linesOf(artifact);
    if (!lines) return out;
    const there = [...new Set(ordinals)].filter((n) => n >= 0 && n < lines.starts.length - 1);
    for (const [n, line] of await fetchLines(lines, there)) out.set(n, this.#source(artifact, n, line));
    return out;
  }

  async #linesOf(artifact: string): Promise<Lines | undefined> {
    if (this.#lines.has(artifact)) return this.#lines.get(artifact);
    const entry = this.count(artifact) > 0 ? this.#result.records[artifact] : undefined;
    let lines: Lines | undefined;
    if (entry && NAME.test(entry.file)) {
      const source = await this.#folder.read(entry.file);
      this.#open.push(source);
      lines = await linesOf(source, entry.count);
    }
    this.#lines.set(artifact, lines);
    return lines;
  }

  async close(): Promise<void> {
    for (const s of this.#open.splice(0)) await s.close?.();
    this.#lines.clear();
  }
}
