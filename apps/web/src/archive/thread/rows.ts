/** Pages and hits as the page shows them: without the text of what is not looked at. @module */
import type { ArchiveIndex, StoredPage } from "@contraluz/archive/index/index.ts";
import { pageIds } from "@contraluz/archive/index/listing.ts";
import { findNames, NAME_LIMITS, type NameGrade } from "@contraluz/archive/names/index.ts";
import type { MarkKind, PageMark } from "@contraluz/archive/pages/mark.ts";
import { type PageState, pageKey } from "@contraluz/archive/pages/types.ts";
import { marksOf } from "@contraluz/archive/search/boxes.ts";
import { coverageOf } from "@contraluz/archive/search/filter.ts";
import { search } from "@contraluz/archive/search/index.ts";
import type { ArchiveQuestions, HitRow, PageHead } from "../protocol.ts";

export type Marks = ReadonlyMap<string, PageMark>;

/** Pages of a list at once. */
export const LISTED = 100;

export function headOf(p: StoredPage, marks: Marks): PageHead {
  const { id, doc, path, page, of, state, from, confidence, date, dup, corrected } = p;
  const mark = marks.get(pageKey(p))?.mark;
  return {
    id,
    doc,
    path,
    page,
    state,
    from,
    corrected,
    ...(of !== undefined && { of }),
    ...(confidence !== undefined && { confidence }),
    ...(date && { date }),
    ...(dup && { dup }),
    ...(mark && mark !== "none" && { mark }),
  };
}

export function searchRows(
  index: ArchiveIndex,
  { text, filter }: ArchiveQuestions["search"]["ask"],
  marks: Marks,
): ArchiveQuestions["search"]["answer"] {
  const found = search(index, text, filter);
  if ("fault" in found) return found;
  const { hits, total, next, coverage, taken } = found;
  const rows = hits.map(
    (h): HitRow => ({
      page: headOf(h.page, marks),
      exact: h.exact,
      snippet: h.snippet,
      marks: h.marks,
      spans: h.spans,
    }),
  );
  return { rows, total, coverage, taken, ...(next !== undefined && { next }) };
}

export function nameRows(
  index: ArchiveIndex,
  { asked, filter }: ArchiveQuestions["names"]["ask"],
  marks: Marks,
): ArchiveQuestions["names"]["answer"] {
  if (asked.length > NAME_LIMITS.names) return "many";
  const { names, coverage } = findNames(index, asked, filter);
  return {
    coverage,
    names: names.map((n) => ({
      asked: n.asked,
      ...(n.query && { total: n.total }),
      unread: n.unread,
      ...(n.next !== undefined && { next: n.next }),
      rows: n.pages.map(
        (p): HitRow => ({
          page: headOf(p.page, marks),
          exact: true,
          grade: p.grade,
          reasons: p.mentions[0]?.reasons ?? [],
          snippet: p.snippet,
          marks: p.mentions.flatMap((m) =>
            marksOf(p.page.lines, m).map((k) => ({ ...k, grade: m.grade as NameGrade })),
          ),
          spans: p.mentions.map(({ start, end }) => ({ start, end })),
        }),
      ),
    })),
  };
}

/** Pages in the order of paths. */
export function listed(
  index: ArchiveIndex,
  ask: { readonly state?: PageState; readonly mark?: MarkKind; readonly from: number },
  marks: Marks,
): ArchiveQuestions["list"]["answer"] {
  const heads = (ids: readonly number[]): PageHead[] =>
    ids.flatMap((id) => {
      const p = index.pages.page(id);
      return p ? [headOf(p, marks)] : [];
    });
  if (ask.mark !== undefined) {
    const ids = [...marks.values()]
      .filter((m) => m.mark === ask.mark)
      .flatMap((m) =>
        index.pages
          .find(m.path, m.page)
          .filter((p) => p.doc === m.doc)
          .map((p) => p.id),
      );
    return { rows: heads(ids.slice(ask.from, ask.from + LISTED)), total: ids.length };
  }
  const { state } = ask;
  const ids = pageIds(index.db, { ...(state !== undefined && { state }), from: ask.from, limit: LISTED });
  const coverage = coverageOf(index.db, {});
  return { rows: heads(ids), total: ask.state === undefined ? coverage.pages : coverage[ask.state] };
}
