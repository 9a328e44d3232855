/**
 * Full text over an index. Exact spelling first; what could not be read is counted beside what was found. Nothing of a query is kept.
 * @example const found = search(index, "cerca(tigre puebla) vigil*", { since: "1974" });
 * @module
 */
import type { ArchiveIndex, StoredPage } from "../index/index.ts";
import { nearTerms, stepsFor } from "../index/near.ts";
import { type Mark, marksOf } from "./boxes.ts";
import { type Coverage, conditionOf, coverageOf, type PageFilter } from "./filter.ts";
import { type ReadyClause, type Span, spansOf } from "./match.ts";
import { type Clause, type Part, parseQuery, type QueryFault, type Word } from "./query.ts";
import { type Snippet, snippetOf } from "./snippet.ts";

export type { Mark } from "./boxes.ts";
export type { Coverage, PageFilter } from "./filter.ts";
export type { Span } from "./match.ts";
export { parseQuery, QUERY_LIMITS, type QueryFault } from "./query.ts";
export type { Snippet } from "./snippet.ts";

export interface SearchOptions extends PageFilter {
  /** `best`: exact spelling, then by weight of the words. `path`: as the documents lie. `date`: oldest first, undated last. */
  readonly order?: "best" | "path" | "date";
  /** Hits on one page of results, 1 to 500. */
  readonly limit?: number;
  /** How many hits to pass over. */
  readonly from?: number;
}

export interface Hit {
  readonly page: StoredPage;
  /** Every word stands there as it was typed, accents too. */
  readonly exact: boolean;
  readonly spans: readonly Span[];
  readonly marks: readonly Mark[];
  readonly snippet: Snippet;
}

export interface Found {
  readonly hits: readonly Hit[];
  readonly total: number;
  /** Where the next page of results begins; left out behind the last. */
  readonly next?: number;
  readonly coverage: Coverage;
  /** What a fuzzy word was taken for, most frequent first. */
  readonly taken: readonly { readonly word: string; readonly terms: readonly string[] }[];
}

/** Words that a fuzzy one stands for, at most. */
const FUZZY_TERMS = 200;
/** Beyond so many hits weight says nothing, and costs: then they come as they lie. */
const WEIGHED = 5000;

const q = (word: string): string => `"${word.replaceAll('"', "")}"`;
const phrase = (words: readonly Word[], by: "folded" | "spelled"): string => q(words.map((w) => w[by]).join(" "));

function partSql(p: Part & { readonly terms?: readonly string[] }): string {
  if (p.kind === "words") return phrase(p.words, "folded");
  if (p.kind === "prefix") return `${q(p.word.folded)} *`;
  if (p.kind === "near") return `NEAR(${p.items.map((i) => phrase(i, "folded")).join(" ")}, ${p.most})`;
  return `(${(p.terms ?? [])
    .concat(p.terms?.length ? [] : [p.word.folded])
    .map(q)
    .join(" OR ")})`;
}

const clauseSql = (c: ReadyClause): string => `(${c.any.map(partSql).join(" OR ")})`;

function matchSql(clauses: readonly ReadyClause[]): string {
  const yes = clauses
    .filter((c) => !c.not)
    .map(clauseSql)
    .join(" AND ");
  const no = clauses
    .filter((c) => c.not)
    .map(clauseSql)
    .join(" OR ");
  return no === "" ? yes : `(${yes}) NOT (${no})`;
}

/** The spellings that make a hit exact: of words whose spelling was typed whole. Undefined if there are none. */
function spelledSql(clauses: readonly Clause[]): string | undefined {
  const words = (p: Part): readonly Word[] =>
    p.kind === "words" ? p.words : p.kind === "near" ? p.items.flat() : p.kind === "fuzzy" ? [p.word] : [];
  const parts = clauses
    .filter((c) => !c.not)
    .map((c) =>
      c.any
        .map((p) =>
          words(p)
            .map((w) => q(w.spelled))
            .join(" AND "),
        )
        .filter((s) => s !== ""),
    )
    .filter((any) => any.length > 0)
    .map((any) => `(${any.map((s) => `(${s})`).join(" OR ")})`);
  return parts.length === 0 ? undefined : parts.join(" AND ");
}

