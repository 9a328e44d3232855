/** Signs of a hunt by how many phones met them, and months: what of it can be told without a case. @module */
import { byCodeUnit, type Finding, LEVELS, type Level } from "@contraluz/core";
import { TLP_LEVELS, type Tlp } from "@contraluz/report/exports/share/types.ts";
import type { LabCase } from "../lab/types.ts";
import type { HuntReport } from "../run/types.ts";
import type { Count, MetByMany, Months } from "./types.ts";

const TOLD: ReadonlySet<Level> = new Set(["match", "targeted", "lead"]);
const FIRST_TIME = Date.UTC(2000, 0, 1);

/** Rank of a marking; of none, and of one that we do not know, the widest. */
export const tlpRank = (name: string | undefined): number => {
  const known = name?.toLowerCase() === "white" ? "clear" : name?.toLowerCase();
  return Math.max(0, (TLP_LEVELS as readonly (string | undefined)[]).indexOf(known));
};

/** Whether a sign may go as far as that. */
export const mayGo = (own: string | undefined, to: Tlp): boolean => tlpRank(own) <= tlpRank(to);

const monthOf = (ms: number): number => {
  const d = new Date(ms);
  return Date.UTC(d.getUTCFullYear(), d.getUTCMonth(), 1);
};
export const monthText = (ms: number): string => new Date(ms).toISOString().slice(0, 7);

export const told = (n: number, fewest: number): Count => (n >= fewest ? n : { fewerThan: fewest });

/** First and last month, where enough phones stand behind them. */
export function monthsOf(
  of: { readonly first?: number; readonly last?: number },
  phones: number,
  fewest: number,
): { readonly months?: Months } {
  if (phones < fewest || of.first === undefined || of.last === undefined) return {};
  return { months: { first: monthText(of.first), last: monthText(of.last) } };
}

interface Gathering {
  indicator: NonNullable<Finding["indicator"]>;
  level: Level;
  readonly phones: Set<string>;
  first: number;
  last: number;
}

/** Cases by the phone that they are about: those with the same evidence are about one. */
export type Phones = ReadonlyMap<string, string>;

/** Which of the cases are about one phone: it is called as the first of them. */
export function phonesOf(cases: readonly Pick<LabCase, "id" | "checks">[]): Phones {
  const out = new Map<string, string>();
  const by = new Map<string, string>();
  const root = (id: string): string => {
    const of = out.get(id) ?? id;
    return of === id ? id : root(of);
  };
  for (const c of [...cases].sort((x, y) => byCodeUnit(x.id, y.id))) {
    out.set(c.id, c.id);
    for (const { evidence } of c.checks)
      for (const e of evidence) {
        const [mine, other] = [root(c.id), root(by.get(e.id) ?? c.id)];
        by.set(e.id, c.id);
        if (mine !== other) out.set(mine < other ? other : mine, mine < other ? mine : other);
      }
  }
  return new Map([...out.keys()].map((id) => [id, root(id)] as const));
}

/** Signs that were met in these cases, by type and value. Times after `asOf` are no times of a phone. */
export function signsOfMany(hunt: HuntReport, cases: Phones, asOf: string): MetByMany[] {
  const until = Date.parse(`${asOf.slice(0, 10)}T23:59:59Z`);
  const out = new Map<string, Gathering>();
  for (const c of hunt.cases) {
    if (!cases.has(c.caseId)) continue;
    for (const f of c.findings) {
      if (!f.indicator || !TOLD.has(f.level)) continue;
      const id = `${f.indicator.type}:${f.indicator.value}`;
      let g = out.get(id);
      if (!g) {
        g = {
          indicator: f.indicator,
          level: f.level,
          phones: new Set(),
          first: Number.POSITIVE_INFINITY,
          last: Number.NEGATIVE_INFINITY,
        };
        out.set(id, g);
      }
      // Of one sign in several lists the strictest marking counts.
      if (tlpRank(f.indicator.tlp) > tlpRank(g.indicator.tlp)) g.indicator = f.indicator;
      if (LEVELS.indexOf(f.level) < LEVELS.indexOf(g.level)) g.level = f.level;
      g.phones.add(cases.get(c.caseId)!);
      for (const { at } of f.records) {
        if (at?.utc === undefined) continue;
        const ms = Number(at.utc / 1_000_000n);
        if (ms < FIRST_TIME || ms > until) continue;
        g.first = Math.min(g.first, ms);
        g.last = Math.max(g.last, ms);
      }
    }
  }
  return [...out]
    .sort(([x], [y]) => byCodeUnit(x, y))
    .map(([, g]) => ({
      indicator: g.indicator,
      level: g.level,
      phones: g.phones.size,
      ...(g.first > g.last ? {} : { first: monthOf(g.first), last: monthOf(g.last) }),
    }));
}
