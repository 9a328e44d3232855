/**
 * What a thread gathers while records pass: indicator hits and rule facts, both bounded. Plain data at the end, so that
 * it crosses threads; `mergeCollected` puts the parts of all threads into one order.
 * @module
 */
import {
  type ArtifactRecord,
  byCodeUnit,
  type Contact,
  type Indicator,
  type Level,
  type Observable,
  type RecordRef,
} from "@contraluz/core";
import { isAndroidDaemon } from "./android/daemons.ts";
import { CONTACT_RANK, contactOf, isWhole, levelOf, outranks } from "./levels.ts";
import type { AnyRule } from "./rule.ts";

/** What the collector needs of a matcher. */
export interface Matching {
  /** `beside`: all that the same record shows. */
  match(o: ArtifactRecord["observables"][number], beside: ArtifactRecord["observables"]): readonly Indicator[];
}

/** Records kept of one finding. */
export const MAX_RECORDS = 100;
/** Different signs of one level that one check reports: many weak ones must not push out a strong one. */
const MAX_HITS = 20_000;

/** One way in which a sign met the device. */
export interface Meeting {
  readonly indicator: Indicator;
  readonly level: Level;
  readonly contact: Contact;
  /** The value as it was seen. */
  readonly seen: string;
  /** In a row that does not stand in its table any more. */
  readonly past?: true;
}

export interface IndicatorHit {
  /** All signs of this type and value, of every set. */
  readonly indicators: Indicator[];
  /** The strongest meeting; of equals the first. */
  top: Meeting;
  /** Each way once. */
  readonly contacts: Contact[];
  count: number;
  readonly records: RecordRef[];
  /** Of captures: the machines that met it, the first few. */
  readonly by: string[];
}

export interface Collected {
  /** By type and value of the indicator. */
  readonly hits: Map<string, IndicatorHit>;
  /** By rule id, in record order. */
  readonly facts: Map<string, unknown[]>;
  /** Rules whose budget was spent. */
  readonly spent: Set<string>;
  /** Rules that threw: a bug of ours, which costs that rule alone. */
  readonly failed: Set<string>;
  /** Meetings of signs for which there was no room. */
  lost: number;
}

export function emptyCollected(): Collected {
  return { hits: new Map(), facts: new Map(), spent: new Set(), failed: new Set(), lost: 0 };
}

export interface Collector {
  readonly collected: Collected;
  /** Looks at one record. `ordinal` is its line in the artifact's file, from 0. */
  take(artifact: string, record: ArtifactRecord, ordinal: number): void;
}

/** True if `a` says more than `b`: by level, then what stands before what was deleted, then by contact; then one fixed order of sets. */
function isStronger(a: Meeting, b: Meeting): boolean {
  if (a.level !== b.level) return outranks(a.level, b.level);
  if (a.past !== b.past) return b.past === true;
  if (a.contact !== b.contact) return CONTACT_RANK[a.contact] < CONTACT_RANK[b.contact];
  return (
    a.indicator.set - b.indicator.set < 0 ||
    (a.indicator.set === b.indicator.set && byCodeUnit(a.indicator.id, b.indicator.id) < 0)
  );
}

/** A sign that its publisher gave no id has that of its value: two families of one list that share it differ by name alone. */
function sameSign(a: Indicator, b: Indicator): boolean {
  return a.set === b.set && a.id === b.id && a.campaign === b.campaign;
}

/** Machines of one hit that are named. */
const MAX_BY = 4;

function meetBy(h: IndicatorHit, client: unknown): void {
  if (typeof client === "string" && client !== "" && h.by.length < MAX_BY && !h.by.includes(client)) h.by.push(client);
}

/** Gathers hits within their bounds, from records or from other threads. */
class Hits {
  readonly #collected: Collected;
  readonly #made = new Map<Level, number>();

  constructor(collected: Collected) {
    this.#collected = collected;
  }

  /** The hit that the meeting belongs to, made if there is room. */
  of(meeting: Meeting, weight: number): IndicatorHit | undefined {
    const { hits } = this.#collected;
    const key = `${meeting.indicator.type} ${meeting.indicator.value}`;
    const known = hits.get(key);
    if (known) return known;
    const made = this.#made.get(meeting.level) ?? 0;
    if (made >= MAX_HITS) {
      this.#collected.lost += weight;
      return undefined;
    }
    this.#made.set(meeting.level, made + 1);
    const hit: IndicatorHit = { indicators: [], top: meeting, contacts: [], count: 0, records: [], by: [] };
    hits.set(key, hit);
    return hit;
  }

  static note(h: IndicatorHit, meeting: Meeting, indicators: readonly Indicator[], contacts: readonly Contact[]): void {
    if (isStronger(meeting, h.top)) h.top = meeting;
    for (const i of indicators) if (!h.indicators.some((x) => sameSign(x, i))) h.indicators.push(i);
    for (const c of contacts) if (!h.contacts.includes(c)) h.contacts.push(c);
  }
}

