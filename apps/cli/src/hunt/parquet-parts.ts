/** Parts of a Parquet file become one: the first grows by the row groups of the others, which are overwritten and go. @module */
import { type FileHandle, open } from "node:fs/promises";
import type { ColumnBatch, ParquetColumn } from "@contraluz/hunt";
import { Footers, footerLength, PARQUET_MAGIC, PARQUET_TAIL } from "@contraluz/hunt/store/parquet-footer.ts";

const PIECE = 1 << 20;

async function readAt(file: FileHandle, at: number, n: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(n);
  for (let done = 0; done < n; ) {
    const { bytesRead } = await file.read(bytes, done, n - done, at + done);
    if (bytesRead === 0) throw new Error("a part of a Parquet file is cut short");
    done += bytesRead;
  }
  return bytes;
}

async function writeAt(file: FileHandle, at: number, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; )
    done += (await file.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
}

/** Where the row groups of a part end, and its footer. */
async function footerOf(file: FileHandle): Promise<{ readonly end: number; readonly footer: Uint8Array }> {
  const { size } = await file.stat();
  const length = footerLength(await readAt(file, Math.max(0, size - PARQUET_TAIL), PARQUET_TAIL));
  const end = size - PARQUET_TAIL - length;
  if (end < PARQUET_MAGIC.length) throw new Error("a part of a Parquet file has no room for its footer");
  return { end, footer: await readAt(file, end, length) };
}

/** Rows of a part, and letters and bytes of all its cells: what an engine holds before it writes. */
const PART_ROWS = 65_536;
const PART_LETTERS = 16 << 20;

/** How much there is in a part. */
export class PartSize {
  readonly #long: readonly number[];
  readonly #group: number;
  #rows = 0;
  #letters = 0;

  constructor(columns: readonly ParquetColumn[], group: number) {
    this.#long = columns.flatMap((c, i) => (c.type === "VARCHAR" || c.type === "BLOB" ? [i] : []));
    this.#group = group;
  }

  add(batch: ColumnBatch): void {
    this.#rows += batch[0]?.length ?? 0;
    for (const i of this.#long) for (const v of batch[i]!) this.#letters += v === null ? 0 : (v as string).length;
  }

  /** Row groups are not broken, unless their rows are very large. */
  get full(): boolean {
    const much = this.#rows >= PART_ROWS || this.#letters >= PART_LETTERS;
    return much && (this.#rows % this.#group === 0 || this.#letters >= 4 * PART_LETTERS);
  }
}

/** A file that is written part by part: the first part is the file itself, to which each further one is added. */
export class PartsOf {
  readonly #path: string;
  readonly #more: string;
  readonly #destroy: () => Promise<void>;
  readonly #footers = new Footers();
  #parts = 0;
  /** Where the row groups end. */
  #end = 0;

  /** `more`: where a further part lies for a while, and what takes it away. */
  constructor(path: string, more: string, destroy: () => Promise<void>) {
    this.#path = path;
    this.#more = more;
    this.#destroy = destroy;
  }

  /** `write` makes the part as a file, which is not there yet. */
  async add(write: (path: string) => Promise<void>): Promise<void> {
    const path = this.#parts++ === 0 ? this.#path : this.#more;
    await write(path);
    const part = await open(path, "r");
    try {
      const { end, footer } = await footerOf(part);
      if (path === this.#path) {
        this.#footers.add(footer, 0);
        this.#end = end;
      } else {
        this.#footers.add(footer, this.#end - PARQUET_MAGIC.length);
        await this.#append(part, end);
      }
    } finally {
      await part.close();
    }
    if (path === this.#more) await this.#destroy();
  }

  async #append(part: FileHandle, end: number): Promise<void> {
    const file = await open(this.#path, "r+");
    try {
      for (let at = PARQUET_MAGIC.length; at < end; at += PIECE) {
        const piece = await readAt(part, at, Math.min(PIECE, end - at));
        await writeAt(file, this.#end, piece);
        this.#end += piece.length;
      }
    } finally {
      await file.close();
    }
  }

  /** Writes the footer of all parts. A single part has its own. */
  async end(): Promise<void> {
    if (this.#parts < 2) return;
    const file = await open(this.#path, "r+");
    try {
      const footer = this.#footers.end();
      await writeAt(file, this.#end, footer);
      await file.truncate(this.#end + footer.length);
    } finally {
      await file.close();
    }
  }
}
