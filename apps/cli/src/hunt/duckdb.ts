/**
 * DuckDB, embedded: searches a lab and writes its files. The one file that imports it, and only when a command needs it: the package of the
 * command line does not bring it along. It loads no extension and reaches nothing but the lab's folder.
 * @module
 */
import { chmod, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type Lang, say } from "@contraluz/core";
import {
  type Cell,
  type ColumnBatch,
  type HuntEngine,
  type LabTable,
  type ParquetColumn,
  type ParquetFiles,
  type Place,
  placeFile,
  TABLE_COLUMNS,
} from "@contraluz/hunt";
import { vaultFolder } from "@contraluz/platform-node";
import { flushFolder } from "@contraluz/platform-node/flush.ts";
import type { DuckDBConnection, DuckDBType, DuckDBValue } from "@duckdb/node-api";
import { UsageError } from "../args.ts";
import { PartSize, PartsOf } from "./parquet-parts.ts";
import { HW } from "./words.ts";

type Api = typeof import("@duckdb/node-api");

/** Nothing is fetched, nothing is installed, whatever a statement asks for. */
const CLOSED = {
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
  allow_community_extensions: "false",
} as const;

export interface DuckDbOptions {
  /** What the engine may take; beyond it goes to a folder in the lab, as long as the engine is open. */
  readonly memory?: string;
  readonly threads?: number;
}

/** For whoever takes records in: what is to be done is done by the reader of records, and each thread more holds row groups of its own. */
export const WRITING: DuckDbOptions = { threads: 1 };

export type DuckDb = HuntEngine & ParquetFiles;

/** A table of the engine that rows go into. */
interface Filled {
  add(batch: ColumnBatch): void;
  close(): void;
}

let opened = 0;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A path as a pattern that only it fits. */
const literal = (path: string): string => path.replace(/[*?[]/g, "[$&]");

/** The package, where it is installed. Throws UsageError with how to install it. */
async function duckdb(lang: Lang): Promise<Api> {
  try {
    return await import("@duckdb/node-api");
  } catch {
    throw new UsageError(say(HW.noDuckDb, lang));
  }
}

/** Batches of a result, with blobs as their bytes. */
async function* batches(connection: DuckDBConnection, sql: string): AsyncGenerator<readonly (readonly Cell[])[]> {
  const result = await connection.stream(sql);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return;
    yield chunk.getRows().map((row) => row.map(cellOf));
  }
}

function cellOf(v: DuckDBValue): Cell {
  if (typeof v === "object" && v !== null) {
    if ("bytes" in v && v.bytes instanceof Uint8Array) return v.bytes.slice();
    return String(v);
  }
  return v as Cell;
}

/** What the names of folders say. */
const PLACE_COLUMNS: readonly ParquetColumn[] = [
  { name: "case_id", type: "VARCHAR" },
  { name: "check_id", type: "VARCHAR" },
];

const NO_ROWS: Readonly<Record<LabTable, string>> = {
  keys: noRows("keys"),
  records: noRows("records"),
};

function noRows(table: LabTable): string {
  const names = [...TABLE_COLUMNS[table], ...PLACE_COLUMNS];
  const columns = names.map((c) => `null::${c.type} as "${c.name}"`);
  return `(select ${columns.join(", ")} where false) as ${table}`;
}

/**
 * Opens the engine over the lab at `path`.
 * @example
 * const engine = await openDuckDb("lab", "en");
 * for await (const rows of engine.query("select 1")) …
 */
