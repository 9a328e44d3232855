/** Opens a database: header, log, schema. @module */
import type { RandomAccess } from "@contraluz/core";
import { BlockCache } from "./blocks.ts";
import type { TableDefinition } from "./ddl.ts";
import { Deleted } from "./deleted.ts";
import { type Header, parseHeader } from "./header.ts";
import { type Journal, readJournal } from "./journal.ts";
import type { LiveRows } from "./live.ts";
import type { OldImage, Overlay } from "./overlay.ts";
import { Pager } from "./pager.ts";
import { PageSet } from "./pageset.ts";
import { makePlan } from "./plan.ts";
import type { Plan } from "./record.ts";
import { type Notes, scanTree } from "./scan.ts";
import { findTable, readSchema } from "./schema.ts";
import { textDecoder } from "./text.ts";
import type { DeletedRow, Row, ScanOptions, SqliteFile, SqliteOptions, SqliteTable } from "./types.ts";
import { readWal } from "./wal.ts";

const CACHE_BYTES = 12 << 20;

/**
 * Opens a database with its write-ahead log, if handed in. Reads the first block, the log once, and the schema.
 *
 * Undefined, with a `sqlite-header` Problem, only if neither the file nor the log has a usable header. Other damage is
 * reported and costs what is damaged. The page count of the header (offset 28) is not believed, the size of the file is;
 * but a file that ends within a page before that is told.
 * Rejects with what the source rejects with, or `ContraluzError("cancelled")`.
 *
 * @example
 * const db = await openSqlite(await platform.open(handle), { report: (p) => problems.push(p) });
 */
export async function openSqlite(source: RandomAccess, options: SqliteOptions): Promise<SqliteFile | undefined> {
  const { report, cancel } = options;
  const budget = options.cacheBytes ?? CACHE_BYTES;
  const beside = options.wal ?? options.journal;
  const log = beside === undefined ? undefined : new BlockCache(beside, budget / 4);
  const main = new BlockCache(source, log === undefined ? budget : budget - budget / 4);
  let overlay: Overlay | undefined;
  let old: Journal | undefined;
  if (options.wal !== undefined) {
    overlay = await readWal(log!, (pageSize) => Math.ceil(source.size / pageSize), report, cancel);
  }
  const own = parseHeader((await main.load(0)).subarray(0, 100));
  if (options.wal === undefined && log !== undefined && "usable" in own) {
    const pages = Math.ceil(source.size / own.pageSize);
    const journal = await readJournal(log, own.pageSize, pages, cancel);
    if (journal?.hot) {
      overlay = journal;
      report({ code: "sqlite-journal-hot", lost: "nothing" });
    } else old = journal;
  }
  if (overlay !== undefined && "usable" in own && overlay.pageSize !== own.pageSize) {
    // A log without a commit changes nothing, whatever it is of.
    if (overlay.pageCount > 0)
      report({
        code: "sqlite-wal",
        offset: 8,
        found: `page size ${overlay.pageSize}`,
        expected: `page size ${own.pageSize}`,
        lost: "file",
      });
    overlay = undefined;
  }
  const pageSize = overlay !== undefined && overlay.pageCount > 0 ? overlay.pageSize : 0;
  let header: Header = "usable" in own ? own : { pageSize, usable: pageSize, encoding: "utf-8" };
  let pager = new Pager(header, main, log, overlay);
  if (overlay !== undefined && pager.inWal(1)) {
    // The newest image of page 1 knows the encoding; the file's own may be that of an empty database, or damaged.
    const newer = parseHeader((await pager.load(1)).subarray(0, 100));
    if ("usable" in newer && newer.pageSize === overlay.pageSize) {
      header = newer;
      pager = new Pager(header, main, log, overlay);
    } else if (!("usable" in own)) header = { ...header, usable: 0 };
  } else if (!("usable" in own)) header = { ...header, usable: 0 };
  if (header.usable === 0) {
    if (!("usable" in own))
      report({ code: "sqlite-header", offset: 0, found: own.found, expected: own.expected, lost: "file" });
    return undefined;
  }
  const head = pager.get(1) ?? (await pager.load(1));
  const whole = pagesSaid(head) * header.pageSize;
  // Cut within a page. Whether rows were in what is missing shows where they are read; that it is missing is told here.
  if (source.size % header.pageSize !== 0 && whole > source.size && (overlay?.pageCount ?? 0) === 0)
    report({
      code: "sqlite-page",
      offset: source.size,
      found: `${source.size} bytes`,
      expected: `${whole} bytes`,
      lost: "bytes",
    });
  const schema = await readSchema(pager, textDecoder(header.encoding), report, cancel);
  const images = (): Iterable<OldImage> =>
    pager.oldImages(old === undefined || log === undefined ? undefined : { overlay: old, cache: log });
  return new Database(header, pager, head, schema, images, overlay, options);
}

