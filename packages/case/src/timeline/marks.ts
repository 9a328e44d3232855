/** What findings and tags say of rows. @module */
import type { Marks } from "./rows.ts";
import type { Source } from "./sources.ts";
import type { CitingFinding, TagMark, TimelineFilter } from "./types.ts";

export interface MarksOf extends Marks {
  readonly cited: ReadonlyMap<number, ReadonlyMap<number, readonly CitingFinding[]>>;
  readonly tagged: ReadonlyMap<number, ReadonlyMap<number, readonly string[]>>;
}

const NONE: readonly never[] = [];

/** Row by row of each source. */
function put<T>(into: Map<number, Map<number, T[]>>, source: number, ordinal: number, what: T): void {
  let of = into.get(source);
  if (!of) into.set(source, (of = new Map()));
  const some = of.get(ordinal);
  if (some) some.push(what);
  else of.set(ordinal, [what]);
}

export function marksOf(sources: readonly Source[], tags: readonly TagMark[]): MarksOf {
  const cited = new Map<number, Map<number, CitingFinding[]>>();
  const tagged = new Map<number, Map<number, string[]>>();
  const numbers = new Map(sources.map((s) => [`${s.check}\n${s.artifact}`, s.no]));
  const results = new Map(sources.flatMap((s) => (s.of ? [[s.check, s.of.stored.result] as const] : [])));
  for (const [check, result] of results)
    for (const f of result.findings)
      for (const r of f.records) {
        const no = numbers.get(`${check}\n${r.artifact}`);
        if (no !== undefined) put(cited, no, r.ordinal, { finding: f.id, level: f.level });
      }
  for (const { cite, tag } of tags) {
    const no = numbers.get(`${cite.check}\n${cite.artifact}`);
    if (no !== undefined && !tagged.get(no)?.get(cite.ordinal)?.includes(tag)) put(tagged, no, cite.ordinal, tag);
  }
  return {
    cited,
    tagged,
    findings: (source, ordinal) => cited.get(source)?.get(ordinal) ?? NONE,
    tags: (source, ordinal) => tagged.get(source)?.get(ordinal) ?? NONE,
  };
}

/** Rows by source that the filter's levels, finding and tag leave; undefined if it names none of them. */
export function citedBy(
  sources: readonly Source[],
  m: MarksOf,
  f: TimelineFilter,
): ReadonlyMap<number, ReadonlySet<number>> | undefined {
  const { levels, finding, tag } = f;
  if (!levels && !finding && tag === undefined) return undefined;
  const out = new Map<number, Set<number>>();
  for (const s of sources) {
    const by = levels || finding ? m.cited.get(s.no) : m.tagged.get(s.no);
    const rows = new Set<number>();
    for (const ordinal of by?.keys() ?? []) {
      const found = m.findings(s.no, ordinal);
      if (levels && !found.some((x) => levels.includes(x.level))) continue;
      if (finding && (s.check !== finding.check || !found.some((x) => x.finding === finding.finding))) continue;
      if (tag !== undefined && !m.tags(s.no, ordinal).includes(tag)) continue;
      rows.add(ordinal);
    }
    if (rows.size > 0) out.set(s.no, rows);
  }
  return out;
}
