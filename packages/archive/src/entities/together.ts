/**
 * Who appears with whom, and when: two names on one page, and how often in one paragraph. It says that two names stand together, never that
 * two people met. Each pair carries the pages that show it.
 * @module
 */
import { byCodeUnit } from "@contraluz/core";
import type { Groups, NameGroup } from "./groups.ts";
import type { EntityPage, EntityPlace, PageEntities } from "./types.ts";

export interface TogetherPlace {
  readonly doc: string;
  readonly path: string;
  readonly page: number;
  /** Where the two names stand. */
  readonly a: EntityPlace["span"];
  readonly b: EntityPlace["span"];
  /** In one paragraph. */
  readonly near: boolean;
  /** The date of the page, else the first date that stands on it. */
  readonly date?: string;
}

export interface Together {
  readonly a: string;
  readonly b: string;
  /** On how many pages, and in how many of them in one paragraph. */
  readonly pages: number;
  readonly near: number;
  readonly from?: string;
  readonly to?: string;
  /** The first ones, in the order of the pages. */
  readonly places: readonly TogetherPlace[];
}

export interface TogetherAll {
  readonly pairs: readonly Together[];
  /** Pages with more names than can be paired: a list of names says nothing of two of them. */
  readonly crowded: readonly { readonly path: string; readonly page: number; readonly names: number }[];
}

export const TOGETHER_LIMITS = { names: 60, places: 100, pairs: 2_000_000 } as const;

/** Paragraph by paragraph: where blank lines stand. */
function breaksOf(text: string): number[] {
  const out: number[] = [];
  const BLANK = /\n[ \t]{0,80}\n/g;
  for (let m = BLANK.exec(text); m; m = BLANK.exec(text)) out.push(m.index);
  return out;
}

const paragraphOf = (at: number, breaks: readonly number[]): number => {
  let n = 0;
  for (const b of breaks) if (b < at) n++;
  return n;
};

/** The date of a page: what it bears, else the first that stands on it. */
export function dateOf(page: EntityPage, found: PageEntities): string | undefined {
  return page.date?.iso ?? found.entities.find((e) => e.type === "date")?.value;
}

export function together(
  pages: Iterable<readonly [page: EntityPage, found: PageEntities]>,
  groups: Groups,
): TogetherAll {
  const pairs = new Map<
    string,
    { a: string; b: string; pages: number; near: number; places: TogetherPlace[]; dates: string[] }
  >();
  const crowded: { path: string; page: number; names: number }[] = [];
  for (const [page, found] of pages) {
    const { doc, path } = found;
    const here = new Map<NameGroup, EntityPlace["span"][]>();
    for (const e of found.entities) {
      if (e.type !== "person") continue;
      const g = groups.of({ doc, path, page: found.page, span: e.span });
      if (!g) continue;
      const list = here.get(g);
      if (list) list.push(e.span);
      else here.set(g, [e.span]);
    }
    if (here.size > TOGETHER_LIMITS.names) {
      crowded.push({ path, page: found.page, names: here.size });
      continue;
    }
    const date = dateOf(page, found);
    const breaks = breaksOf(page.text);
    const list = [...here].sort((x, y) => byCodeUnit(x[0].id, y[0].id));
    for (const [i, [ga, sa]] of list.entries())
      for (const [gb, sb] of list.slice(i + 1)) {
        const key = `${ga.id}\n${gb.id}`;
        let p = pairs.get(key);
        if (!p) {
          if (pairs.size >= TOGETHER_LIMITS.pairs) continue;
          pairs.set(key, (p = { a: ga.id, b: gb.id, pages: 0, near: 0, places: [], dates: [] }));
        }
        const paragraphs = new Map(sa.map((s) => [paragraphOf(s[0], breaks), s]));
        const close = sb.find((s) => paragraphs.has(paragraphOf(s[0], breaks)));
        p.pages++;
        if (close) p.near++;
        if (date !== undefined) p.dates.push(date);
        const a = close ? paragraphs.get(paragraphOf(close[0], breaks))! : sa[0]!;
        const at = { doc, path, page: found.page, a, b: close ?? sb[0]!, near: close !== undefined };
        if (p.places.length < TOGETHER_LIMITS.places) p.places.push({ ...at, ...(date === undefined ? {} : { date }) });
      }
  }
  const out = [...pairs.values()].map(({ dates, ...p }): Together => {
    const sorted = dates.sort(byCodeUnit);
    return { ...p, ...(sorted.length > 0 ? { from: sorted[0]!, to: sorted.at(-1)! } : {}) };
  });
  out.sort((x, y) => y.near - x.near || y.pages - x.pages || byCodeUnit(x.a, y.a) || byCodeUnit(x.b, y.b));
  return { pairs: out, crowded };
}
