/** Messages and cells of a mobile network for the tests of rules. @module */
import assert from "node:assert/strict";
import { type ArtifactRecord, LANGS, type Moment, say } from "@contraluz/core";
import { CONTEXT, ref } from "../detection.fixture.ts";
import type { Hit, Rule } from "../rule.ts";

export type Row = readonly [kind: string, fields: ArtifactRecord["fields"], seconds?: number, file?: number];

const START = 1_772_000_000;

export const at = (seconds: number): Moment => ({
  utc: BigInt(START + seconds) * 1_000_000_000n,
  seen: String(seconds),
  precision: "s",
});

const CELL = { pci: 160, earfcn: 850 };
const HERE = { generation: "4g", ...CELL };

/** A message of the network, or (`up`) of the phone. */
export const down = (type: string, seconds: number, more: ArtifactRecord["fields"] = {}): Row => [
  "message",
  { ...HERE, type, direction: "down", ...more },
  seconds,
];
export const up = (type: string, seconds: number, more: ArtifactRecord["fields"] = {}): Row => [
  "message",
  { ...HERE, type, direction: "up", ...more },
  seconds,
];

/** A cell that was heard from one second to another. */
export const cell = (first: number, last: number, more: ArtifactRecord["fields"] = {}): Row => [
  "cell",
  { ...HERE, networks: ["334-020"], tac: 1, cell: 2, count: 9, announced: 3, blocks: [], last: at(last), ...more },
  first,
];

/** What a rule finds: level and subject of each. Every text is said in both languages. */
export function judge<F>(rule: Rule<F>, rows: readonly Row[]): { readonly said: string[]; readonly hits: Hit[] } {
  const artifact = rule.needs[0]!;
  const facts = rows.flatMap(([kind, fields, seconds, file = 0], i) => {
    const moment = seconds === undefined ? {} : { at: at(seconds) };
    const r: ArtifactRecord = {
      kind,
      fields,
      observables: [],
      origin: { file, at: { packet: i, offset: i } },
      ...moment,
    };
    const fact = rule.fact(r, () => ref(i, moment.at, artifact), artifact);
    return fact === undefined ? [] : [structuredClone(fact)];
  });
  const hits = [...rule.judge(facts, CONTEXT)];
  for (const h of hits) {
    assert.ok(h.records.length > 0);
    for (const part of ["title", "why", "otherwise", "next"] as const)
      for (const lang of LANGS) assert.doesNotMatch(say(rule.words[part], lang, h.params ?? {}), /undefined|NaN|\$\{/);
  }
  return { said: hits.map((h) => `${h.level ?? rule.level} ${h.subject}`), hits };
}
