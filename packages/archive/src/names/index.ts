/**
 * "Is my name in it?" Names as people type them, found as typists wrote and machines read them, graded `same`, `likely`, `possible`, with
 * reasons and the place on the page. Nothing of a query is stored, logged or put into an address; no grade says who somebody is.
 * @example findNames(index, [{ name: "María de la Luz Hernández Güemes", aliases: ["La Güera"] }])
 * @module
 */

import { type Place, places } from "../fold/index.ts";
import type { ArchiveIndex, StoredPage } from "../index/index.ts";
import { type Mark, marksOf } from "../search/boxes.ts";
import { type Coverage, conditionOf, coverageOf, type PageFilter } from "../search/filter.ts";
import { type Snippet, snippetOf } from "../search/snippet.ts";
import { printings, type Words } from "./align.ts";
import { candidatesFor } from "./candidates.ts";
import { Fitter } from "./fit.ts";
import { type Graded, gradeOf, NAME_GRADES, type NameGrade, type NameReason, type Rarity } from "./grade.ts";
import { cutOf, itemsAround, type Joined, type Known } from "./items.ts";
import { commonShare, isName } from "./lexicon.ts";
import { type NameQuery, parseName } from "./parse.ts";

export { NAME_GRADES, type NameGrade, type NameReason } from "./grade.ts";
export { NAME_LIMITS, type NameQuery, parseName } from "./parse.ts";
export { GRADE, REASON } from "./words.ts";

export interface Asked {
  readonly name: string;
  readonly aliases?: readonly string[];
}

/** One printing of a name on a page. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** As it stands there. */
  readonly printed: string;
  readonly grade: NameGrade;
  readonly reasons: readonly NameReason[];
}

/** A page with its mentions, the best first. */
export interface NamePage {
  readonly page: StoredPage;
  readonly grade: NameGrade;
  readonly mentions: readonly Mention[];
  readonly marks: readonly Mark[];
  readonly snippet: Snippet;
}

export interface NameFound {
  /** Number of the name in the list that was asked, from 0: the name itself is not said back. */
  readonly asked: number;
  /** How the name was understood; undefined for what is no name. */
  readonly query?: NameQuery;
  /** Pages, the best grade first, then as they lie in the archive. */
  readonly pages: readonly NamePage[];
  readonly total: Readonly<Record<NameGrade, number>>;
  readonly next?: number;
  /** Pages that could hold it and were not read, since so many bear the name: ask with more of it, or with a path or a date. */
  readonly unread: number;
}

export interface NameOptions extends PageFilter {
  /** The least grade that is shown. */
  readonly least?: NameGrade;
  readonly limit?: number;
  readonly from?: number;
}

/** What was found for one name, mention by mention, without the pages themselves. */
export interface NameHits {
  readonly query: NameQuery;
  readonly pages: readonly { readonly id: number; readonly weight: number; readonly mentions: readonly Mention[] }[];
  readonly unread: number;
}

const rank = (g: NameGrade): number => NAME_GRADES.indexOf(g);

/** People that a page of such an archive names, and the most that an archive can say against a name. */
const PEOPLE_ON_A_PAGE = 10;
const MOST_SHARE = 0.02;

function shareOf(index: ArchiveIndex, word: string, kind: "given" | "surname"): number {
  const total = Math.max(1, countOf(index, ""));
  const here = Math.min(MOST_SHARE, countOf(index, word) / total / PEOPLE_ON_A_PAGE);
  // A small archive says little about how many bear a name.
  const weight = Math.min(1, total / 500);
  return Math.max(1e-5, commonShare(word, kind), here * weight);
}

/** On how many pages a word stands; of "": how many pages there are. */
function countOf(index: ArchiveIndex, word: string): number {
  let n = index.memo.get(word);
  if (n === undefined) {
    n = word === "" ? index.count() : index.pages.pagesWith(word);
    if (index.memo.size < 10_000) index.memo.set(word, n);
  }
  return n;
}

/** A word that the archive has often, beside the asked one, is a name of its own. */
function otherIn(index: ArchiveIndex, word: string): (term: string) => boolean {
  const own = countOf(index, word);
  return (term) => {
    const n = countOf(index, term);
    return n >= 8 && n * 4 >= own;
  };
}

