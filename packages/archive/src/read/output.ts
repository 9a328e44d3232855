/**
 * The folder that reading leaves: `archive.json` (what was asked for), `pages/NNNNNN.jsonl` (one page a line, in the order of the evidence),
 * and at the end `coverage.json` and `findings.jsonl`. A line that is not whole was being written when somebody pulled the plug: it is
 * cut off, and reading goes on there.
 * @module
 */
import { ContraluzError, type RandomAccess } from "@contraluz/core";
import { Duplicates } from "./duplicates.ts";
import { READ_LIMITS, type ReadPage } from "./types.ts";

/** Files of an archive. Names are of our own making. */
export interface ArchiveFolder {
  /** Names right inside `folder`, by code unit. */
  list(folder: string): Promise<readonly string[]>;
  read(name: string): Promise<RandomAccess | undefined>;
  append(name: string, bytes: Uint8Array): Promise<void>;
  /** Leaves the first `size` bytes of a file. */
  cut(name: string, size: number): Promise<void>;
  /** Whole or not at all. */
  replace(name: string, bytes: Uint8Array): Promise<void>;
}

export const ARCHIVE_SCHEMA = "contraluz/archive@1";
const FILE_BYTES = 16_777_216;
const BLOCK = 1 << 20;
const MAX_LINE = 33_554_432;
const utf8 = new TextEncoder();

export interface Asked {
  readonly name: string;
  readonly lang: string;
  readonly ocr: boolean;
}

/** Pages that are there already: how many, and the last paths with their number of lines. */
export interface Kept {
  readonly pages: number;
  readonly tail: readonly { readonly path: string; count: number }[];
}

export class Output {
  readonly #folder: ArchiveFolder;
  readonly #duplicates = new Duplicates();
  #file = 1;
  #size = 0;

  constructor(folder: ArchiveFolder) {
    this.#folder = folder;
  }

  /** Begins, or goes on where it was. Throws ContraluzError `usage` for a folder of something else or of other settings. */
  async open(asked: Asked, each: (p: ReadPage) => void): Promise<Kept> {
    const made = `${JSON.stringify({ schema: ARCHIVE_SCHEMA, ...asked }, null, 1)}\n`;
    const there = await this.#folder.read("archive.json");
    if (!there) {
      await this.#folder.replace("archive.json", utf8.encode(made));
      return { pages: 0, tail: [] };
    }
    const was = new TextDecoder().decode(await there.read(0, 65_536));
    await there.close?.();
    if (was !== made) throw new ContraluzError("usage", "the folder holds an archive that was read in another way");
    let pages = 0;
    const tail: { path: string; count: number }[] = [];
    for (const name of await this.#files()) {
      this.#file = Number(name.slice(0, 6));
      this.#size = await this.#walk(`pages/${name}`, (p) => {
        pages++;
        this.#duplicates.note(p);
        each(p);
        if (tail.at(-1)?.path === p.path) tail.at(-1)!.count++;
        else tail.push({ path: p.path, count: 1 });
        // All pages of the last document stay: in a file of messages each can have a path of its own.
        if (tail.length > 2 * READ_LIMITS.pages) tail.splice(0, READ_LIMITS.pages);
      });
    }
    return { pages, tail };
  }

  async #files(): Promise<readonly string[]> {
    return (await this.#folder.list("pages")).filter((n) => /^\d{6}\.jsonl$/.test(n));
  }

  /** Lines of a file; what is no line of ours is cut off with all that follows. */
  async #walk(name: string, each: (p: ReadPage) => void): Promise<number> {
    const source = await this.#folder.read(name);
    if (!source) return 0;
    const { size } = source;
    let good = 0;
    try {
      for await (const { line, end } of linesOf(source)) {
        const p = parsed(line);
        if (!p) break;
        each(p);
        good = end;
      }
    } finally {
      await source.close?.();
    }
    if (good < size) await this.#folder.cut(name, good);
    return good;
  }

  /** Writes pages in their order, with what they are copies of. */
  async write(pages: readonly ReadPage[]): Promise<void> {
    const lines: string[] = [];
    for (const p of pages) {
      const dup = this.#duplicates.note(p);
      const { problems, findings, ...rest } = p;
      lines.push(
        JSON.stringify({ ...rest, ...(dup && { dup }), ...(problems && { problems }), ...(findings && { findings }) }),
      );
    }
    if (lines.length === 0) return;
    const bytes = utf8.encode(`${lines.join("\n")}\n`);
    if (this.#size > 0 && this.#size + bytes.length > FILE_BYTES) {
      this.#file++;
      this.#size = 0;
    }
    await this.#folder.append(`pages/${String(this.#file).padStart(6, "0")}.jsonl`, bytes);
    this.#size += bytes.length;
  }

  /** Every page that is there. */
  async each(f: (p: ReadPage) => void): Promise<void> {
    for (const name of await this.#files()) await this.#walk(`pages/${name}`, f);
  }

  async finish(coverage: unknown, findings: readonly unknown[]): Promise<void> {
    const lines = findings.map((f) => `${JSON.stringify(f)}\n`).join("");
    await this.#folder.replace("findings.jsonl", utf8.encode(lines));
    await this.#folder.replace("coverage.json", utf8.encode(`${JSON.stringify(coverage, null, 1)}\n`));
  }
}

function parsed(line: string): ReadPage | undefined {
  try {
    const p = JSON.parse(line) as ReadPage;
    return typeof p?.doc === "string" && typeof p.path === "string" && typeof p.text === "string" ? p : undefined;
  } catch {
    return undefined;
  }
}

/** Lines that end, with the place after their end. */
async function* linesOf(source: RandomAccess): AsyncIterable<{ readonly line: string; readonly end: number }> {
  let rest = new Uint8Array(0);
  const decoder = new TextDecoder();
  for (let at = 0; at < source.size; ) {
    const block = await source.read(at, BLOCK);
    if (block.length === 0) return;
    const joined = new Uint8Array(rest.length + block.length);
    joined.set(rest);
    joined.set(block, rest.length);
    const base = at - rest.length;
    at += block.length;
    let from = 0;
    for (let lf = joined.indexOf(10); lf >= 0; lf = joined.indexOf(10, from)) {
      yield { line: decoder.decode(joined.subarray(from, lf)), end: base + lf + 1 };
      from = lf + 1;
    }
    rest = joined.slice(from);
    if (rest.length > MAX_LINE) return;
  }
}
