/** Pages as the index holds them: as they were read, as they were corrected, and what is shown. @module */
import type { SqlDatabase, SqlRow } from "@contraluz/core";
import {
  PAGE_SOURCES,
  PAGE_STATES,
  type PageDup,
  type PageLine,
  type PageSource,
  type PageState,
} from "../pages/types.ts";
import { decodeLayout } from "./layout.ts";

export interface StoredPage {
  /** Number in this index; an index that is built anew may give another. */
  readonly id: number;
  readonly doc: string;
  readonly path: string;
  readonly page: number;
  readonly of?: number;
  readonly state: PageState;
  readonly from: PageSource;
  readonly confidence?: number;
  /** What is shown and searched: the last correction, else as it was read. */
  readonly text: string;
  /** How many times it was corrected by hand. */
  readonly corrected: number;
  readonly lines: readonly PageLine[];
  readonly w?: number;
  readonly h?: number;
  readonly dpi?: number;
  readonly date?: { readonly text: string; readonly since: string; readonly until: string };
  readonly dup?: PageDup;
}

/** What a page said at one time: `n` 0 is as it was read. */
export interface PageVersion {
  readonly n: number;
  readonly text: string;
  readonly by?: string;
  readonly at?: string;
  readonly why?: string;
}

const COLUMNS = `p.id, d.sha, d.path, p.page, p.of, p.state, p.source, p.confidence, p.text, p.layout, p.w, p.h, p.dpi, p.date_text,
  p.since, p.until, p.dup_doc, p.dup_page, p.dup_kind, p.fix, f.text AS fixed`;
const FROM = "pages p JOIN docs d ON d.id = p.doc LEFT JOIN fixes f ON f.page = p.id AND f.n = p.fix";

/** Boxes of a corrected text: a line keeps those of the line as read if it says the same, or its frame if as many lines stand. */
function linesOf(read: string, layout: Uint8Array | undefined, shown: string): readonly PageLine[] {
  const before = decodeLayout(read, layout);
  if (shown === read) return before;
  const now = shown.split("\n");
  const same = now.length === before.length;
  return now.map((text, i) => {
    const old = before[i];
    if (old?.text === text) return old;
    return same && old?.box ? { text, box: old.box } : (before.find((l) => l.text === text && text !== "") ?? { text });
  });
}

const opt = <K extends string, V>(key: K, v: V | null | undefined): { readonly [k in K]?: V } =>
  (v === null || v === undefined ? {} : { [key]: v }) as { readonly [k in K]?: V };

function pageOfRow(r: SqlRow): StoredPage {
  const read = r.text as string;
  const text = (r.fixed as string | null) ?? read;
  const layout = r.layout as Uint8Array | null;
  return {
    id: r.id as number,
    doc: r.sha as string,
    path: r.path as string,
    page: r.page as number,
    ...opt("of", r.of as number | null),
    state: PAGE_STATES[r.state as number]!,
    from: PAGE_SOURCES[r.source as number]!,
    ...opt("confidence", r.confidence as number | null),
    text,
    corrected: r.fix as number,
    lines: linesOf(read, layout ?? undefined, text),
    ...opt("w", r.w as number | null),
    ...opt("h", r.h as number | null),
    ...opt("dpi", r.dpi as number | null),
    ...(r.since !== null && {
      date: { text: r.date_text as string, since: r.since as string, until: r.until as string },
    }),
    ...(r.dup_doc !== null && {
      dup: { of: { doc: r.dup_doc as string, page: r.dup_page as number }, kind: r.dup_kind as "same" | "near" },
    }),
  };
}

/** Reads pages by their number, with statements that are made once. */
export class PageReader {
  readonly #page;
  readonly #text;
  readonly #find;
  readonly #with;
  readonly #fixes;
  readonly #read;
  constructor(db: SqlDatabase) {
    this.#page = db.prepare(`SELECT ${COLUMNS} FROM ${FROM} WHERE p.id = ?`);
    this.#text = db.prepare(
      "SELECT coalesce(f.text, p.text) AS text FROM pages p LEFT JOIN fixes f ON f.page = p.id AND f.n = p.fix WHERE p.id = ?",
    );
    this.#with = db.prepare("SELECT pages FROM vocabulary WHERE term = ?");
    this.#find = db.prepare(`SELECT ${COLUMNS} FROM ${FROM} WHERE d.path = ? AND p.page = ? ORDER BY p.id`);
    this.#read = db.prepare("SELECT text FROM pages WHERE id = ?");
    this.#fixes = db.prepare("SELECT n, text, by, at, why FROM fixes WHERE page = ? ORDER BY n");
  }
  page(id: number): StoredPage | undefined {
    const row = this.#page.all(id)[0];
    return row && pageOfRow(row);
  }
  /** The text that is shown, and nothing else. */
  text(id: number): string {
    return (this.#text.all(id)[0]?.text as string | undefined) ?? "";
  }
  /** On how many pages a folded word stands, as of the last `finish`. */
  pagesWith(term: string): number {
    return (this.#with.all(term)[0]?.pages as number | undefined) ?? 0;
  }
  /** Pages of a path: more than one if the file at that path is another one by now. */
  find(path: string, page: number): readonly StoredPage[] {
    return this.#find.all(path, page).map(pageOfRow);
  }
  /** All that a page ever said, as it was read first. */
  history(p: Pick<StoredPage, "id">): readonly PageVersion[] {
    const read = (this.#read.all(p.id)[0]?.text as string | undefined) ?? "";
    const fixes = this.#fixes.all(p.id).map((r) => ({
      n: r.n as number,
      text: r.text as string,
      by: r.by as string,
      at: r.at as string,
      ...opt("why", r.why as string | null),
    }));
    return [{ n: 0, text: read }, ...fixes];
  }
}