const shareProduct = (shares: readonly number[]): number => shares.reduce((n, s) => Math.min(n, s), 1);

function rarityOf(index: ArchiveIndex, q: NameQuery): Rarity {
  const surname = (words: readonly string[] | undefined): number =>
    words ? shareProduct(words.map((w) => shareOf(index, w, "surname"))) : 1;
  return {
    given: q.given.map((g) => shareOf(index, g, "given")),
    paternal: surname(q.paternal.words),
    maternal: surname(q.maternal?.words),
  };
}

interface Reader extends Known {
  readonly q: NameQuery;
  readonly w: Words;
  readonly joined: readonly Joined[];
  readonly rarity: Rarity;
}

function readerOf(index: ArchiveIndex, q: NameQuery): Reader {
  const fitter = (word: string): Fitter => new Fitter(word, otherIn(index, word));
  const w: Words = {
    given: q.given.map(fitter),
    paternal: q.paternal.words.map(fitter),
    maternal: (q.maternal?.words ?? []).map(fitter),
  };
  const row = [...q.given, ...q.paternal.words, ...(q.maternal?.words ?? [])];
  const joined: Joined[] = [];
  for (let i = 0; i + 1 < row.length; i++)
    if (row[i]!.length > 2 && row[i + 1]!.length > 2)
      joined.push({ fitter: new Fitter(row[i]! + row[i + 1]!), first: row[i]!.length });
  const all = [...w.given, ...w.paternal, ...w.maternal];
  const singles = new Map<string, boolean>();
  const cuts = new Map<string, number | undefined>();
  const begins = new Set(row.map((word) => word[0]));
  const lengths = new Set(row.flatMap((word) => [word.length - 1, word.length, word.length + 1]));
  const joinable = new Set(joined.flatMap((j) => [-2, -1, 0, 1, 2].map((n) => j.fitter.word.length + n)));
  const single = (folded: string): boolean => {
    let yes = singles.get(folded);
    if (yes === undefined) {
      yes = isName(folded) || all.some((f) => ["exact", "ocr", "short", "sound", "near"].includes(f.fit(folded).kind));
      singles.set(folded, yes);
    }
    return yes;
  };
  return {
    q,
    w,
    joined,
    rarity: rarityOf(index, q),
    single,
    whole: (folded) => begins.has(folded[0]) && lengths.has(folded.length),
    cut(folded) {
      if (!joinable.has(folded.length)) return undefined;
      let at = cuts.get(folded);
      if (at === undefined && !cuts.has(folded)) {
        at = cutOf(folded, joined, single);
        cuts.set(folded, at);
      }
      return at;
    },
  };
}

/** Numbers of the words that can be a surname: as the index has them, or looked for where it does not say or says otherwise. */
function anchorsIn(
  words: readonly Place[],
  anchors: ReadonlySet<string>,
  known?: readonly number[],
): readonly number[] {
  if (known?.every((at) => at < words.length && anchors.has(words[at]!.folded))) return known;
  return [...words.keys()].filter((at) => anchors.has(words[at]!.folded));
}

/** The mentions of a name in a text; places that overlap are one, the best. */
function mentionsIn(
  r: Reader,
  text: string,
  anchors: ReadonlySet<string>,
  known?: readonly number[],
): { mentions: Mention[]; weight: number } {
  const words = places(text);
  const found: (Graded & { start: number; end: number })[] = [];
  for (const at of anchorsIn(words, anchors, known)) {
    const t = words[at]!;
    const { items, center } = itemsAround(text, words, at, r);
    for (const c of items[center]?.end === t.end ? [center] : [center, center + 1].filter((i) => i < items.length))
      for (const p of printings(r.w, items, c)) {
        const g = gradeOf(r.q, r.w, p, r.rarity);
        if (g) found.push({ ...g, start: p.start, end: p.end });
      }
  }
  for (const alias of r.q.aliases)
    for (let i = 0; i + alias.length <= words.length; i++)
      if (alias.every((a, k) => words[i + k]!.folded === a))
        found.push({
          grade: "possible",
          reasons: ["alias"],
          weight: 0,
          start: words[i]!.start,
          end: words[i + alias.length - 1]!.end,
        });
  found.sort((a, b) => rank(a.grade) - rank(b.grade) || b.weight - a.weight || a.start - b.start);
  // A page can be written to hold a name a hundred thousand times: each place is looked at once, not against all the others.
  const kept: typeof found = [];
  const taken = new Uint8Array(found.length > 0 ? text.length : 0);
  for (const f of found) {
    if (taken.subarray(f.start, f.end).includes(1)) continue;
    taken.fill(1, f.start, f.end);
    kept.push(f);
  }
  return {
    weight: kept[0]?.weight ?? 0,
    mentions: kept
      .sort((a, b) => a.start - b.start)
      .map((f) => ({
        start: f.start,
        end: f.end,
        printed: text.slice(f.start, f.end),
        grade: f.grade,
        reasons: f.reasons,
      })),
  };
}

