/**
 * Databases of ours by Node's own SQLite (`node:sqlite`, without a flag since Node 22.13). On an older Node there is none: the build
 * of SQLite for browsers does it then (`platform/web/src/sql.ts`).
 * @module
 */
import type { Sql, SqlDatabase, SqlRow, SqlStatement, SqlValue } from "@contraluz/core";

type Module = typeof import("node:sqlite");
type Prepared = ReturnType<InstanceType<Module["DatabaseSync"]>["prepare"]>;

function statement(s: Prepared): SqlStatement {
  const bind = (values: readonly SqlValue[]): SqlValue[] => [...values];
  return {
    all: (...values) => s.all(...bind(values)) as SqlRow[],
    iterate: (...values) => s.iterate(...bind(values)) as IterableIterator<SqlRow>,
    run(...values) {
      const { changes, lastInsertRowid } = s.run(...bind(values));
      return { changes: Number(changes), row: Number(lastInsertRowid) };
    },
  };
}

/** Undefined where Node has no SQLite. Node says once on stderr that it is experimental; what is used of it is tested. */
export async function nodeSql(): Promise<Sql | undefined> {
  const name = "node:sqlite";
  const module = await import(name).then(
    (m: Module) => m,
    () => undefined,
  );
  if (!module) return undefined;
  return {
    async open(path = ":memory:"): Promise<SqlDatabase> {
      const database = new module.DatabaseSync(path);
      return {
        exec: (sql) => database.exec(sql),
        prepare: (sql) => statement(database.prepare(sql)),
        async close() {
          database.close();
        },
      };
    },
  };
}
