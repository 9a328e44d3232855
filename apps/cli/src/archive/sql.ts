/** The SQLite of this machine: Node's own, or on an older Node the build for browsers. @module */
import { readFile, rename, writeFile } from "node:fs/promises";
import type { Sql } from "@contraluz/core";
import { nodeSql } from "@contraluz/platform-node/sql.ts";
import type { SqlShelf } from "@contraluz/platform-web/sql.ts";

const missing = (e: unknown): undefined => {
  if ((e as { code?: string }).code === "ENOENT") return undefined;
  throw e;
};

/** Where `sqlite3.wasm` lies: beside the packed tool, or in the package. */
async function wasm(): Promise<Uint8Array> {
  const beside = await readFile(new URL("./sqlite3.wasm", import.meta.url)).catch(missing);
  return beside ?? readFile(new URL(import.meta.resolve("@sqlite.org/sqlite-wasm/sqlite3.wasm")));
}

/** On a Node without SQLite a database lies in memory while it is open, and is written to its file when it is closed. */
export async function ownSql(): Promise<Sql> {
  const own = await nodeSql();
  if (own) return own;
  const { wasmSql } = await import("@contraluz/platform-web/sql.ts");
  return wasmSql({
    wasm: await wasm(),
    shelf: {
      read: (path) => readFile(path).catch(missing),
      async write(path, bytes) {
        await writeFile(`${path}.new`, bytes, { mode: 0o600 });
        await rename(`${path}.new`, path);
      },
    },
  });
}

/** SQLite whose databases lie in memory, and on the shelf while nobody works on them: nothing else is written. */
export async function shelvedSql(shelf: SqlShelf): Promise<Sql> {
  const { wasmSql } = await import("@contraluz/platform-web/sql.ts");
  return wasmSql({ wasm: await wasm(), shelf });
}
