/** Both SQLites that the archive runs on: every test of the index runs on each. @module */
import type { Sql } from "@contraluz/core";
import { nodeSql } from "@contraluz/platform-node/sql.ts";
import { type SqlShelf, wasmSql } from "@contraluz/platform-web/sql.ts";

/** A shelf in memory. */
export function memoryShelf(): SqlShelf & { readonly files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>();
  return {
    files,
    read: async (name) => files.get(name),
    write: async (name, bytes) => void files.set(name, bytes),
  };
}

/** Name and SQLite; Node's own is left out where Node has none. */
export async function sqls(): Promise<readonly (readonly [string, Sql])[]> {
  const own = await nodeSql();
  return [...(own ? [["node:sqlite", own] as const] : []), ["wasm", await wasmSql({ shelf: memoryShelf() })] as const];
}
