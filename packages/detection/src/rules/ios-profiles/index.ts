/**
 * H13: configuration profiles. Only the person can tell: each one asks, until it is named with `known`.
 * @module
 */
import type { Json, RecordRef } from "@contraluz/core";
import type { Rule } from "../../rule.ts";
import { NOT_SAID, PAYLOADS, words } from "./words.ts";

interface Profile {
  readonly uuid: string;
  readonly name: string;
  readonly identifier: string;
  readonly organization: string;
  readonly payloads: readonly string[];
  readonly ref: RecordRef;
}

const string = (v: unknown): string => (typeof v === "string" ? v : "");

function what(payloads: readonly string[], lang: "es" | "en"): string {
  const known = new Set<string>();
  for (const p of payloads) known.add((PAYLOADS[p]?.[lang] as string | undefined) ?? p);
  return known.size === 0 ? NOT_SAID[lang] : [...known].join(", ");
}

export const profiles: Rule<Profile> = {
  id: "ios/profiles",
  version: 1,
  level: "ask",
  words,
  needs: ["ios/configuration-profiles"],
  baseRate: {
    fired: 0,
    samples: 1,
    what: "MVT's test backup (no profiles installed); expected to ask on managed phones",
  },
  sources: [
    "Apple Configuration Profile Reference",
    "Citizen Lab, Pegasus vs. Predator, 2021 (a profile kept Predator alive)",
  ],
  budget: 1000,
  fact(r, ref) {
    if (r.kind !== "profile") return undefined;
    const list = r.fields.payloads as Json | undefined;
    return {
      uuid: string(r.fields.uuid),
      name: string(r.fields.name),
      identifier: string(r.fields.identifier),
      organization: string(r.fields.organization),
      payloads: Array.isArray(list) ? list.filter((x): x is string => typeof x === "string") : [],
      ref: ref(),
    };
  },
  *judge(facts, context) {
    const known = new Set(context.known.map((k) => k.toLowerCase()));
    const groups = new Map<string, Profile & { records: RecordRef[] }>();
    for (const f of facts) {
      if ([f.uuid, f.name, f.identifier].some((v) => v !== "" && known.has(v.toLowerCase()))) continue;
      const subject = f.uuid || f.identifier || f.name || "?";
      const of = groups.get(subject);
      if (of) of.records.push(f.ref);
      else groups.set(subject, { ...f, records: [f.ref] });
    }
    for (const [subject, g] of groups) {
      yield {
        subject,
        params: {
          name: g.name || g.identifier || subject,
          organization: g.organization || "—",
          what_es: what(g.payloads, "es"),
          what_en: what(g.payloads, "en"),
        },
        records: g.records,
      };
    }
  },
};