/** Keeps facts of one rule within its budget, each key of `once` once. */
class Facts {
  readonly #rule: AnyRule;
  readonly #collected: Collected;
  readonly #keys = new Set<string>();

  constructor(rule: AnyRule, collected: Collected) {
    this.#rule = rule;
    this.#collected = collected;
  }

  add(fact: unknown): void {
    const { id, budget, once } = this.#rule;
    const { facts, spent } = this.#collected;
    const key = once?.(fact);
    if (key !== undefined && this.#keys.has(key)) return;
    let list = facts.get(id);
    if (!list) facts.set(id, (list = []));
    if (list.length >= budget) {
      spent.add(id);
      return;
    }
    if (key !== undefined) this.#keys.add(key);
    list.push(fact);
  }
}

interface RuleFacts {
  readonly rule: AnyRule;
  readonly facts: Facts;
}
const NO_RULES: readonly RuleFacts[] = [];

export function createCollector(matcher: Matching, rules: readonly AnyRule[]): Collector {
  const collected = emptyCollected();
  const hits = new Hits(collected);
  const byArtifact = new Map<string, RuleFacts[]>();
  for (const rule of rules) {
    const facts = new Facts(rule, collected);
    for (const id of rule.needs) byArtifact.set(id, [...(byArtifact.get(id) ?? []), { rule, facts }]);
  }

  /** `counted`: hits of this record so far, since one record may meet a sign in several values. */
  function hit(meeting: Meeting, ref: () => RecordRef, counted: Set<IndicatorHit>): void {
    const h = hits.of(meeting, 1);
    if (!h) return;
    Hits.note(h, meeting, [meeting.indicator], [meeting.contact]);
    if (counted.has(h)) return;
    counted.add(h);
    h.count++;
    if (h.records.length < MAX_RECORDS) h.records.push(ref());
    if (artifact.startsWith("network/")) meetBy(h, record.fields.client);
  }

  /** The record at hand, and its pointer once somebody asked for it: a closure for each record would be most of the garbage. */
  let artifact = "";
  let record: ArtifactRecord;
  let ordinal = 0;
  let made: RecordRef | undefined;
  const ref = (): RecordRef =>
    (made ??= { artifact, ordinal, origin: record.origin, ...(record.at ? { at: record.at } : {}) });

  function meet(o: Observable, counted: Set<IndicatorHit> | undefined): Set<IndicatorHit> | undefined {
    let of = counted;
    if (o.type === "process" && artifact.startsWith("android/") && isAndroidDaemon(o.value)) return of;
    for (const indicator of matcher.match(o, record.observables)) {
      const contact = contactOf(o.contact, record.origin);
      const level = levelOf(indicator, contact);
      const past = record.state ? { past: true as const } : {};
      if (level) hit({ indicator, level, contact, seen: o.value, ...past }, ref, (of ??= new Set()));
    }
    return of;
  }

  return {
    collected,
    take(id, r, number) {
      artifact = id;
      record = r;
      ordinal = number;
      made = undefined;
      let counted: Set<IndicatorHit> | undefined;
      const { observables } = r;
      for (let i = 0; i < observables.length; i++) counted = meet(observables[i]!, counted);
      const rulesOf = byArtifact.get(id) ?? NO_RULES;
      for (let i = 0; i < rulesOf.length; i++) {
        const { rule, facts } = rulesOf[i]!;
        if (r.state && !(rule.deleted && isWhole(r.origin))) continue;
        try {
          const fact = rule.fact(r, ref, id);
          if (fact !== undefined) facts.add(fact);
        } catch {
          collected.failed.add(rule.id);
        }
      }
    },
  };
}

/** Joins the parts of several threads, in the order given (catalogue order), within the same bounds. */
export function mergeCollected(parts: readonly Collected[], rules: readonly AnyRule[]): Collected {
  const all = emptyCollected();
  const hits = new Hits(all);
  for (const part of parts) {
    all.lost += part.lost;
    for (const id of part.spent) all.spent.add(id);
    for (const id of part.failed) all.failed.add(id);
    for (const h of part.hits.values()) {
      const of = hits.of(h.top, h.count);
      if (!of) continue;
      Hits.note(of, h.top, h.indicators, h.contacts);
      of.count += h.count;
      of.records.push(...h.records.slice(0, MAX_RECORDS - of.records.length));
      for (const client of h.by) meetBy(of, client);
    }
  }
  for (const rule of rules) {
    const facts = new Facts(rule, all);
    for (const part of parts) for (const f of part.facts.get(rule.id) ?? []) facts.add(f);
  }
  return all;
}
