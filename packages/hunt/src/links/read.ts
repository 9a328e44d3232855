/**
 * Reads what keys stand for from the records that have them. A key is 64 bits of a hash: only a record says which value it is, and whether both
 * cases have the same one.
 * @module
 */
import { byCodeUnit, type Contact } from "@contraluz/core";
import type { Place } from "../engine/types.ts";
import { keyTexts, storedKey } from "../keys/stored.ts";
import type { KeyRow, LinkSource } from "./source.ts";
import type { SeenIn } from "./types.ts";
import type { Span } from "./weights.ts";

/** Records of a key and a check that are read, spread over all of them. */
const READ_MOST = 6;
/** Records that a side of an edge names. */
export const SEEN_MOST = 4;

/** What a key is in one case. */
export interface Read {
  /** The text of the key, `d:b.evil.example`; of two that clash the first by code unit. */
  readonly text: string;
  readonly contacts: readonly Contact[];
  readonly seen: readonly SeenIn[];
  readonly records: number;
  readonly span: Span;
}

/** Some of a list: the first, the last, and some between. */
export function spread(rows: readonly number[], most: number = READ_MOST): number[] {
  if (rows.length <= most) return [...rows];
  return Array.from({ length: most }, (_, i) => rows[Math.floor((i * (rows.length - 1)) / (most - 1))]!);
}

const FIRST_TIME = Date.UTC(2000, 0, 1);

/** The span of a key, without times that cannot be: phones have wrong clocks, and who attacks may write any time. */
function bounded(first: number | null, last: number | null, times: readonly number[], until: number): Span {
  const fits = (t: number): boolean => t >= FIRST_TIME && t <= until;
  if (first !== null && last !== null && fits(first) && fits(last)) return { first, last };
  const some = times.filter(fits);
  if (first !== null && fits(first)) some.push(first);
  if (last !== null && fits(last)) some.push(last);
  return some.length === 0 ? { first: null, last: null } : { first: Math.min(...some), last: Math.max(...some) };
}

const joined = (a: Span, b: Span): Span => {
  const of = (f: (...x: number[]) => number, x: number | null, y: number | null): number | null =>
    x === null ? y : y === null ? x : f(x, y);
  return { first: of(Math.min, a.first, b.first), last: of(Math.max, a.last, b.last) };
};

interface Gathered {
  readonly texts: Set<string>;
  readonly contacts: Set<Contact>;
  readonly seen: SeenIn[];
  readonly times: number[];
}

export interface ReadKeys {
  /** By case id, then key. */
  readonly of: ReadonlyMap<string, ReadonlyMap<bigint, Read>>;
  readonly damaged: ReadonlySet<string>;
}

/**
 * Reads keys of cases. `wanted`: for each check its keys; `untilOf`: the last instant that its records can speak of, in milliseconds.
 */
export async function readKeys(
  source: LinkSource,
  wanted: ReadonlyMap<string, { readonly place: Place; readonly keys: readonly KeyRow[] }>,
  untilOf: (place: Place) => number,
): Promise<ReadKeys> {
  const of = new Map<string, Map<bigint, Read>>();
  const damaged = new Set<string>();
  for (const [name, { place, keys }] of [...wanted].sort(([x], [y]) => byCodeUnit(x, y))) {
    const byRow = new Map<number, KeyRow[]>();
    for (const k of keys)
      for (const row of spread(k.rows)) {
        const list = byRow.get(row);
        if (list) list.push(k);
        else byRow.set(row, [k]);
      }
    const rows = [...byRow.keys()].sort((x, y) => x - y);
    const records = rows.length === 0 ? [] : await source.records(place, rows);
    if (!records) {
      damaged.add(name);
      continue;
    }
    const found = new Map<bigint, Gathered>();
    for (const { row, artifact, ordinal, record } of records) {
      const due = new Set((byRow.get(row) ?? []).map((k) => k.h));
      for (const o of record.observables)
        for (const text of keyTexts(o)) {
          const h = source.keying(storedKey(text));
          if (!due.has(h)) continue;
          let g = found.get(h);
          if (!g) {
            g = { texts: new Set(), contacts: new Set(), seen: [], times: [] };
            found.set(h, g);
          }
          g.texts.add(text);
          g.contacts.add(o.contact);
          const at = { check: place.checkId, artifact, ordinal };
          const last = g.seen.at(-1);
          if (last?.artifact === artifact && last.ordinal === ordinal) continue;
          g.seen.push(at);
          if (record.at?.utc !== undefined) g.times.push(Number(record.at.utc / 1_000_000n));
        }
    }
    let mine = of.get(place.caseId);
    if (!mine) {
      mine = new Map();
      of.set(place.caseId, mine);
    }
    for (const k of keys) {
      const g = found.get(k.h);
      if (!g) continue;
      const before = mine.get(k.h);
      const text = [...g.texts, ...(before ? [before.text] : [])].sort(byCodeUnit)[0]!;
      const span = bounded(k.first, k.last, g.times, untilOf(place));
      mine.set(k.h, {
        text,
        contacts: [...new Set([...(before?.contacts ?? []), ...g.contacts])].sort(byCodeUnit),
        seen: [...(before?.seen ?? []), ...g.seen].slice(0, SEEN_MOST),
        // Checks of one case often read the same evidence again.
        records: Math.max(before?.records ?? 0, k.n),
        span: before ? joined(before.span, span) : span,
      });
    }
  }
  return { of, damaged };
}