export async function openDuckDb(path: string, lang: Lang, o: DuckDbOptions = {}): Promise<DuckDb> {
  const api = await duckdb(lang);
  const root = resolve(path);
  // Of this engine alone: another one may be at work on the same lab.
  const tmp = join(root, `tmp-${process.pid}-${++opened}`);
  // Made by us: the engine would let everybody read what it puts there. Whoever may only read a lab has none.
  await mkdir(tmp, { mode: 0o700 }).catch(() => undefined);
  const instance = await api.DuckDBInstance.create(":memory:", { ...CLOSED });
  const connection = await instance.connect();
  const set = async (sql: string): Promise<void> => void (await connection.run(sql));
  await set(`set temp_directory = ${quoted(tmp)}`);
  await set(`set memory_limit = ${quoted(o.memory ?? "512MB")}`);
  if (o.threads !== undefined) await set(`set threads = ${o.threads}`);
  // Patterns are compared as they are written.
  const allowed = [...new Set([root, literal(root)])].map((p) => quoted(`${p}/`));
  await set(`set allowed_directories = [${allowed.join(", ")}]`);
  await set("set enable_external_access = false");
  await set("set lock_configuration = true");
  const version = String((await connection.runAndReadAll("select version()")).getRows()[0]?.[0] ?? "");
  const types: Readonly<Record<ParquetColumn["type"], DuckDBType>> = {
    BIGINT: api.BIGINT,
    INTEGER: api.INTEGER,
    VARCHAR: api.VARCHAR,
    BLOB: api.BLOB,
  };
  let signs = 0;
  let written = 0;
  const folder = vaultFolder(root);

  /** A table that takes rows, until it is closed. */
  const table = async (name: string, columns: readonly ParquetColumn[]): Promise<Filled> => {
    const list = columns.map((c) => `"${c.name}" ${c.type}`).join(", ");
    await connection.run(`create temp table ${name} (${list})`);
    const appender = await connection.createAppender(name);
    // Filled again and again: many would wait for the collector with all their texts.
    const chunk = api.DuckDBDataChunk.create(columns.map((c) => types[c.type]));
    const value = (v: Cell): DuckDBValue => (v instanceof Uint8Array ? new api.DuckDBBlobValue(v) : v);
    return {
      add(batch) {
        const length = batch[0]?.length ?? 0;
        for (let at = 0; at < length; at += VECTOR) {
          const n = Math.min(VECTOR, length - at);
          chunk.reset();
          chunk.setColumns(
            batch.map((column, i) => {
              const part = n === length ? column : column.slice(at, at + n);
              return columns[i]!.type === "BLOB" ? part.map(value) : (part as readonly DuckDBValue[]);
            }),
          );
          appender.appendDataChunk(chunk);
        }
      },
      close: () => appender.closeSync(),
    };
  };

  /** Writes a table or a statement in brackets to a file that is not there yet; the number of its rows. */
  const copyTo = async (source: string, file: string, group: number): Promise<number> => {
    // Made by us, so that nobody else can read it meanwhile.
    await (await open(file, "wx", 0o600)).close();
    const done = await connection.runAndReadAll(
      `copy ${source} to ${quoted(file)} (format parquet, compression zstd, row_group_size ${group}, use_tmp_file false)`,
    );
    await chmod(file, 0o600);
    return Number(done.getRows()[0]?.[0]);
  };

  /** Writes a file, which is there whole or not at all. */
  const put = async <T>(name: string, write: (half: string) => Promise<T>): Promise<T> => {
    const target = join(root, ...name.split("/"));
    const half = `${target}.new`;
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await rm(half, { force: true, recursive: true });
    try {
      const done = await write(half);
      const file = await open(half, "r+");
      await file.sync();
      await file.close();
      await rename(half, target);
      for (let at = dirname(target); at.length >= root.length; at = dirname(at)) await flushFolder(at);
      return done;
    } catch (e) {
      await rm(half, { force: true });
      throw e;
    }
  };

  /** Writes rows to a file, of which the engine holds a part at a time. */
  const putRows: ParquetFiles["write"] = (name, columns, rows, group) =>
    put(name, async (half) => {
      const more = `${name}.part.new`;
      const parts = new PartsOf(half, join(root, ...more.split("/")), () => folder.destroy(more));
      await folder.destroy(more);
      let part = `written_${++written}`;
      let filled = await table(part, columns);
      const end = async (): Promise<void> => {
        filled.close();
        await parts.add(async (file) => void (await copyTo(part, file, group)));
        await connection.run(`drop table ${part}`);
      };
      try {
        let size = new PartSize(columns, group);
        for await (const batch of rows) {
          if (size.full) {
            await end();
            part = `written_${++written}`;
            filled = await table(part, columns);
            size = new PartSize(columns, group);
          }
          filled.add(batch);
          size.add(batch);
        }
        await end();
        await parts.end();
      } catch (e) {
        await connection.run(`drop table if exists ${part}`);
        await folder.destroy(more);
        throw e;
      }
    });

  return {
    name: "duckdb",
    version,
    from(table, of) {
      const places: readonly Place[] = "place" in of ? [of.place] : of.cases;
      if (places.length === 0) return NO_ROWS[table];
      const files = places.map((p) => quoted(literal(join(root, placeFile(table, p.caseId, p.checkId)))));
      return `read_parquet([${files.join(", ")}], hive_partitioning = true, hive_types_autocast = false) as ${table}`;
    },
    async putSigns(h) {
      const name = `signs_${++signs}`;
      const filled = await table(name, [{ name: "h", type: "BIGINT" }]);
      for (let at = 0; at < h.length; at += VECTOR) filled.add([[...h.subarray(at, at + VECTOR)]]);
      filled.close();
      return name;
    },
    query: (sql) => batches(connection, sql),
    write: putRows,
    copy: (name, sql, group) => put(name, (half) => copyTo(`(${sql})`, half, group)),
    async close() {
      connection.closeSync();
      instance.closeSync();
      await rm(tmp, { recursive: true, force: true });
    },
  };
}

/** Rows of a data chunk at most. */
const VECTOR = 2048;
