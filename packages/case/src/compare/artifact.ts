/** One artifact in two results. @module */
import type { AnyArtifact } from "@contraluz/artifacts";
import { byCodeUnit, type Cancel, type Hasher, type ReadState, type Result } from "@contraluz/core";
import { columnsOf, type Source } from "./columns.ts";
import { detailsOf } from "./details.ts";
import { hiddenFields } from "./identity.ts";
import { isExpired, isInside, Matched, match, type Ones, type Pair } from "./match.ts";
import type { ArtifactDifference, Caveat, KindDifference, NotCompared } from "./types.ts";

export interface ArtifactOptions {
  readonly sha256: () => Hasher;
  /** How many records of each sort are shown. */
  readonly most: number;
  /** Records that are held at once, 40 bytes each, of each side. */
  readonly atOnce: number;
  readonly cancel?: Cancel;
}

const wasRead = (s: ReadState | null): boolean => s === "read" || s === "partly";

function stateOf(r: Result, artifact: string): ReadState | null {
  return r.coverage.find((c) => c.artifact === artifact)?.state ?? null;
}

function caveatsOf(a: Result, b: Result, artifact: string): Caveat[] {
  const out: Caveat[] = [];
  if (stateOf(a, artifact) === "partly") out.push("partly-before");
  if (stateOf(b, artifact) === "partly") out.push("partly-after");
  const [x, y] = [a.records[artifact]?.version, b.records[artifact]?.version];
  if (x !== undefined && y !== undefined && x !== y) out.push("reader");
  return out;
}

/** The first, those from the middle of the history before the others; else in reading order. */
function first(all: Ones, m: Matched, most: number): number[] {
  const [inside, rest]: [number[], number[]] = [[], []];
  for (const o of all) (isInside(o, m.spans[o.kind]) ? inside : rest).push(o.ordinal);
  const cut = (ordinals: number[]): number[] => ordinals.sort((x, y) => x - y).slice(0, most);
  return [...cut(inside), ...cut(rest)].slice(0, most);
}

interface Sums {
  total: number;
  inside: number;
  expired: number;
  remains: number;
}

/** By kind. */
function sumsOf(all: Ones, m: Matched, kinds: number): Sums[] {
  const out = Array.from({ length: kinds }, (): Sums => ({ total: 0, inside: 0, expired: 0, remains: 0 }));
  for (const o of all) {
    const s = out[o.kind]!;
    s.total++;
    if (isInside(o, m.spans[o.kind])) s.inside++;
    if (isExpired(o, m.spans[o.kind])) s.expired++;
    if (o.remains) s.remains++;
  }
  return out;
}

function kindsOf(
  m: Matched,
  names: readonly string[],
  fields: ReadonlyMap<number, Record<string, number>>,
): KindDifference[] {
  const [went, came] = [sumsOf(m.went, m, names.length), sumsOf(m.came, m, names.length)];
  const changed = names.map(() => 0);
  for (let i = 0; i < m.changed.length; i++) changed[m.changed.get(i).kind]!++;
  return names
    .map((kind, k): KindDifference => {
      const sorted = Object.entries(fields.get(k) ?? {}).sort(([x, n], [y, o]) => o - n || byCodeUnit(x, y));
      return {
        kind,
        before: m.before[k] ?? 0,
        after: m.after[k] ?? 0,
        same: m.same[k] ?? 0,
        changed: { total: changed[k]!, fields: Object.fromEntries(sorted) },
        came: { total: came[k]!.total, inside: came[k]!.inside },
        went: went[k]!,
      };
    })
    .sort((x, y) => byCodeUnit(x.kind, y.kind));
}

/** Parts in which the ids are gone through: all at once, but for results of many millions. */
function partsFor(a: Result, b: Result, artifact: string, atOnce: number): number {
  const n = Math.max(a.records[artifact]?.count ?? 0, b.records[artifact]?.count ?? 0);
  return Math.min(256, Math.max(1, Math.ceil(n / atOnce)));
}

/** Throws a SyntaxError where stored records cannot be read. */
async function read(before: Source, after: Source, artifact: AnyArtifact, o: ArtifactOptions) {
  const hidden = hiddenFields(artifact, before.result.scope.content !== after.result.scope.content);
  const matched = new Matched();
  const kinds: string[] = [];
  const parts = partsFor(before.result, after.result, artifact.id, o.atOnce);
  for (let part = 0; part < parts; part++) {
    const how = { artifact, hidden, kinds, part, parts, sha256: o.sha256, ...(o.cancel ? { cancel: o.cancel } : {}) };
    match(matched, await columnsOf(before, how), await columnsOf(after, how));
  }
  const order = matched.changed.sorted();
  const pairs = (from: number, to: number): Pair[] => [...order.subarray(from, to)].map((i) => matched.changed.get(i));
  const [went, came] = [first(matched.went, matched, o.most), first(matched.came, matched, o.most)];
  const details = await detailsOf(before, after, { artifact, hidden, went, came, pairs, most: o.most });
  const { fields, ...shown } = details;
  return { kinds: kindsOf(matched, kinds, fields), ...shown };
}

/** Undefined where neither result says anything of the artifact. */
export async function compareArtifact(
  before: Source,
  after: Source,
  artifact: AnyArtifact,
  o: ArtifactOptions,
): Promise<ArtifactDifference | undefined> {
  const { id } = artifact;
  const state = { before: stateOf(before.result, id), after: stateOf(after.result, id) };
  if (state.before === null && state.after === null) return undefined;
  const caveats = caveatsOf(before.result, after.result, id);
  const nothing = (notCompared: NotCompared): ArtifactDifference => ({
    artifact: id,
    state,
    notCompared,
    caveats,
    kinds: [],
    went: [],
    came: [],
    changed: [],
  });
  if (!wasRead(state.before)) return nothing("not-read-before");
  if (!wasRead(state.after)) return nothing("not-read-after");
  try {
    return { artifact: id, state, caveats, ...(await read(before, after, artifact, o)) };
  } catch (e) {
    if (e instanceof SyntaxError) return nothing("damaged");
    throw e;
  }
}
