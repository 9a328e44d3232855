/**
 * Puts pages into an index. Resumable: what was put in is committed some hundred pages at a time, a line that is in it is passed over
 * when the file is read again, and a page is in it once: read anew, its last line counts.
 * @module
 */
import {
  byCodeUnit,
  type Cancel,
  ContraluzError,
  type Hasher,
  type Report,
  type SqlDatabase,
  type SqlValue,
} from "@contraluz/core";
import { tokens } from "../fold/index.ts";
import { sound } from "../fold/sound.ts";
import type { Correction } from "../pages/correction.ts";
import { type Line, linesOfStream, pageOfLine } from "../pages/read.ts";
import { PAGE_SOURCES, PAGE_STATES, type Page } from "../pages/types.ts";
import { encodeLayout } from "./layout.ts";
import { transaction } from "./schema.ts";

/** Pages that are committed together. */
const BATCH = 500;
/** Letters of a word that enters the vocabulary: shorter ones are found by their spelling, longer ones are noise. */
export const VOCABULARY = { least: 2, most: 32 } as const;

export interface Built {
  /** Pages that are new, read anew, and were there already. */
  readonly added: number;
  readonly replaced: number;
  readonly known: number;
}

export interface BuildOptions {
  readonly sha256: () => Hasher;
  readonly report: Report;
  readonly cancel?: Cancel;
  readonly progress?: (pages: number) => void;
}

const encoder = new TextEncoder();

/** The first and last day that a date can mean, as texts that sort. */
export function daysOf(iso: string): readonly [string, string] {
  if (iso.length === 4) return [`${iso}-01-01`, `${iso}-12-31`];
  return iso.length === 7 ? [`${iso}-01`, `${iso}-31`] : [iso, iso];
}

/** Writes the words of pages. The text of a page that is replaced needs not be known: FTS5 finds its words by the row. */
export class WordWriter {
  readonly #put: readonly ReturnType<SqlDatabase["prepare"]>[];
  readonly #drop: readonly ReturnType<SqlDatabase["prepare"]>[];
  constructor(db: SqlDatabase) {
    const tables = ["words", "spelled"];
    this.#put = tables.map((t) => db.prepare(`INSERT INTO ${t}(rowid, body) VALUES (?, ?)`));
    this.#drop = tables.map((t) => db.prepare(`DELETE FROM ${t} WHERE rowid = ?`));
  }
  write(id: number, text: string, again: boolean): void {
    const words = tokens(text);
    if (again) for (const s of this.#drop) s.run(id);
    this.#put[0]!.run(id, words.map((w) => w.folded).join(" "));
    this.#put[1]!.run(id, [...new Set(words.map((w) => w.spelled))].join(" "));
  }
}

class PageWriter {
  readonly #words: WordWriter;
  readonly #docs = new Map<string, number>();
  readonly #doc;
  readonly #newDoc;
  readonly #known;
  readonly #page;
  readonly #insert;
  readonly #update;
  constructor(db: SqlDatabase) {
    this.#words = new WordWriter(db);
    this.#doc = db.prepare("SELECT id FROM docs WHERE path = ? AND sha = ?");
    this.#newDoc = db.prepare("INSERT INTO docs(sha, path) VALUES (?, ?)");
    this.#known = db.prepare("SELECT 1 FROM pages WHERE line = ?");
    this.#page = db.prepare("SELECT id, fix FROM pages WHERE doc = ? AND page = ?");
    const columns =
      "of, state, source, confidence, text, layout, w, h, dpi, date_text, since, until, dup_doc, dup_page, dup_kind, problems, line";
    this.#insert = db.prepare(
      `INSERT INTO pages(${columns}, doc, page) VALUES (${"?, ".repeat(columns.split(",").length)}?, ?)`,
    );
    this.#update = db.prepare(`UPDATE pages SET ${columns.replaceAll(",", " = ?,")} = ? WHERE id = ?`);
  }

  knows(line: Uint8Array): boolean {
    return this.#known.all(line).length > 0;
  }

