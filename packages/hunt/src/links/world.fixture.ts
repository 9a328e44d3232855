/**
 * Sixty made-up phones with three planted campaigns, what all phones have, and near misses: people of one office, phones of one model, a
 * newsletter, a small app, a sign met years apart, a bought program, a sign that half of all have, a phone between two campaigns. All names are
 * of `.example`; all chance comes from one seed.
 */
import type { ArtifactRecord, Contact, Finding, Observable, ObservableType } from "@contraluz/core";
import {
  type CompiledIndicators,
  compileIndicators,
  createCollector,
  createMatcher,
  localContext,
  makeFindings,
  mergeCollected,
  readIndicators,
} from "@contraluz/detection";
import { sha256Text } from "@contraluz/engine/hash-text.ts";
import type { Place } from "../engine/types.ts";
import { keyTexts, storedKey } from "../keys/stored.ts";
import type { LabCase, LabCheck } from "../lab/types.ts";
import type { HuntReport } from "../run/types.ts";
import type { KeyRow, LinkSource, SharedKey, SourceRecord } from "./source.ts";

export const ASOF = "2026-06-01";
const DAY = 86_400_000;
const START = Date.UTC(2025, 0, 1);
const END = Date.UTC(2026, 4, 30);

/** Mulberry32: small, and the same everywhere. */
export function chance(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface WorldCase {
  readonly id: string;
  readonly records: readonly SourceRecord[];
}
export interface World {
  readonly cases: readonly WorldCase[];
  readonly labCases: readonly LabCase[];
  /** Ids of the cases of each planted campaign. */
  readonly campaigns: readonly (readonly string[])[];
  /** Values that nobody may read in what is published: they are no signs. */
  readonly secret: readonly string[];
  readonly signs: string;
  readonly stalkerware: string;
}

const ARTIFACT: Readonly<Partial<Record<Contact, string>>> = {
  visited: "ios/safari-history",
  received: "ios/sms",
  resolved: "ios/data-usage",
  ran: "ios/data-usage",
  installed: "android/packages",
};

class Phone {
  readonly records: SourceRecord[] = [];
  readonly #ordinals = new Map<string, number>();

  add(at: number | undefined, ...observables: readonly (readonly [ObservableType, string, Contact])[]): void {
    const artifact = ARTIFACT[observables[0]![2]] ?? "ios/manifest";
    const ordinal = this.#ordinals.get(artifact) ?? 0;
    this.#ordinals.set(artifact, ordinal + 1);
    const values: Observable[] = observables.map(([type, value, contact]) => ({ type, value, contact }));
    const moment =
      at === undefined ? {} : { at: { utc: BigInt(at) * 1_000_000n, seen: String(at), precision: "ms" as const } };
    const record: ArtifactRecord = {
      kind: "made-up",
      ...moment,
      fields: {},
      observables: values,
      origin: { file: 0, at: { line: ordinal + 1, offset: 0 } },
    };
    this.records.push({ row: this.records.length, artifact, ordinal, record });
  }
}

const hash = (text: string): string => sha256Text(text);

/** The phones; the same seed gives the same ones. */
export function world(seed = 7, phones = 60): World {
  const random = chance(seed);
  const pick = (n: number): number => Math.floor(random() * n);
  const when = (): number => START + pick((END - START) / DAY) * DAY + pick(DAY);
  const made = Array.from({ length: phones }, () => new Phone());
  for (const [i, p] of made.entries()) {
    // What all know, what many know, what one alone knows.
    for (let d = 0; d < 60; d++)
      if (random() < 0.7) p.add(when(), ["url", `https://www.popular${d}.example/${pick(50)}`, "visited"]);
    for (let n = 0; n < 120; n++)
      p.add(when(), ["domain", `site${Math.floor(3000 * random() ** 2)}.example`, "visited"]);
    for (let n = 0; n < 20; n++) p.add(when(), ["domain", `own${i}-${n}.example`, "visited"]);
    for (let n = 0; n < 6; n++) p.add(when(), ["url", `https://friend${pick(900)}.example/${pick(1e6)}`, "received"]);
    for (let n = 0; n < 30; n++)
      p.add(
        when(),
        ["process", `system${i % 4}-${n}`, "ran"],
        ["file-path", `/usr/libexec/system${i % 4}-${n}`, "ran"],
      );
    for (let n = 0; n < 15; n++) {
      const app = Math.floor(400 * random() ** 2);
      p.add(
        when(),
        ["app-id", `com.shop.app${app}`, "installed"],
        ["hash", hash(`app${app} v${pick(3)}`), "installed"],
      );
    }
    for (let n = 0; n < 5; n++) p.add(when(), ["ip", `192.168.1.${pick(20)}`, "resolved"]);
    for (let n = 0; n < 10; n++) p.add(when(), ["phone", `+52155${10_000_000 + pick(1e6)}`, "received"]);
  }
  // Numbers of phones in an order of chance: a campaign is no row of neighbours.
  const order = made.map((_, i) => i);
  for (let i = order.length - 1; i > 0; i--) {
    const j = pick(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  let next = 0;
  const take = (n: number): number[] => order.slice(next, (next += n));
  const near = (from: number, days: number): number => from + pick(days) * DAY + pick(DAY);

  // One: four hosts and an address of one operator; the list knows one host. Not every phone met that one.
  const one = take(6);
  const t1 = Date.UTC(2026, 2, 1);
  for (const [n, i] of one.entries()) {
    const p = made[i]!;
    if (n < 4) p.add(near(t1, 40), ["url", `https://cdn.known-one.example/${pick(1e6)}`, "received"]);
    for (const k of [n % 4, (n + 1) % 4, (n + 2) % 4])
      p.add(near(t1, 40), ["domain", `relay${k}.unknown-one.example`, "resolved"]);
    for (const k of [n % 4, (n + 1) % 4]) p.add(near(t1, 40), ["domain", `edge${k}-one.example`, "resolved"]);
    p.add(near(t1, 40), ["ip", "203.0.113.77", "resolved"]);
    p.add(
      near(t1, 40),
      ["hash", hash("dropper one"), "present"],
      ["file-path", "/private/var/tmp/.one/agent", "present"],
    );
  }
  // Two: two published hosts, met by some each; a process of the same program. Long ago.
  const two = take(5);
  const t2 = Date.UTC(2025, 3, 10);
  for (const [n, i] of two.entries()) {
    const p = made[i]!;
    if (n !== 4) p.add(near(t2, 30), ["domain", "a.known-two.example", "resolved"]);
    if (n !== 0) p.add(near(t2, 30), ["domain", "other-known-two.example", "resolved"]);
    p.add(near(t2, 30), ["process", "twodaemond", "ran"]);
  }
  // Three: nothing of it was ever published.
  const three = take(4);
  const t3 = Date.UTC(2026, 3, 5);
  for (const [n, i] of three.entries()) {
    const p = made[i]!;
    for (const k of [0, 1, 2])
      p.add(near(t3, 50), ["domain", `c${(n + k) % 4}.hidden${(n + k) % 4}-three.example`, "resolved"]);
    p.add(
      near(t3, 50),
      ["app-id", "com.update.three", "installed"],
      ["hash", hash("three"), "installed"],
      ["certificate", hash("signer three"), "installed"],
    );
    p.add(near(t3, 50), ["ip", "198.51.100.33", "resolved"]);
  }
  // Near misses. One office: sites, links, network, numbers.
  for (const i of take(4)) {
    const p = made[i]!;
    for (let n = 0; n < 30; n++) if (random() < 0.8) p.add(when(), ["domain", `office${n}.example`, "visited"]);
    for (let n = 0; n < 10; n++) p.add(when(), ["url", `https://ourgroup${n}.example/`, "received"]);
    for (let n = 0; n < 6; n++) p.add(when(), ["domain", `intranet${n}.office-net.example`, "resolved"]);
    p.add(when(), ["wifi", "02:00:00:00:0f:01", "listed"]);
    for (let n = 0; n < 12; n++) p.add(when(), ["phone", `+521557770${1000 + n}`, "received"]);
  }
  // One model of phone that nobody else has.
  for (const i of take(3))
    for (let n = 0; n < 90; n++) {
      made[i]!.add(when(), ["app-id", `com.maker.part${n}`, "installed"], ["hash", hash(`part ${n}`), "installed"]);
      made[i]!.add(when(), ["process", `makerd${n}`, "ran"]);
    }
  // A newsletter.
  for (const i of take(5))
    for (const d of ["bulletin-list.example", "bulletin-images.example"])
      made[i]!.add(when(), ["url", `https://${d}/${pick(1e6)}`, "received"]);
  // A small app of an association, for more than a year.
  for (const i of take(2))
    for (let m = 0; m < 16; m++)
      for (const d of ["api.smallapp.example", "push-smallapp.example", "img-smallapp.example"])
        made[i]!.add(START + m * 31 * DAY, ["domain", d, "resolved"], ["app-id", "org.small.app", "ran"]);
  // A published host, by two phones three years apart.
  const apart = take(2);
  made[apart[0]!]!.add(Date.UTC(2023, 1, 3), ["domain", "long-known.example", "received"]);
  made[apart[1]!]!.add(Date.UTC(2026, 1, 3), ["domain", "long-known.example", "received"]);
  // A program that anybody can buy.
  for (const i of take(3)) {
    made[i]!.add(when(), ["app-id", "com.bought.watcher", "installed"], ["certificate", hash("bought"), "installed"]);
    made[i]!.add(when(), ["domain", "panel.bought.example", "resolved"]);
  }
  // A sign that is wrong: more than half of all phones meet it.
  for (const p of made) if (random() < 0.65) p.add(when(), ["domain", "static.everywhere.example", "resolved"]);
  // A phone of the first campaign that also met one host of the second, in its time.
  made[one[0]!]!.add(near(t2, 30), ["domain", "a.known-two.example", "received"]);

  const cases = made.map((p, i) => ({ id: hash(`case ${seed} ${i}`).slice(0, 16), records: p.records }));
  const named = (ids: readonly number[]): string[] => ids.map((i) => cases[i]!.id).sort();
  return {
    cases: [...cases].sort((x, y) => (x.id < y.id ? -1 : 1)),
    labCases: cases.map((c) => labCase(c)).sort((x, y) => (x.id < y.id ? -1 : 1)),
    campaigns: [named(one), named(two), named(three)],
    secret: [
      "unknown-one",
      "edge0-one",
      "203.0.113.77",
      "/.one/",
      "hidden0",
      "com.update.three",
      "198.51.100.33",
      hash("three"),
      "office",
      "ourgroup",
      "5577",
      "own1-",
      "smallapp",
    ],
    signs: bundleOf([
      ["domain-name:value = 'known-one.example'", "Planted One"],
      ["domain-name:value = 'a.known-two.example'", "Planted Two"],
      ["domain-name:value = 'other-known-two.example'", "Planted Two"],
      ["process:name = 'twodaemond'", "Planted Two"],
      ["domain-name:value = 'long-known.example'", "Long Known"],
      ["domain-name:value = 'static.everywhere.example'", "Wrong Sign"],
    ]),
    stalkerware: `- name: Bought Watcher\n  type: stalkerware\n  packages:\n  - com.bought.watcher\n  certificates:\n  - ${hash("bought")}\n  c2:\n    domains:\n    - panel.bought.example\n`,
  };
}

function bundleOf(signs: readonly (readonly [string, string])[]): string {
  const id = (type: string, n: number): string =>
    `${type}--00000000-0000-4000-8000-${n.toString(16).padStart(12, "0")}`;
  const day = "2024-01-02T03:04:05.000Z";
  const objects = signs.flatMap(([pattern, name], i) => [
    {
      type: "indicator",
      spec_version: "2.1",
      id: id("indicator", i),
      created: day,
      modified: day,
      pattern: `[${pattern}]`,
      pattern_type: "stix",
      valid_from: day,
    },
    { type: "malware", spec_version: "2.1", id: id("malware", i), created: day, modified: day, name, is_family: true },
    {
      type: "relationship",
      spec_version: "2.1",
      id: id("relationship", i),
      created: day,
      modified: day,
      relationship_type: "indicates",
      source_ref: id("indicator", i),
      target_ref: id("malware", i),
    },
  ]);
  return JSON.stringify({ type: "bundle", id: id("bundle", 1), objects });
}

export const EVIDENCE = { acquisition: { kind: "ios-backup" } } as const;

function labCase({ id, records }: WorldCase): LabCase {
  const check: LabCheck = {
    check: "0001",
    resultSha256: hash(`result ${id}`),
    asOf: ASOF,
    until: "2026-05-30",
    evidence: [{ id: hash(`evidence ${id}`), ...EVIDENCE }],
    context: { asOf: ASOF, custody: [], known: [] },
    records: records.length,
    keys: 0,
    keysVersion: 2,
  };
  return { schema: "contraluz/lab-case@1", id, added: `${ASOF}T00:00:00Z`, checks: [check] };
}

async function* bytesOf(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** `name`: what the list is called; a public one is told of outside. */
export async function signsOf(
  w: Pick<World, "signs" | "stalkerware">,
  name = "planted.stix2",
): Promise<CompiledIndicators> {
  const none = (): void => {};
  return compileIndicators([
    readIndicators(bytesOf(w.signs), name, none),
    readIndicators(bytesOf(w.stalkerware), "ioc.yaml", none),
  ]);
}

/** What a hunt would report: every record of every case through the exact matcher. */
export function huntOf(w: Pick<World, "cases">, compiled: CompiledIndicators): HuntReport {
  const matcher = createMatcher(compiled);
  const cases = w.cases.flatMap(({ id, records }) => {
    const collector = createCollector(matcher, []);
    for (const r of records) collector.take(r.artifact, r.record, r.ordinal);
    const context = localContext({ asOf: ASOF, custody: [], known: [] }, [EVIDENCE.acquisition]);
    const merged = mergeCollected([collector.collected], []);
    const findings: Finding[] = makeFindings(merged, [], compiled.sets, context, sha256Text);
    return findings.length === 0 ? [] : [{ caseId: id, checkId: "0001", findings }];
  });
  return {
    schema: "contraluz/hunt@1",
    hunt: "0001",
    lab: "00112233aabbccdd",
    tool: { name: "contraluz", version: "0" },
    engine: { name: "memory", version: "0" },
    asOf: ASOF,
    signs: compiled.sets,
    signsSha256: compiled.sha256,
    keysVersion: 2,
    searched: w.cases.map((c) => ({ caseId: c.id, checkId: "0001" })),
    gaps: [],
    cases,
    candidates: 0,
    refused: 0,
  };
}

/** The world as a lab without an engine. */
export function memorySource(w: Pick<World, "cases">, keying: (h: bigint) => bigint = (h) => h): LinkSource {
  const table = new Map<bigint, Map<string, KeyRow & { readonly rows: number[] }>>();
  for (const { id, records } of w.cases)
    for (const { row, record } of records)
      for (const text of new Set(record.observables.flatMap((o) => keyTexts(o)))) {
        const h = keying(storedKey(text));
        const of = table.get(h) ?? new Map<string, KeyRow & { readonly rows: number[] }>();
        table.set(h, of);
        const at = record.at?.utc === undefined ? null : Number(record.at.utc / 1_000_000n);
        const before = of.get(id);
        const rows = before?.rows ?? [];
        rows.push(row);
        const first = before?.first ?? at;
        const last = before?.last ?? at;
        of.set(id, {
          ...{ caseId: id, checkId: "0001", h, letter: text[0]!, n: rows.length, rows },
          first: first === null || at === null ? first : Math.min(first, at),
          last: last === null || at === null ? last : Math.max(last, at),
        });
      }
  const sorted = [...table.keys()].sort((x, y) => (x < y ? -1 : 1));
  const byId = new Map(w.cases.map((c) => [c.id, c] as const));
  const ids = (of: ReadonlyMap<string, KeyRow>): string[] => [...of.keys()].sort();
  return {
    keying,
    async *shared(letters, most): AsyncGenerator<SharedKey> {
      for (const h of sorted) {
        const of = table.get(h)!;
        const { letter } = [...of.values()][0]!;
        if (letters.includes(letter) && of.size >= 2 && of.size <= most) yield { h, letter, cases: ids(of) };
      }
    },
    async *rows(keys): AsyncGenerator<KeyRow> {
      for (const h of keys) {
        const of = table.get(h);
        if (of) for (const id of ids(of)) yield of.get(id)!;
      }
    },
    async records(place: Place, rows) {
      return rows.map((r) => byId.get(place.caseId)!.records[r]!);
    },
  };
}
