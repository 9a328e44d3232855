/** Which visits a damaged History.db has lost, asked of SQLite itself row by row. @module */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * Ids from 1 to `visits` whose row cannot be had. Each look-up by id goes down the tree anew, so that SQLite gives the rows
 * of every page that is whole.
 */
export function lostVisits(db: Uint8Array, visits: number): number[] {
  const dir = mkdtempSync(join(tmpdir(), "contraluz-sample-"));
  writeFileSync(join(dir, "h.db"), db);
  const d = new DatabaseSync(join(dir, "h.db"), { readOnly: true });
  try {
    const get = d.prepare("SELECT visit_time FROM history_visits NOT INDEXED WHERE id = ?");
    return Array.from({ length: visits }, (_, i) => i + 1).filter((id) => {
      try {
        return get.get(id) === undefined;
      } catch {
        return true;
      }
    });
  } finally {
    d.close();
    rmSync(dir, { recursive: true });
  }
}
