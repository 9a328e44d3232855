/** A database in the middle of a change, with its rollback journal; in one of three the journal is not hot. @module */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { mutate, type Parts } from "../mutate.ts";
import type { Target } from "../target.ts";
import { fill, readAll } from "./sqlite.ts";

/** Pages of the change are written before it ends, since the cache holds five. */
function halfDone(pageSize: number): Parts {
  const dir = mkdtempSync(join(tmpdir(), "contraluz-journal-"));
  const path = join(dir, "made.db");
  const db = new DatabaseSync(path);
  try {
    db.exec(`PRAGMA page_size = ${pageSize}; PRAGMA journal_mode = DELETE`);
    fill(db);
    db.exec("PRAGMA cache_size = 5; PRAGMA cache_spill = 1; BEGIN");
    db.exec(
      "UPDATE item SET t = t || '!'; DELETE FROM pair WHERE k = 2; CREATE TABLE new(a); INSERT INTO new SELECT t FROM item",
    );
    return [new Uint8Array(readFileSync(path)), new Uint8Array(0), new Uint8Array(readFileSync(`${path}-journal`))];
  } finally {
    db.close();
    rmSync(dir, { recursive: true });
  }
}

const seeds: readonly Parts[] = [halfDone(512), halfDone(1024)];

export const target: Target = {
  make(dice) {
    const [db, , journal] = mutate({ seeds, paged: true }, dice);
    const made = new Uint8Array(journal!);
    if (dice.oneIn(3)) made.fill(0, 0, 28);
    return [db!, new Uint8Array(0), made];
  },
  drive: readAll,
};
