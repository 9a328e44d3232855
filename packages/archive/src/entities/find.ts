/**
 * Everything that the rules find in pages. Two looks: the first learns which words are names and which are other names anywhere in the
 * archive, the second finds them where they stand alone.
 * @module
 */
import { fold } from "@contraluz/case/timeline/fold.ts";
import { byCodeUnit } from "@contraluz/core";
import { aliasesIn, knownAliases, singleAliases } from "./aliases.ts";
import { byPattern } from "./patterns.ts";
import { namesIn } from "./people.ts";
import { placesAndBodies } from "./places.ts";
import { type Word, wordsOf } from "./tokens.ts";
import type { Entity, EntityPage, PageEntities } from "./types.ts";

/** Letters of a page that are looked at; entities of a page that are kept. */
export const ENTITY_LIMITS = { text: 1_000_000, entities: 20_000, learned: 200_000 } as const;

type Found = Omit<Entity, "text">;

/** What an archive taught of its names. */
export interface Learned {
  readonly names: Set<string>;
  readonly aliases: Set<string>;
}

export const nothingLearned = (): Learned => ({ names: new Set(), aliases: new Set() });

/** Those that overlap none before them. The list is in the order of who comes first. */
function apart(found: readonly Found[]): Found[] {
  const out: Found[] = [];
  const taken: Found[] = [];
  for (const f of found) {
    if (taken.some((t) => f.span[0] < t.span[1] && t.span[0] < f.span[1])) continue;
    taken.push(f);
    out.push(f);
  }
  return out;
}

interface Looked {
  readonly words: readonly Word[];
  readonly fixed: readonly Found[];
  readonly free: (w: Word) => boolean;
}

/** All but names of people: what has a form or a word that says what it is. */
function look(p: EntityPage): Looked {
  const text = p.text.slice(0, ENTITY_LIMITS.text);
  const words = wordsOf(text);
  const year = p.date === undefined ? undefined : Number(p.date.iso.slice(0, 4));
  const long = (f: Found): number => f.span[1] - f.span[0];
  const places = placesAndBodies(words, text).sort((a, b) => long(b) - long(a) || a.span[0] - b.span[0]);
  const fixed = apart([...byPattern(text, year === undefined ? {} : { year }), ...aliasesIn(text), ...places]);
  const held = fixed.map((f) => f.span).sort((a, b) => a[0] - b[0]);
  let k = 0;
  const free = (w: Word): boolean => {
    while (k > 0 && held[k - 1]![1] > w.start) k--;
    while (k < held.length && held[k]![1] <= w.start) k++;
    return k >= held.length || held[k]![0] >= w.end;
  };
  return { words, fixed, free };
}

/** The first look at a page: which words of names and which other names it has. */
export function learn(p: EntityPage, learned: Learned): void {
  if (learned.names.size > ENTITY_LIMITS.learned) return;
  const { words, fixed, free } = look(p);
  for (const f of fixed) if (f.type === "alias") learned.aliases.add(fold(f.value));
  for (const n of namesIn(words, free, new Set())) if (n.full) for (const w of n.surnames) learned.names.add(w);
}

/** The second look: everything, in the order of the text. */
export function entitiesOf(p: EntityPage, learned: Learned = nothingLearned()): PageEntities {
  const { words, fixed, free } = look(p);
  const text = p.text.slice(0, ENTITY_LIMITS.text);
  const runs = namesIn(words, free, learned.names);
  const pick = (full: boolean): Found[] => runs.filter((n) => n.full === full).map((n) => n.found);
  const { aliases } = learned;
  const all = apart([
    ...fixed,
    ...knownAliases(text, aliases),
    ...pick(true),
    ...singleAliases(words, aliases),
    ...pick(false),
  ]);
  const entities = all
    .sort((a, b) => a.span[0] - b.span[0] || byCodeUnit(a.type, b.type))
    .slice(0, ENTITY_LIMITS.entities)
    .map((f): Entity => {
      const { type, span, value, ...more } = f;
      const seen = text.slice(span[0], span[1]).replace(/-\n/g, "").replace(/\s+/g, " ");
      return { type, text: seen, span, value, ...more };
    });
  return { doc: p.doc, path: p.path, page: p.page, entities };
}
