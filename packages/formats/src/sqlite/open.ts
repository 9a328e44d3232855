/** Opens a database: header, log, schema. @module */
import type { RandomAccess } from "@contraluz/core";
import { BlockCache } from "./blocks.ts";
import type { TableDefinition } from "./ddl.ts";
import { type Header, parseHeader } from "./header.ts";
import { Pager } from "./pager.ts";
import { makePlan } from "./plan.ts";
import { scanTree } from "./scan.ts";
import { findTable, readSchema } from "./schema.ts";
import { textDecoder } from "./text.ts";
import type { Row, SqliteFile, SqliteOptions, SqliteTable } from "./types.ts";
import { readWal, type Wal } from "./wal.ts";

const CACHE_BYTES = 12 << 20;

/**
 * Opens a database with its write-ahead log, if handed in. Reads the first block, the log once, and the schema.
 *
 * Undefined, with a `sqlite-header` Problem, only if neither the file nor the log has a usable header. Other damage is
 * reported and costs what is damaged. The page count of the header (offset 28) is not believed: the size of the file is.
 * Rejects with what the source rejects with, or `ContraluzError("cancelled")`.
 *
 * @example
 * const db = await openSqlite(await platform.open(handle), { report: (p) => problems.push(p) });
 */
export async function openSqlite(source: RandomAccess, options: SqliteOptions): Promise<SqliteFile | undefined> {
  const { report, cancel } = options;
  const budget = options.cacheBytes ?? CACHE_BYTES;
  const log = options.wal === undefined ? undefined : new BlockCache(options.wal, budget / 4);
  const main = new BlockCache(source, log === undefined ? budget : budget - budget / 4);
  let wal: Wal | undefined;
  if (log !== undefined) {
    wal = await readWal(log, (pageSize) => Math.ceil(source.size / pageSize), report, cancel);
  }
  const own = parseHeader((await main.load(0)).subarray(0, 100));
  let header: Header;
  if ("usable" in own) {
    header = own;
    if (wal !== undefined && wal.pageSize !== own.pageSize) {
      report({
        code: "sqlite-wal",
        offset: 8,
        found: `page size ${wal.pageSize}`,
        expected: `page size ${own.pageSize}`,
        lost: "file",
      });
      wal = undefined;
    }
  } else {
    header = { pageSize: wal?.pageSize ?? 0, usable: wal?.pageSize ?? 0, encoding: "utf-8" };
  }
  let pager = new Pager(header, main, log, wal);
  if (wal !== undefined && pager.inWal(1)) {
    // The newest image of page 1 knows the encoding; the file's own may be that of an empty database, or damaged.
    const newer = parseHeader((await pager.load(1)).subarray(0, 100));
    if ("usable" in newer && newer.pageSize === wal.pageSize) {
      header = newer;
      pager = new Pager(header, main, log, wal);
    } else if (!("usable" in own)) header = { ...header, usable: 0 };
  } else if (!("usable" in own)) header = { ...header, usable: 0 };
  if (header.usable === 0) {
    if (!("usable" in own))
      report({ code: "sqlite-header", offset: 0, found: own.found, expected: own.expected, lost: "file" });
    return undefined;
  }
  const schema = await readSchema(pager, textDecoder(header.encoding), report, cancel);
  return new Database(header, pager, schema, options);
}

class Database implements SqliteFile {
  readonly pageSize: number;
  readonly pageCount: number;
  readonly encoding: SqliteFile["encoding"];
  readonly tables: ReadonlyMap<string, SqliteTable>;
  readonly #pager: Pager;
  readonly #definitions: ReadonlyMap<string, TableDefinition>;
  readonly #options: SqliteOptions;

  constructor(
    header: Header,
    pager: Pager,
    schema: {
      readonly tables: ReadonlyMap<string, SqliteTable>;
      readonly definitions: ReadonlyMap<string, TableDefinition>;
    },
    options: SqliteOptions,
  ) {
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
  ): Promise<void> {
    const { report, cancel } = this.#options;
    const table = findTable(this.tables, name);
    const definition = table && this.#definitions.get(table.name);
    if (table === undefined || definition === undefined) {
      report({ code: "sqlite-table-missing", expected: name, lost: "artifact" });
      return;
    }
    const plan = makePlan(definition, columns, textDecoder(this.encoding));
    await scanTree(this.#pager, { root: table.root, index: table.withoutRowid }, plan, take, report, cancel);
  }
}
