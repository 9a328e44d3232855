/** Names and things of an archive as its screen asks for them: groups of names, places of a thing, pages that show it. @module */
import type { Groups, NameGroup } from "@contraluz/archive/entities/index.ts";
import type { ArchiveIndex } from "@contraluz/archive/index/index.ts";
import { marksOf } from "@contraluz/archive/search/boxes.ts";
import { snippetOf } from "@contraluz/archive/search/snippet.ts";
import { fold } from "@contraluz/case/timeline/fold.ts";
import type { Thing, ThingRow } from "../people.ts";
import type { HitRow } from "../protocol.ts";
import type { Open } from "./open.ts";
import { headOf } from "./rows.ts";
import type { Sheaf } from "./sheaf.ts";

/** Pages by their number in the sheaf, each with the places of one thing. */
export type Places = Map<number, [start: number, end: number][]>;

export interface Book {
  readonly turn: number;
  /** What it was made of: texts are taken from there. */
  readonly index: ArchiveIndex;
  readonly sheaf: Sheaf;
  /** Number in the sheaf by document, path and page. */
  readonly at: ReadonlyMap<string, number>;
  groups: Groups;
  byId: ReadonlyMap<string, NameGroup>;
}

export const at = (p: { readonly doc: string; readonly path: string; readonly page: number }): string =>
  `${p.doc}:${p.page}:${p.path}`;

export function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((w) => w !== "");
}

/** A filter as it was typed: each of its words begins a word of the text. */
export function fits(typed: readonly string[], text: string): boolean {
  if (typed.length === 0) return true;
  const have = wordsOf(text);
  return typed.every((t) => have.some((h) => h.startsWith(t)));
}

export const placesOf = (g: NameGroup, book: Book): Places => {
  const out: Places = new Map();
  for (const { place } of g.mentions) put(out, book.at.get(at(place)), place.span);
  return out;
};

export function put(out: Places, k: number | undefined, [start, end]: readonly [number, number]): void {
  if (k === undefined) return;
  const list = out.get(k);
  if (list) list.push([start, end]);
  else out.set(k, [[start, end]]);
}

export function valuePlaces(sheaf: Sheaf, thing: Thing): { readonly places: Places; readonly text: string } {
  const places: Places = new Map();
  let text = "";
  for (const [k, f] of sheaf.found.entries())
    for (const e of f.entities) {
      if (e.type !== thing.type || e.value !== thing.id) continue;
      text ||= e.text;
      put(places, k, e.span);
    }
  return { places, text };
}

export const mentionsIn = (places: Places): number => [...places.values()].reduce((n, list) => n + list.length, 0);

/** As it is written; what a person parted from a name as they called it, or two rows would look alike. */
export const nameOf = (g: NameGroup): string => (g.name === "" || !g.id.includes("|") ? g.id : g.name);

export const rowOfGroup = (g: NameGroup, book: Book): ThingRow => ({
  id: g.id,
  text: nameOf(g),
  n: g.mentions.length,
  pages: placesOf(g, book).size,
  merged: g.merged.length,
});

/** Pages that show something, in their order: `n` of them, from the `from`th on. */
export const hits = (o: Open, index: ArchiveIndex, book: Book, places: Places, from: number, n: number): HitRow[] =>
  [...places]
    .sort(([a], [b]) => a - b)
    .slice(from, from + n)
    .flatMap(([k, list]): HitRow[] => {
      const p = index.pages.page(book.sheaf.ids[k]!);
      if (!p) return [];
      const spans = list.map(([start, end]) => ({ start, end, exact: true }));
      return [
        {
          page: headOf(p, o.marks),
          exact: true,
          snippet: snippetOf(p.text, spans),
          marks: spans.flatMap((s) => marksOf(p.lines, s)),
          spans: spans.map(({ start, end }) => ({ start, end })),
        },
      ];
    });