function ready(index: ArchiveIndex, clauses: readonly Clause[]): readonly ReadyClause[] {
  return clauses.map((c) => ({
    ...c,
    any: c.any.map((p) => {
      if (p.kind !== "fuzzy") return p;
      const near = nearTerms(index.db, p.word.folded, p.steps ?? stepsFor(p.word.folded.length));
      return { ...p, terms: near.slice(0, FUZZY_TERMS).map((t) => t.term) };
    }),
  }));
}

/** Where the words of a query stand on one page, whether or not all of them do. */
export function marksOn(
  index: ArchiveIndex,
  page: StoredPage,
  text: string,
): { readonly spans: readonly Span[]; readonly marks: readonly Mark[] } | QueryFault {
  const parsed = parseQuery(text);
  if ("fault" in parsed) return parsed;
  const spans = spansOf(page.text, ready(index, parsed));
  return { spans, marks: spans.flatMap((s) => marksOf(page.lines, s)) };
}

/** Asks an index. A query that cannot be asked comes back as its fault. */
export function search(index: ArchiveIndex, text: string, o: SearchOptions = {}): Found | QueryFault {
  const parsed = parseQuery(text);
  if ("fault" in parsed) return parsed;
  const clauses = ready(index, parsed);
  const match = matchSql(clauses);
  const { db } = index;
  const filter = conditionOf(o);
  const join = filter.sql === "1 AND 1 AND 1" ? "" : "JOIN pages p ON p.id = words.rowid JOIN docs d ON d.id = p.doc";
  const where = join === "" ? "" : `AND ${filter.sql}`;
  const total = db
    .prepare(`SELECT count(*) AS n FROM words ${join} WHERE words MATCH ? ${where}`)
    .all(match, ...filter.values)[0]!.n as number;
  const spelled = spelledSql(parsed);
  const exact = spelled === undefined ? "1" : "words.rowid IN (SELECT rowid FROM spelled WHERE spelled MATCH ?)";
  const limit = Math.min(500, Math.max(1, o.limit ?? 20));
  const from = Math.max(0, o.from ?? 0);
  const order =
    o.order === "path"
      ? "d.path, p.page, p.id"
      : o.order === "date"
        ? "p.since IS NULL, p.since, d.path, p.page, p.id"
        : `exact DESC, ${total > WEIGHED ? "" : "rank, "}words.rowid`;
  const joined =
    join !== "" || o.order === "path" || o.order === "date"
      ? "JOIN pages p ON p.id = words.rowid JOIN docs d ON d.id = p.doc"
      : "";
  const rows = db
    .prepare(
      `SELECT words.rowid AS id, ${exact} AS exact FROM words ${joined} WHERE words MATCH ? ${where} ORDER BY ${order} LIMIT ? OFFSET ?`,
    )
    .all(...(spelled === undefined ? [] : [spelled]), match, ...filter.values, limit, from);
  const hits = rows.flatMap((r): Hit[] => {
    const page = index.pages.page(r.id as number);
    if (!page) return [];
    const spans = spansOf(page.text, clauses);
    return [
      {
        page,
        exact: r.exact === 1,
        spans,
        marks: spans.flatMap((s) => marksOf(page.lines, s)),
        snippet: snippetOf(page.text, spans),
      },
    ];
  });
  return {
    hits,
    total,
    ...(from + limit < total && { next: from + limit }),
    coverage: coverageOf(db, o),
    taken: clauses.flatMap((c) =>
      c.any.flatMap((p) => (p.kind === "fuzzy" ? [{ word: p.word.folded, terms: p.terms ?? [] }] : [])),
    ),
  };
}
