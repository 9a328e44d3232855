/** Lines of records by block: read once, kept for a while, and compared with what the index says of them. @module */
import type { RandomAccess } from "@contraluz/core";
import { IndexDamaged } from "./chunks.ts";
import { BLOCK } from "./head.ts";
import { linesBetween, openRecords } from "./pieces.ts";
import type { Source } from "./sources.ts";

/** Bytes of text that are kept, and files that are kept open. */
const KEEP = 24 << 20;
const OPEN = 64;
/** Blocks side by side that are read in one go, as long as they are no larger together. */
const TOGETHER = 1 << 20;

export class RecordBlocks {
  readonly #open = new Map<number, Promise<RandomAccess>>();
  readonly #kept = new Map<string, readonly string[]>();
  #bytes = 0;

  async #source(s: Source): Promise<RandomAccess> {
    let p = this.#open.get(s.no);
    if (p) this.#open.delete(s.no);
    else {
      p = this.#openSource(s);
      p.catch(() => this.#open.delete(s.no));
      if (this.#open.size >= OPEN) {
        const [oldest, old] = this.#open.entries().next().value!;
        this.#open.delete(oldest);
        await (await old.catch(() => undefined))?.close?.();
      }
    }
    this.#open.set(s.no, p);
    return p;
  }

  async #openSource(s: Source): Promise<RandomAccess> {
    const { stored, head } = s.of!;
    const source = await openRecords(stored.folder, stored.result.records[s.artifact]!.file);
    if (source?.size !== head.size) {
      await source?.close?.();
      throw new IndexDamaged(s.check, `${s.artifact} has ${source?.size ?? "no"} bytes, not ${head.size}`);
    }
    return source;
  }

  /** First byte of a block; of the one behind the last, the end. */
  #at(s: Source, block: number): number {
    const { head, index } = s.of!;
    return block * BLOCK >= head.rows ? head.size : index.tables.blockAt[head.block + block]!;
  }

  /** Lines of these blocks of a source (rising numbers), each once. What is given holds until the next is asked for. */
  async *read(
    s: Source,
    blocks: readonly number[],
  ): AsyncGenerator<{ readonly block: number; readonly lines: readonly string[] }> {
    for (let i = 0; i < blocks.length; ) {
      const kept = this.#kept.get(`${s.no}/${blocks[i]}`);
      if (kept) {
        yield { block: blocks[i]!, lines: kept };
        i++;
        continue;
      }
      const from = this.#at(s, blocks[i]!);
      let j = i + 1;
      while (j < blocks.length && blocks[j] === blocks[j - 1]! + 1 && this.#at(s, blocks[j]! + 1) - from <= TOGETHER)
        j++;
      yield* this.#load(s, blocks.slice(i, j));
      i = j;
    }
  }

  async *#load(
    s: Source,
    blocks: readonly number[],
  ): AsyncGenerator<{ readonly block: number; readonly lines: readonly string[] }> {
    const source = await this.#source(s);
    const last = blocks.at(-1)!;
    const [from, to] = [this.#at(s, blocks[0]!), this.#at(s, last + 1)];
    let lines: string[] = [];
    let k = 0;
    const rows = (block: number): number => Math.min(BLOCK, s.of!.head.rows - block * BLOCK);
    for await (const batch of linesBetween(source, from, to)) {
      lines = lines.length === 0 ? [...batch.lines] : lines.concat(batch.lines);
      while (k < blocks.length && lines.length >= rows(blocks[k]!)) {
        const block = blocks[k++]!;
        const some = lines.slice(0, rows(block));
        lines = lines.slice(rows(block));
        this.#keep(`${s.no}/${block}`, some);
        yield { block, lines: some };
      }
    }
    if (k < blocks.length || lines.length > 0)
      throw new IndexDamaged(s.check, `lines of ${s.artifact} stand elsewhere`);
  }

  #keep(name: string, lines: readonly string[]): void {
    const size = lines.reduce((n, l) => n + l.length, 0);
    if (size > KEEP / 8 || this.#kept.has(name)) return;
    this.#kept.set(name, lines);
    this.#bytes += size;
    for (const [old, of] of this.#kept) {
      if (this.#bytes <= KEEP) break;
      this.#kept.delete(old);
      this.#bytes -= of.reduce((n, l) => n + l.length, 0);
    }
  }

  /** Forgets what it holds of a check whose index was built anew. */
  async close(): Promise<void> {
    const open = [...this.#open.values()];
    this.#open.clear();
    this.#kept.clear();
    this.#bytes = 0;
    for (const p of open) await (await p.catch(() => undefined))?.close?.();
  }
}