/** Pages that hold an alias. */
function aliasPages(index: ArchiveIndex, q: NameQuery): number[] {
  const find = index.db.prepare("SELECT rowid AS id FROM words WHERE words MATCH ?");
  return q.aliases.flatMap((a) => find.all(`"${a.join(" ")}"`).map((r) => r.id as number));
}

/** All mentions of one name in the index. */
export function nameHits(index: ArchiveIndex, q: NameQuery, f: PageFilter = {}): NameHits {
  const r = readerOf(index, q);
  const c = candidatesFor(
    index.db,
    r.w,
    r.joined.map((j) => j.fitter.word),
  );
  const filter = conditionOf(f);
  const inside = index.db.prepare(`SELECT 1 FROM pages p JOIN docs d ON d.id = p.doc WHERE p.id = ? AND ${filter.sql}`);
  const open = f.path === undefined && f.since === undefined && f.until === undefined && !f.states?.length;
  const ids = [...new Set([...c.pages, ...aliasPages(index, q)])].sort((a, b) => a - b);
  const pages = ids.flatMap((id) => {
    if (!open && inside.all(id, ...filter.values).length === 0) return [];
    const { mentions, weight } = mentionsIn(r, index.pages.text(id), c.anchors, c.at.get(id));
    return mentions.length > 0 ? [{ id, weight, mentions }] : [];
  });
  return { query: q, pages, unread: c.unread };
}

const best = (mentions: readonly Mention[]): NameGrade =>
  NAME_GRADES.find((g) => mentions.some((m) => m.grade === g)) ?? "possible";

/** Looks for names, in the order in which they were asked. */
export function findNames(
  index: ArchiveIndex,
  asked: readonly Asked[],
  o: NameOptions = {},
): { readonly names: readonly NameFound[]; readonly coverage: Coverage } {
  const limit = Math.min(500, Math.max(1, o.limit ?? 20));
  const from = Math.max(0, o.from ?? 0);
  const least = rank(o.least ?? "possible");
  const names = asked.map(({ name, aliases }, i): NameFound => {
    const query = parseName(name, aliases);
    const total = { same: 0, likely: 0, possible: 0 };
    if (!query) return { asked: i, pages: [], total, unread: 0 };
    const hits = nameHits(index, query, o);
    const pages = hits.pages
      .map((p) => ({ ...p, grade: best(p.mentions) }))
      .filter((p) => rank(p.grade) <= least)
      .sort((a, b) => rank(a.grade) - rank(b.grade) || b.weight - a.weight || a.id - b.id);
    for (const p of pages) total[p.grade]++;
    return {
      asked: i,
      query,
      total,
      unread: hits.unread,
      ...(from + limit < pages.length && { next: from + limit }),
      pages: pages.slice(from, from + limit).flatMap(({ id, grade, mentions }) => {
        const page = index.pages.page(id);
        if (!page) return [];
        const shown = [...mentions]
          .filter((m) => rank(m.grade) <= least)
          .sort((a, b) => rank(a.grade) - rank(b.grade) || a.start - b.start);
        const spans = shown.map((m) => ({ start: m.start, end: m.end, exact: m.grade === "same" }));
        return [
          {
            page,
            grade,
            mentions: shown,
            marks: spans.flatMap((s) => marksOf(page.lines, s)),
            snippet: snippetOf(page.text, spans),
          },
        ];
      }),
    };
  });
  return { names, coverage: coverageOf(index.db, o) };
}