/** How many pages the first one says there are; 0 if it does not vouch for that number (written by versions before 3.7). */
function pagesSaid(head: Uint8Array): number {
  if (head.length < 100) return 0;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  return view.getUint32(24) === view.getUint32(92) ? view.getUint32(28) : 0;
}

class Database implements SqliteFile {
  readonly pageSize: number;
  readonly pageCount: number;
  readonly encoding: SqliteFile["encoding"];
  readonly tables: ReadonlyMap<string, SqliteTable>;
  readonly overlay: SqliteFile["overlay"];
  readonly #pager: Pager;
  readonly #head: Uint8Array;
  readonly #images: () => Iterable<OldImage>;
  #deleted: Deleted | undefined;
  readonly #definitions: ReadonlyMap<string, TableDefinition>;
  readonly #options: SqliteOptions;

  constructor(
    header: Header,
    pager: Pager,
    head: Uint8Array,
    schema: {
      readonly tables: ReadonlyMap<string, SqliteTable>;
      readonly definitions: ReadonlyMap<string, TableDefinition>;
    },
    images: () => Iterable<OldImage>,
    overlay: Overlay | undefined,
    options: SqliteOptions,
  ) {
    this.overlay = overlay?.in;
    this.#head = head;
    this.#images = images;
    this.pageSize = header.pageSize;
    this.pageCount = pager.pageCount;
    this.encoding = header.encoding;
    this.tables = schema.tables;
    this.#definitions = schema.definitions;
    this.#pager = pager;
    this.#options = options;
  }

  async scan(
    name: string,
    columns: readonly string[],
    take: (rows: Row[]) => Promise<void> | undefined,
    options?: ScanOptions,
  ): Promise<void> {
    const { report, cancel } = this.#options;
    const table = findTable(this.tables, name);
    const definition = table && this.#definitions.get(table.name);
    if (table === undefined || definition === undefined) {
      report({ code: "sqlite-table-missing", expected: name, lost: "artifact" });
      return;
    }
    const plan = makePlan(definition, columns, textDecoder(this.encoding));
    const notes = options?.deleted && !table.withoutRowid ? this.#notes(table.name, plan) : undefined;
    await scanTree(this.#pager, { root: table.root, index: table.withoutRowid }, plan, take, report, cancel, notes);
  }

  #notes(table: string, plan: Plan): Notes {
    if (this.#deleted === undefined) {
      const roots = [...this.tables.values()].map((t) => [t.root, t.name] as const);
      const { report, cancel } = this.#options;
      const utf8 = this.encoding === "utf-8";
      this.#deleted = new Deleted({
        pager: this.#pager,
        head: this.#head,
        definitions: this.#definitions,
        roots,
        text: textDecoder(this.encoding),
        utf8,
        report,
        cancel,
        beside: this.#options.wal !== undefined || this.#options.journal !== undefined,
        rows: (of, wanted, live) => this.#rows(of, wanted, live),
      });
    }
    const deleted = this.#deleted;
    const target = deleted.remember(table, plan);
    return {
      pages: target.live.pages,
      ...(deleted.expected ? { live: target.live } : {}),
      leaf: (page, data) => deleted.leaf(target, page, data),
    };
  }

  /** Notes the rows of a table that was scanned without. Its damage was told then. */
  #rows(table: string, plan: Plan, live: LiveRows): Promise<void> {
    const tree = { root: this.tables.get(table)!.root, index: false };
    const notes: Notes = { pages: new PageSet(), live, leaf: () => undefined };
    const silent = (): void => undefined;
    return scanTree(this.#pager, tree, plan, () => undefined, silent, this.#options.cancel, notes);
  }

  async scanDeleted(take: (table: string, rows: DeletedRow[]) => Promise<void> | undefined): Promise<void> {
    await this.#deleted?.run(this.#images, take);
  }
}
