/** Signs, records and rules for the tests of this room. @module */
import type {
  ArtifactRecord,
  Contact,
  Context,
  Indicator,
  IndicatorSet,
  Moment,
  Observable,
  RecordRef,
} from "@contraluz/core";
import type { Matching } from "./collector.ts";
import type { AnyRule, Rule } from "./rule.ts";

export const CONTEXT: Context = { asOf: "2024-06-01T00:00:00Z", custody: [], known: [] };

export const SETS: readonly IndicatorSet[] = ["uno", "dos"].map((name) => ({
  name,
  source: "",
  licence: "",
  date: "",
  sha256: "",
  count: 1,
}));

export function sign(more: Partial<Indicator> & { truncated?: true } = {}): Indicator {
  return {
    id: "s1",
    type: "domain",
    value: "evil.example",
    campaign: "Pegasus",
    set: 0,
    grade: "spyware",
    role: "server",
    ...more,
  };
}

/** Matches a value exactly. */
export function matching(...signs: readonly Indicator[]): Matching {
  return { match: (o) => signs.filter((s) => s.value === o.value) };
}

/** Seconds after 2024-05-06T00:00:00Z. */
export function moment(seconds: number): Moment {
  return { utc: (1_714_953_600n + BigInt(seconds)) * 1_000_000_000n, seen: String(seconds), precision: "s" };
}

export function record(
  observables: readonly Observable[],
  at?: Moment,
  more: Partial<ArtifactRecord> = {},
): ArtifactRecord {
  return {
    kind: "x",
    ...(at ? { at } : {}),
    fields: {},
    observables,
    origin: { file: 0, at: { table: "t", row: 1 } },
    ...more,
  };
}

export const met = (contact: Contact, value = "evil.example", type: Observable["type"] = "domain"): Observable => ({
  type,
  value,
  contact,
});

export function ref(ordinal: number, at?: Moment, artifact = "ios/x"): RecordRef {
  return { artifact, ordinal, origin: { file: 0, at: { table: "t", row: ordinal } }, ...(at ? { at } : {}) };
}

const WORDS = { es: "Texto.", en: "Text." };
/** A rule that keeps the ordinal of each record of `ios/x` and finds each one. */
export function rule(more: Partial<Rule<number>> = {}): AnyRule {
  return {
    id: "test/rule",
    version: 1,
    level: "lead",
    words: { name: WORDS, title: WORDS, why: WORDS, otherwise: WORDS, next: WORDS },
    needs: ["ios/x"],
    baseRate: { fired: 0, samples: 1, what: "" },
    sources: ["x"],
    budget: 10,
    fact: (_, r) => r().ordinal,
    *judge(facts) {
      for (const f of facts) yield { subject: `n${f}`, records: [ref(f)] };
    },
    ...more,
  } satisfies Rule<number>;
}
