/**
 * The index of an archive: one SQLite file, made from pages and corrections, that can be deleted and built again.
 *
 * `words` and `spelled` are FTS5 tables that keep no text (SQLite: fts5, "Contentless-Delete Tables", from 3.43): their words are made by
 * `fold/`, so SQLite's tokenizer has only to cut at spaces. `words` knows places (phrases, near); `spelled` only which pages have a
 * spelling. `vocabulary` is every folded word once, with its sound as a Spanish name.
 * @module
 */
import type { SqlDatabase } from "@contraluz/core";
import { FOLD_VERSION } from "../fold/index.ts";
import { SOUND_VERSION } from "../fold/sound.ts";

/** Goes up with every change of the tables. Nothing is upgraded in place: an index of another version is built anew. */
export const SCHEMA_VERSION = 2;
const VERSION = `contraluz/archive-index@${SCHEMA_VERSION} fold ${FOLD_VERSION} sound ${SOUND_VERSION}`;

const TABLES = `
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE docs(id INTEGER PRIMARY KEY, sha TEXT NOT NULL, path TEXT NOT NULL, UNIQUE(path, sha));
CREATE TABLE pages(
  id INTEGER PRIMARY KEY, doc INTEGER NOT NULL, page INTEGER NOT NULL, of INTEGER,
  state INTEGER NOT NULL, source INTEGER NOT NULL, confidence REAL,
  text TEXT NOT NULL, layout BLOB, w INTEGER, h INTEGER, dpi INTEGER,
  date_text TEXT, since TEXT, until TEXT, dup_doc TEXT, dup_page INTEGER, dup_kind TEXT, problems TEXT,
  line BLOB NOT NULL, fix INTEGER NOT NULL DEFAULT 0,
  UNIQUE(doc, page));
CREATE INDEX pages_line ON pages(line);
CREATE INDEX pages_cover ON pages(doc, state, since, until);
CREATE TABLE fixes(
  id INTEGER PRIMARY KEY, page INTEGER NOT NULL, n INTEGER NOT NULL, text TEXT NOT NULL,
  by TEXT NOT NULL, at TEXT NOT NULL, why TEXT, UNIQUE(page, n));
CREATE VIRTUAL TABLE words USING fts5(body, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE spelled USING fts5(body, content='', contentless_delete=1, detail=none, tokenize="unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE words_row USING fts5vocab(words, 'row');
CREATE VIRTUAL TABLE words_at USING fts5vocab(words, 'instance');
CREATE TABLE vocabulary(id INTEGER PRIMARY KEY, term TEXT NOT NULL UNIQUE, sound TEXT NOT NULL, pages INTEGER NOT NULL);
CREATE INDEX vocabulary_sound ON vocabulary(sound);
`;

const stored = (db: SqlDatabase): string | undefined => {
  const has = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'meta'").all().length > 0;
  return has ? (db.prepare("SELECT value FROM meta WHERE key = 'version'").all()[0]?.value as string) : undefined;
};

/** Runs `work` whole or not at all. */
export function transaction<T>(db: SqlDatabase, work: () => T): T {
  db.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    db.exec("COMMIT");
    return result;
  } catch (e) {
    try {
      db.exec("ROLLBACK");
    } catch {
      // Where there is no room any more SQLite has taken it back by itself; the first error is the one to tell.
    }
    throw e;
  }
}

/**
 * Makes the tables where there are none. False for an index of another version: whoever holds the pages deletes the file and builds it
 * again. `write` false changes nothing, and says false where there is no index.
 */
export function prepareSchema(db: SqlDatabase, write: boolean): boolean {
  const version = stored(db);
  if (version === undefined && write) {
    transaction(db, () => {
      db.exec(TABLES);
      db.prepare("INSERT INTO meta(key, value) VALUES ('version', ?)").run(VERSION);
    });
  } else if (version !== VERSION) return false;
  // A lost last transaction is read again from the pages; what must never be lost does not lie here alone.
  db.exec("PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY");
  return true;
}
