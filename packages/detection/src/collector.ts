/**
 * What a thread gathers while records pass: indicator hits and rule facts, both bounded. Plain data at the end, so that
 * it crosses threads; `mergeCollected` puts the parts of all threads into one order.
 * @module
 */
import type { ArtifactRecord, Contact, Indicator, Level, RecordRef } from "@contraluz/core";
import { levelOf } from "./levels.ts";
import type { AnyRule } from "./rule.ts";

/** What the collector needs of a matcher. */
export interface Matching {
  match(o: ArtifactRecord["observables"][number]): readonly Indicator[];
}

/** Records kept of one finding. */
export const MAX_RECORDS = 100;
/** Different indicators that one check reports. */
const MAX_HITS = 20_000;

export interface IndicatorHit {
  readonly indicators: Indicator[];
  level: Level;
  contact: Contact;
  seen: string;
  count: number;
  readonly records: RecordRef[];
}

export interface Collected {
  /** By type and value of the indicator. */
  readonly hits: Map<string, IndicatorHit>;
  /** By rule id, in record order. */
  readonly facts: Map<string, unknown[]>;
  /** Rules whose budget was spent. */
  readonly spent: Set<string>;
  lost: number;
}

const RANK: Readonly<Record<Level, number>> = { match: 0, targeted: 1, lead: 2, ask: 3, info: 4 };

/** True if `a` weighs more than `b`. */
export function outranks(a: Level, b: Level): boolean {
  return RANK[a] < RANK[b];
}

export function emptyCollected(): Collected {
  return { hits: new Map(), facts: new Map(), spent: new Set(), lost: 0 };
}

export interface Collector {
  readonly collected: Collected;
  /** Looks at one record. `ordinal` is its line in the artifact's file, from 0. */
  take(artifact: string, record: ArtifactRecord, ordinal: number): void;
}

export function createCollector(matcher: Matching, rules: readonly AnyRule[]): Collector {
  const collected = emptyCollected();
  const byArtifact = new Map<string, AnyRule[]>();
  const seen = new Map<AnyRule, Set<string>>();
  for (const rule of rules) {
    if (rule.once) seen.set(rule, new Set());
    for (const id of rule.needs) byArtifact.set(id, [...(byArtifact.get(id) ?? []), rule]);
  }

  function keep(rule: AnyRule, fact: unknown): void {
    const key = rule.once?.(fact);
    if (key !== undefined) {
      const keys = seen.get(rule)!;
      if (keys.has(key)) return;
      keys.add(key);
    }
    let list = collected.facts.get(rule.id);
    if (!list) collected.facts.set(rule.id, (list = []));
    if (list.length < rule.budget) list.push(fact);
    else collected.spent.add(rule.id);
  }

  function hit(indicator: Indicator, contact: Contact, value: string, ref: () => RecordRef): void {
    const level = levelOf(indicator, contact);
    if (!level) return;
    const key = `${indicator.type} ${indicator.value}`;
    let h = collected.hits.get(key);
    if (!h) {
      if (collected.hits.size >= MAX_HITS) {
        collected.lost++;
        return;
      }
      collected.hits.set(key, (h = { indicators: [], level, contact, seen: value, count: 0, records: [] }));
    }
    if (!h.indicators.some((i) => i.set === indicator.set && i.id === indicator.id)) h.indicators.push(indicator);
    if (outranks(level, h.level)) Object.assign(h, { level, contact, seen: value });
    const last = h.records[h.records.length - 1];
    const r = ref();
    if (last && last.artifact === r.artifact && last.ordinal === r.ordinal) return;
    h.count++;
    if (h.records.length < MAX_RECORDS) h.records.push(r);
  }

  return {
    collected,
    take(artifact, record, ordinal) {
      let made: RecordRef | undefined;
      const ref = (): RecordRef =>
        (made ??= { artifact, ordinal, origin: record.origin, ...(record.at ? { at: record.at } : {}) });
      for (const o of record.observables) {
        for (const i of matcher.match(o)) hit(i, o.contact, o.value, ref);
      }
      const rulesHere = byArtifact.get(artifact);
      if (!rulesHere) return;
      for (const rule of rulesHere) {
        const fact = rule.fact(record, ref, artifact);
        if (fact !== undefined) keep(rule, fact);
      }
    },
  };
}

/** Joins the parts of several threads, in the order given (catalogue order), within the same bounds. */
export function mergeCollected(parts: readonly Collected[], rules: readonly AnyRule[]): Collected {
  const all = emptyCollected();
  const once = new Map(rules.map((r) => [r, new Set<string>()]));
  for (const part of parts) {
    all.lost += part.lost;
    for (const id of part.spent) all.spent.add(id);
    for (const [key, h] of part.hits) {
      const of = all.hits.get(key);
      if (!of) {
        all.hits.set(key, { ...h, indicators: [...h.indicators], records: [...h.records] });
        continue;
      }
      for (const i of h.indicators)
        if (!of.indicators.some((x) => x.set === i.set && x.id === i.id)) of.indicators.push(i);
      if (outranks(h.level, of.level)) Object.assign(of, { level: h.level, contact: h.contact, seen: h.seen });
      of.count += h.count;
      of.records.push(...h.records.slice(0, MAX_RECORDS - of.records.length));
    }
    for (const rule of rules) {
      const more = part.facts.get(rule.id);
      if (!more) continue;
      let list = all.facts.get(rule.id);
      if (!list) all.facts.set(rule.id, (list = []));
      const keys = once.get(rule);
      for (const f of more) {
        const key = rule.once?.(f);
        if (key !== undefined && keys?.has(key)) continue;
        if (list.length >= rule.budget) {
          all.spent.add(rule.id);
          break;
        }
        if (key !== undefined) keys?.add(key);
        list.push(f);
      }
    }
  }
  return all;
}