  #docOf(p: Page): number {
    const key = `${p.doc}${p.path}`;
    let id = this.#docs.get(key);
    if (id === undefined) {
      id = (this.#doc.all(p.path, p.doc)[0]?.id as number | undefined) ?? this.#newDoc.run(p.doc, p.path).row;
      if (this.#docs.size > 10_000) this.#docs.clear();
      this.#docs.set(key, id);
    }
    return id;
  }

  put(p: Page, line: Uint8Array): "added" | "replaced" {
    const [since, until] = p.date ? daysOf(p.date.iso) : [null, null];
    const values: SqlValue[] = [
      p.of ?? null,
      PAGE_STATES.indexOf(p.state),
      PAGE_SOURCES.indexOf(p.from),
      p.confidence ?? null,
      p.text,
      encodeLayout(p.lines) ?? null,
      p.w ?? null,
      p.h ?? null,
      p.dpi ?? null,
      p.date?.text ?? null,
      since,
      until,
      p.dup?.of.doc ?? null,
      p.dup?.of.page ?? null,
      p.dup?.kind ?? null,
      p.problems ? JSON.stringify(p.problems) : null,
      line,
    ];
    const doc = this.#docOf(p);
    const there = this.#page.all(doc, p.page)[0];
    const id = there ? (there.id as number) : this.#insert.run(...values, doc, p.page).row;
    if (there) this.#update.run(...values, id);
    // What a person corrected stays what is shown, and found.
    if (!there || there.fix === 0) this.#words.write(id, p.text, there !== undefined);
    return there ? "replaced" : "added";
  }

  /** Forgets the numbers of documents: those of a transaction that was rolled back are none. */
  forget(): void {
    this.#docs.clear();
  }
}

/** Eight bytes of the SHA-256 of a line: enough to know it again. */
function markOf(line: Line, o: BuildOptions): Uint8Array {
  const hash = o.sha256();
  hash.update(encoder.encode(line.text));
  return Uint8Array.from(hash.hex().slice(0, 16).match(/../g)!, (h) => Number.parseInt(h, 16));
}

/** Puts the pages of a stream of JSONL in. Call `finishIndex` behind the last one. */
export async function addPages(db: SqlDatabase, stream: AsyncIterable<Uint8Array>, o: BuildOptions): Promise<Built> {
  const writer = new PageWriter(db);
  const n = { added: 0, replaced: 0, known: 0 };
  let waiting: Line[] = [];
  const flush = (): void => {
    const now = { ...n };
    try {
      transaction(db, () => {
        for (const line of waiting) {
          const mark = markOf(line, o);
          if (writer.knows(mark)) now.known++;
          else {
            const page = pageOfLine(line, o.report);
            if (page) now[writer.put(page, mark)]++;
          }
        }
      });
    } catch (e) {
      writer.forget();
      throw e;
    }
    Object.assign(n, now);
    waiting = [];
    o.progress?.(n.added + n.replaced + n.known);
  };
  for await (const lines of linesOfStream(stream, o.report)) {
    if (o.cancel?.aborted) throw new ContraluzError("cancelled", "cancelled");
    for (const line of lines) {
      waiting.push(line);
      if (waiting.length >= BATCH) flush();
    }
  }
  flush();
  return n;
}

/** Brings the vocabulary up to the words of the pages. Costs as many words as there are; once after all pages. */
export function finishIndex(db: SqlDatabase): void {
  transaction(db, () => {
    // A word's places in one piece are found twice as fast; 100,000 pages cost 2 CPU-s.
    for (const table of ["words", "spelled"]) db.exec(`INSERT INTO ${table}(${table}) VALUES ('optimize')`);
    db.exec("DELETE FROM vocabulary");
    addTerms(db, db.prepare("SELECT term, doc FROM words_row").iterate() as Iterable<{ term: string; doc: number }>);
  });
}

/** Puts words into the vocabulary that are not there yet. */
export function addTerms(db: SqlDatabase, terms: Iterable<{ readonly term: string; readonly doc: number }>): void {
  const put = db.prepare("INSERT OR IGNORE INTO vocabulary(term, sound, pages) VALUES (?, ?, ?)");
  for (const { term, doc } of terms) {
    if (term.length < VOCABULARY.least || term.length > VOCABULARY.most) continue;
    put.run(term, sound(term), doc);
  }
}

/**
 * Puts corrections in; those that are there already are passed over. @returns how many were new, and how many speak of a page that is
 * not in the index: they are put in when they are read again after it came.
 */
export function addCorrections(
  db: SqlDatabase,
  corrections: readonly Correction[],
): { readonly added: number; readonly lost: number } {
  return transaction(db, () => {
    const words = new WordWriter(db);
    const page = db.prepare(
      "SELECT p.id, p.fix FROM pages p JOIN docs d ON d.id = p.doc WHERE d.path = ? AND d.sha = ? AND p.page = ?",
    );
    const there = db.prepare("SELECT 1 FROM fixes WHERE page = ? AND text = ? AND by = ? AND at = ?");
    const put = db.prepare("INSERT INTO fixes(page, n, text, by, at, why) VALUES (?, ?, ?, ?, ?, ?)");
    const show = db.prepare("UPDATE pages SET fix = ? WHERE id = ?");
    const count = { added: 0, lost: 0 };
    for (const c of corrections) {
      const row = page.all(c.path, c.doc, c.page)[0];
      if (!row) {
        count.lost++;
        continue;
      }
      const id = row.id as number;
      if (there.all(id, c.text, c.by, c.at).length > 0) continue;
      // Two may carry the same number: the order of the file is the order in which they were written.
      const n = (row.fix as number) + 1;
      put.run(id, n, c.text, c.by, c.at, c.why ?? null);
      show.run(n, id);
      words.write(id, c.text, true);
      const folded = new Set(tokens(c.text).map((t) => t.folded));
      addTerms(
        db,
        [...folded].sort(byCodeUnit).map((term) => ({ term, doc: 1 })),
      );
      count.added++;
    }
    return count;
  });
}
