/**
 * From the keys of a lab to the graph of its cases: which pairs share what is rare, read in the records of both, weighed, and put into groups.
 * @module
 */
import { byCodeUnit, parseIso } from "@contraluz/core";
import type { Place } from "../engine/types.ts";
import type { LabCase, LabCheck } from "../lab/types.ts";
import type { HuntReport } from "../run/types.ts";
import { campaignsOf } from "./campaigns.ts";
import { type Edge, edgeOf } from "./edges.ts";
import { type MetSign, signsMet } from "./met.ts";
import { type Pair, pairsOf } from "./pairs.ts";
import { readKeys } from "./read.ts";
import type { KeyRow, LinkSource } from "./source.ts";
import { CAMPAIGNS_SCHEMA, type CampaignReport } from "./types.ts";
import { CASES_LEAST, JOIN, signBits } from "./weights.ts";

const DAY = 86_400_000;

export interface LinkInput {
  readonly source: LinkSource;
  readonly lab: string;
  /** Cases whose checks can be searched, by id. */
  readonly cases: readonly Pick<LabCase, "id" | "checks">[];
  /** The hunt whose signs are used. */
  readonly hunt?: HuntReport;
  /** The day on which is said what is still active. */
  readonly asOf: string;
}

/** The last millisecond of a day, `2026-11-26`; of no day the end of all times. */
export function endOf(day: string): number {
  const ns = day === "" ? undefined : parseIso(day.slice(0, 10));
  return ns === undefined ? Number.MAX_SAFE_INTEGER : Number(ns / 1_000_000n) + DAY - 1;
}

/** Pairs of cases that hold the same evidence. */
function samePhones(cases: LinkInput["cases"]): Set<number> {
  const by = new Map<string, number[]>();
  for (const [i, c] of cases.entries())
    for (const id of new Set(c.checks.flatMap((k) => k.evidence.map((e) => e.id)))) {
      const list = by.get(id);
      if (list) list.push(i);
      else by.set(id, [i]);
    }
  const out = new Set<number>();
  for (const list of by.values())
    for (let i = 0; i < list.length; i++)
      for (let j = i + 1; j < list.length; j++) out.add(list[i]! * cases.length + list[j]!);
  return out;
}

/** For pairs, the keys of signs that both met and that weigh something. */
function signPairs(signs: readonly MetSign[], ids: readonly string[]): Map<number, bigint[]> {
  const index = new Map(ids.map((c, i) => [c, i] as const));
  const out = new Map<number, bigint[]>();
  for (const { indicator, cases, keys } of signs) {
    const { type, value, grade, role } = indicator;
    if (signBits({ type, value, grade, role, level: "match" }, ids.length, cases.size, 0) <= 0) continue;
    const at = [...cases.keys()].map((c) => index.get(c)!);
    for (let i = 0; i < at.length; i++)
      for (let j = i + 1; j < at.length; j++) {
        const pair = at[i]! * ids.length + at[j]!;
        const list = out.get(pair);
        if (list) list.push(...keys);
        else out.set(pair, [...keys]);
      }
  }
  return out;
}

function keysOf(pairs: readonly Pair[]): BigInt64Array {
  const all = new Set<bigint>();
  for (const p of pairs) {
    for (const list of p.keys.values()) for (const k of list) all.add(k.h);
    for (const h of p.signs) all.add(h);
  }
  return BigInt64Array.from(all).sort();
}

/** Rows of keys by case and key, of cases that pairs ask for. */
async function rowsBy(source: LinkSource, keys: BigInt64Array): Promise<Map<string, Map<bigint, KeyRow[]>>> {
  const out = new Map<string, Map<bigint, KeyRow[]>>();
  for await (const row of source.rows(keys)) {
    let of = out.get(row.caseId);
    if (!of) {
      of = new Map();
      out.set(row.caseId, of);
    }
    const list = of.get(row.h);
    if (list) list.push(row);
    else of.set(row.h, [row]);
  }
  return out;
}

/** By check, the keys that a pair of its case asks for. */
function wantedOf(
  pairs: readonly Pair[],
  ids: readonly string[],
  rows: ReadonlyMap<string, ReadonlyMap<bigint, readonly KeyRow[]>>,
): Map<string, { place: Place; keys: KeyRow[] }> {
  const asked = new Map<string, Set<bigint>>();
  for (const p of pairs)
    for (const i of [p.a, p.b]) {
      let set = asked.get(ids[i]!);
      if (!set) {
        set = new Set();
        asked.set(ids[i]!, set);
      }
      for (const list of p.keys.values()) for (const k of list) set.add(k.h);
      for (const h of p.signs) set.add(h);
    }
  const out = new Map<string, { place: Place; keys: KeyRow[] }>();
  for (const [caseId, keys] of asked)
    for (const h of keys)
      for (const row of rows.get(caseId)?.get(h) ?? []) {
        const name = `${row.caseId} ${row.checkId}`;
        const of = out.get(name);
        if (of) of.keys.push(row);
        else out.set(name, { place: { caseId: row.caseId, checkId: row.checkId }, keys: [row] });
      }
  return out;
}

/**
 * Links and groups of the cases of a lab. Throws what the source throws.
 * @example const report = await linkCases({ source, lab: head.id, cases, hunt, asOf: "2026-11-26" });
 */
export async function linkCases(o: LinkInput): Promise<CampaignReport> {
  const cases = [...o.cases].sort((x, y) => byCodeUnit(x.id, y.id));
  const ids = cases.map((c) => c.id);
  const checks = new Map<string, LabCheck>();
  for (const c of cases) for (const k of c.checks) checks.set(`${c.id} ${k.check}`, k);
  const untilOf = (caseId: string, checkId: string): number => endOf(checks.get(`${caseId} ${checkId}`)?.asOf ?? "");
  const signs = signsMet(o.hunt, new Set(ids), o.source.keying, untilOf);
  const same = samePhones(cases);
  const { pairs, left, many } = await pairsOf(o.source, ids, signPairs(signs, ids), same);
  const rows = await rowsBy(o.source, keysOf(pairs));
  const read = await readKeys(o.source, wantedOf(pairs, ids, rows), (p) => untilOf(p.caseId, p.checkId));
  const refused = new Set<bigint>();
  const edges: { readonly pair: Pair; readonly link: Edge["link"] }[] = [];
  for (const pair of pairs) {
    const edge = edgeOf({
      pair,
      cases: ids,
      signs,
      rowsOf: (c, h) => rows.get(c)?.get(h) ?? [],
      readOf: (c, h) => read.of.get(c)?.get(h),
    });
    for (const h of edge.refused) refused.add(h);
    if (edge.link.weight >= JOIN) edges.push({ pair, link: edge.link });
  }
  const until = cases.flatMap((c) => c.checks.map((k) => k.until || k.asOf)).reduce((x, y) => (x > y ? x : y), "");
  return {
    schema: CAMPAIGNS_SCHEMA,
    lab: o.lab,
    ...(o.hunt ? { hunt: o.hunt.hunt } : {}),
    asOf: o.asOf,
    cases: ids.length,
    until,
    ...campaignsOf(edges, ids, { asOf: o.asOf, until }),
    same: [...same].sort((x, y) => x - y).map((p) => [ids[Math.floor(p / ids.length)]!, ids[p % ids.length]!] as const),
    limits: { pairs: left, refused: refused.size, damaged: read.damaged.size, few: ids.length < CASES_LEAST, many },
  };
}
