/** The records behind the numbers: read again, only those that are shown. @module */
import type { AnyArtifact } from "@contraluz/artifacts";
import type { ArtifactRecord } from "@contraluz/core";
import { readRecords } from "@contraluz/store";
import type { Source } from "./columns.ts";
import { partsOf } from "./identity.ts";
import type { Pair } from "./match.ts";
import type { Changed, Shown } from "./types.ts";

/** Pairs whose fields are compared at once. */
const PAIRS = 100_000;

/** Calls back with each record that is wanted, in reading order; reads no further than the last one. */
async function pick(
  s: Source,
  artifact: string,
  wanted: ReadonlySet<number>,
  f: (ordinal: number, r: ArtifactRecord) => void,
): Promise<void> {
  let left = wanted.size;
  if (left === 0) return;
  for await (const { first, records } of readRecords(s.folder, s.result, artifact)) {
    for (const [i, r] of records.entries())
      if (wanted.has(first + i)) {
        f(first + i, r);
        left--;
      }
    if (left === 0) return;
  }
}

function shown(s: Source, ordinal: number, r: ArtifactRecord): Shown {
  return {
    kind: r.kind,
    ordinal,
    ...(r.at ? { at: r.at } : {}),
    fields: r.fields,
    path: s.result.files[r.origin.file]?.path ?? "",
    origin: r.origin.at,
  };
}

/** FNV-1a: what a field said, for counting only. */
function mark(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0 || 1;
}

/** Names of all fields of an artifact; one more for those that its docs do not name. */
function namesOf(a: AnyArtifact): string[] {
  return [...new Set(["at", ...Object.values(a.fields).flatMap((f) => Object.keys(f))]), "?"];
}

/** What the fields of some records said, a row of marks for each: 4 bytes a field. */
class Marks {
  readonly names: readonly string[];
  readonly #column: ReadonlyMap<string, number>;
  readonly #row: ReadonlyMap<number, number>;
  readonly #data: Uint32Array;
  readonly #hidden: ReadonlySet<string>;

  constructor(names: readonly string[], ordinals: readonly number[], hidden: ReadonlySet<string>) {
    this.names = names;
    this.#column = new Map(names.map((n, i) => [n, i]));
    this.#row = new Map(ordinals.map((n, i) => [n, i]));
    this.#data = new Uint32Array(ordinals.length * names.length);
    this.#hidden = hidden;
  }

  take(ordinal: number, r: ArtifactRecord): void {
    const row = this.#row.get(ordinal);
    if (row === undefined) return;
    for (const [name, text] of partsOf(r, this.#hidden)) {
      const at = row * this.names.length + (this.#column.get(name) ?? this.names.length - 1);
      // Those without a column of their own share one.
      this.#data[at] = Math.imul(this.#data[at]!, 31) + mark(text);
    }
  }

  at(row: number, column: number): number {
    return this.#data[row * this.names.length + column]!;
  }
}

export interface Wanted {
  readonly artifact: AnyArtifact;
  readonly hidden: ReadonlySet<string>;
  /** Ordinals of what is shown: of the older result, of the newer one. */
  readonly went: readonly number[];
  readonly came: readonly number[];
  /** Pairs of records that changed, in the order of the older result. */
  readonly pairs: (from: number, to: number) => readonly Pair[];
  /** How many of them are shown. */
  readonly most: number;
}

export interface Details {
  readonly went: Shown[];
  readonly came: Shown[];
  readonly changed: Changed[];
  /** How often each field changed, by kind. */
  readonly fields: ReadonlyMap<number, Record<string, number>>;
}

const shownOf = (all: ReadonlyMap<number, Shown>, ordinals: readonly number[]): Shown[] =>
  ordinals.flatMap((n) => all.get(n) ?? []);

/** One pass over each side, more where very many records changed. */
export async function detailsOf(before: Source, after: Source, w: Wanted): Promise<Details> {
  const names = namesOf(w.artifact);
  const [olds, news] = [new Map<number, Shown>(), new Map<number, Shown>()];
  const first = w.pairs(0, w.most);
  const fields = new Map<number, Record<string, number>>();
  for (let from = 0; ; from += PAIRS) {
    const some = w.pairs(from, from + PAIRS);
    if (from > 0 && some.length === 0) break;
    const side = async (s: Source, of: "before" | "after", show: readonly number[], into: Map<number, Shown>) => {
      const ordinals = some.map((p) => p[of]);
      const marks = new Marks(names, ordinals, w.hidden);
      const wanted = new Set(from === 0 ? show : []);
      await pick(s, w.artifact.id, new Set([...ordinals, ...wanted]), (n, r) => {
        marks.take(n, r);
        if (wanted.has(n)) into.set(n, shown(s, n, r));
      });
      return marks;
    };
    const x = await side(before, "before", [...w.went, ...first.map((p) => p.before)], olds);
    const y = await side(after, "after", [...w.came, ...first.map((p) => p.after)], news);
    for (const [row, { kind }] of some.entries()) {
      let by = fields.get(kind);
      if (!by) fields.set(kind, (by = {}));
      for (const [c, name] of names.entries()) if (x.at(row, c) !== y.at(row, c)) by[name] = (by[name] ?? 0) + 1;
    }
  }
  const texts = (s: Shown): Map<string, string> => new Map(partsOf(s, w.hidden));
  const changed = first.flatMap((p): Changed[] => {
    const [old, now] = [olds.get(p.before), news.get(p.after)];
    if (!old || !now) return [];
    const [a, b] = [texts(old), texts(now)];
    const differ = [...new Set([...a.keys(), ...b.keys()])].filter((n) => a.get(n) !== b.get(n));
    return [{ kind: old.kind, before: old, after: now, fields: differ }];
  });
  return { went: shownOf(olds, w.went), came: shownOf(news, w.came), changed, fields };
}
