/**
 * The index of an archive, opened.
 * @example
 * const index = await ArchiveIndex.open(sql, "archive.sqlite", { write: true });
 * await index.add(stream, { sha256, report });
 * index.finish();
 * @module
 */
import type { Sql, SqlDatabase } from "@contraluz/core";
import type { Correction } from "../pages/correction.ts";
import { addCorrections, addPages, type BuildOptions, type Built, finishIndex } from "./build.ts";
import { PageReader } from "./pages.ts";
import { prepareSchema } from "./schema.ts";

export type { BuildOptions, Built } from "./build.ts";
export { daysOf } from "./build.ts";
export { PageReader, type PageVersion, type StoredPage } from "./pages.ts";
export { SCHEMA_VERSION } from "./schema.ts";

export class ArchiveIndex {
  readonly db: SqlDatabase;
  readonly pages: PageReader;
  /** Words that many times in how many pages: what is asked often is kept while it is open. */
  readonly memo: Map<string, number> = new Map();

  private constructor(db: SqlDatabase) {
    this.db = db;
    this.pages = new PageReader(db);
  }

  /** Undefined if what lies there is no index, or one of another version: it must be built anew from the pages. */
  static async open(
    sql: Sql,
    name: string | undefined,
    o: { readonly write: boolean },
  ): Promise<ArchiveIndex | undefined> {
    const db = await sql.open(name);
    let ready = false;
    try {
      ready = prepareSchema(db, o.write);
      return ready ? new ArchiveIndex(db) : undefined;
    } catch {
      // SQLite: file is not a database, or is damaged.
      return undefined;
    } finally {
      if (!ready) await db.close();
    }
  }

  /** Puts the pages of a stream of JSONL in; what is in it already is passed over. */
  add(stream: AsyncIterable<Uint8Array>, o: BuildOptions): Promise<Built> {
    this.memo.clear();
    return addPages(this.db, stream, o);
  }

  /** Puts corrections in, and shows the last of each page. */
  correct(corrections: readonly Correction[]): { readonly added: number; readonly lost: number } {
    this.memo.clear();
    return addCorrections(this.db, corrections);
  }

  /** Behind the last page: makes ready for `fuzzy~` and names. */
  finish(): void {
    finishIndex(this.db);
  }

  /** What whoever filled it wrote down: where the pages came from, what of them was damaged, which were too many; "" if nothing. */
  noted(key: "source" | "damage" | "beyond"): string {
    return (this.db.prepare("SELECT value FROM meta WHERE key = ?").all(key)[0]?.value as string | undefined) ?? "";
  }
  note(key: "source" | "damage" | "beyond", text: string): void {
    this.db.prepare("INSERT OR REPLACE INTO meta(key, value) VALUES (?, ?)").run(key, text);
  }

  /** How many pages are in it. */
  count(): number {
    return this.db.prepare("SELECT count(*) AS n FROM pages").all()[0]!.n as number;
  }

  close(): Promise<void> {
    return this.db.close();
  }
}
