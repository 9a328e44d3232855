/** Who stands on the pages of a name or a thing. That two stand together does not mean that they met. @module */
import { type NameGroup, together } from "@contraluz/archive/entities/index.ts";
import type { ArchiveIndex } from "@contraluz/archive/index/index.ts";
import { byCodeUnit } from "@contraluz/core";
import type { BesideRow } from "../people.ts";
import { at, type Book, hits, nameOf, type Places, put } from "./book.ts";
import type { Open } from "./open.ts";

/** Names beside one, and pages that show it. */
export const BESIDE = 100;
const PAGES = 5;

/** Names on the pages of a thing that is no name: how often, and nothing of paragraphs. */
const namesOn = (places: Places, book: Book): Map<NameGroup, Places> => {
  const out = new Map<NameGroup, Places>();
  for (const k of places.keys()) {
    const { doc, path, page, entities } = book.sheaf.found[k]!;
    for (const e of entities) {
      const g = e.type === "person" ? book.groups.of({ doc, path, page, span: e.span }) : undefined;
      if (!g) continue;
      const mine = out.get(g) ?? new Map();
      put(mine, k, e.span);
      out.set(g, mine);
    }
  }
  return out;
};

export const besideThing = (o: Open, index: ArchiveIndex, book: Book, places: Places): BesideRow[] =>
  [...namesOn(places, book)]
    .sort(([a, x], [b, y]) => y.size - x.size || byCodeUnit(a.id, b.id))
    .map(([g, on], i) => ({
      id: g.id,
      text: nameOf(g),
      pages: on.size,
      rows: i < BESIDE ? hits(o, index, book, on, 0, PAGES) : [],
    }));

export const besideName = (
  o: Open,
  index: ArchiveIndex,
  book: Book,
  g: NameGroup,
  places: Places,
): { readonly beside: readonly BesideRow[]; readonly crowded: number } => {
  const pages = [...places.keys()].map((k) => [book.sheaf.pages[k]!, book.sheaf.found[k]!] as const);
  const { pairs, crowded } = together(pages, book.groups);
  const of = pairs.filter((p) => p.a === g.id || p.b === g.id);
  const beside = of.map((p, i): BesideRow => {
    const id = p.a === g.id ? p.b : p.a;
    const other = book.byId.get(id);
    const on: Places = new Map();
    if (i < BESIDE)
      for (const x of p.places.slice(0, PAGES)) {
        const k = book.at.get(at(x));
        for (const span of [x.a, x.b].sort((a, b) => a[0] - b[0])) put(on, k, span);
      }
    return {
      id,
      text: other ? nameOf(other) : id,
      pages: p.pages,
      near: p.near,
      ...(p.from !== undefined && { from: p.from }),
      ...(p.to !== undefined && { to: p.to }),
      rows: hits(o, index, book, on, 0, PAGES),
    };
  });
  return { beside, crowded: crowded.length };
};
