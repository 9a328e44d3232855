/** The schema table, whose rows name every table ("Database File Format", section 2.6). @module */
import type { Cancel, Report } from "@contraluz/core";
import { LIMITS } from "@contraluz/core";
import { lower, parseCreateTable, type TableDefinition } from "./ddl.ts";
import type { Pager } from "./pager.ts";
import { makePlan } from "./plan.ts";
import { scanTree } from "./scan.ts";
import type { DecodeText } from "./text.ts";
import type { SqliteTable } from "./types.ts";

/** Characters of one CREATE TABLE: SQLite's default bound of a statement was 1,000,000 bytes for long. */
const MAX_SQL = 1 << 20;
const MAX_TABLES = 100_000;

const SCHEMA = "CREATE TABLE sqlite_schema(type TEXT, name TEXT, tbl_name TEXT, rootpage INT, sql TEXT)";
export const SCHEMA_TABLE: TableDefinition = parseCreateTable(SCHEMA)!;

export interface Schema {
  readonly tables: ReadonlyMap<string, SqliteTable>;
  readonly definitions: ReadonlyMap<string, TableDefinition>;
}

/** Reads the ordinary tables. Damage of the schema's own pages, and tables that cannot be understood, are `sqlite-schema`. */
export async function readSchema(
  pager: Pager,
  text: DecodeText,
  report: Report,
  cancel: Cancel | undefined,
): Promise<Schema> {
  const tables = new Map<string, SqliteTable>();
  const definitions = new Map<string, TableDefinition>();
  const names = new Set<string>();
  let characters = 0;
  const plan = makePlan(SCHEMA_TABLE, ["type", "name", "rootpage", "sql"], text);
  const damaged = (page: number, found: string, expected: string): void =>
    report({ code: "sqlite-schema", offset: pager.offset(page), found, expected, lost: "artifact" });

  await scanTree(
    pager,
    { root: 1, index: false },
    plan,
    (rows) => {
      for (const row of rows) {
        const [type, name, root, sql] = row.values;
        if (type !== "table") continue;
        if (typeof name !== "string" || typeof sql !== "string") {
          damaged(row.page, "a table without name or text", "name and CREATE TABLE");
          continue;
        }
        // Virtual tables have no b-tree of their own; their module may be unknown and need not be known.
        if (root === 0 || root === null) continue;
        characters += sql.length;
        if (tables.size >= MAX_TABLES || characters > LIMITS.valueBytes) {
          damaged(row.page, `table ${show(name)}`, "a schema within our limits");
          continue;
        }
        const definition = sql.length > MAX_SQL ? undefined : parseCreateTable(sql);
        if (definition === undefined || typeof root !== "number") {
          damaged(row.page, `table ${show(name)}: ${show(sql)}`, "CREATE TABLE");
          continue;
        }
        if (names.has(lower(name))) {
          damaged(row.page, `table ${show(name)} a second time`, "each name once");
          continue;
        }
        names.add(lower(name));
        definitions.set(name, definition);
        const columns = definition.columns.map((c) => c.name);
        tables.set(name, { name, root, columns, withoutRowid: definition.withoutRowid, sql });
      }
    },
    (p) => report({ ...p, code: "sqlite-schema", lost: "artifact" }),
    cancel,
  );
  return { tables, definitions };
}

/** The table of that name, else the one that differs only in ASCII case. */
export function findTable(tables: ReadonlyMap<string, SqliteTable>, name: string): SqliteTable | undefined {
  const exact = tables.get(name);
  if (exact !== undefined) return exact;
  for (const table of tables.values()) if (lower(table.name) === lower(name)) return table;
  return undefined;
}

function show(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
