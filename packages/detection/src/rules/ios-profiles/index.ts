/**
 * H13: configuration profiles. Only the person can tell: each one asks, until it is named with `known`.
 *
 * Names in a profile are chosen by whoever made it. They go into the question on one line and cut, and a name that two
 * profiles share answers for neither: those must be named by their identifier.
 * @module
 */
import type { Json, Lang, RecordRef } from "@contraluz/core";
import { plain, some, string } from "../../plain.ts";
import type { Hit, Rule } from "../../rule.ts";
import { NOT_SAID, OTHER, PAYLOADS, words } from "./words.ts";

interface Profile {
  readonly uuid: string;
  readonly name: string;
  readonly identifier: string;
  readonly organization: string;
  readonly payloads: readonly string[];
  readonly servers: readonly string[];
  /** It says that it cannot be removed. */
  readonly locked: boolean;
  readonly ref: RecordRef;
}

/** Payload types and servers kept of one profile. */
const MAX_PARTS = 50;
/** Unknown payload types, servers and names that a sentence names. */
const NAMED = 3;
/** Questions of one check; a phone with more profiles gets one for all the rest. */
const MAX_QUESTIONS = 8;

const strings = (v: Json | undefined): string[] =>
  Array.isArray(v)
    ? v
        .filter((x): x is string => typeof x === "string")
        .slice(0, MAX_PARTS)
        .map((x) => x.slice(0, 200))
    : [];

/** What the payloads change: known ones in words, the first of the others by their type. */
function changes(payloads: readonly string[], lang: Lang): string {
  const known = new Set<string>();
  const others: string[] = [];
  for (const p of payloads) {
    const of = Object.hasOwn(PAYLOADS, p) ? PAYLOADS[p] : undefined;
    if (of) known.add(of[lang]);
    else if (/^[A-Za-z0-9._-]{1,80}$/.test(p) && others.length < NAMED) others.push(p);
    else known.add(OTHER[lang]);
  }
  const all = [...known, ...others];
  return all.length === 0 ? NOT_SAID[lang] : all.join(", ");
}

type Answer = "all" | "name" | undefined;

/** Whether what the person knows answers for this profile: by an identifier, by a name, or not at all. */
function answer(p: Profile, known: ReadonlySet<string>): Answer {
  const has = (v: string): boolean => v !== "" && known.has(v.toLowerCase());
  if (has(p.uuid) || has(p.identifier)) return "all";
  return has(p.name) || has(plain(p.name)) ? "name" : undefined;
}

type Group = Profile & { readonly records: RecordRef[] };

/** One question, about one profile or all that are left. */
function question(subject: string, of: readonly Group[]): Hit {
  const payloads = of.flatMap((g) => g.payloads);
  return {
    subject,
    params: {
      count: of.length,
      name:
        some(
          of.map((g) => g.name || g.identifier || subjectOf(g)),
          NAMED,
        ) || plain(subject),
      organization: some(
        of.map((g) => g.organization),
        NAMED,
      ),
      servers: some(
        of.flatMap((g) => g.servers),
        NAMED,
        60,
      ),
      locked: of.some((g) => g.locked) ? "yes" : "",
      what_es: changes(payloads, "es"),
      what_en: changes(payloads, "en"),
    },
    records: of.flatMap((g) => g.records),
  };
}

const subjectOf = (p: Profile): string => p.uuid || p.identifier || p.name || "?";

export const profiles: Rule<Profile> = {
  id: "ios/profiles",
  version: 2,
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
    return {
      uuid: string(r.fields.uuid),
      name: string(r.fields.name),
      identifier: string(r.fields.identifier),
      organization: string(r.fields.organization),
      payloads: strings(r.fields.payloads as Json | undefined),
      servers: strings(r.fields.servers as Json | undefined),
      locked: r.fields.removable === false,
      ref: ref(),
    };
  },
  *judge(facts, context) {
    const known = new Set(context.known.map((k) => k.toLowerCase()));
    const sameName = new Map<string, Set<string>>();
    const groups = new Map<string, Group>();
    for (const f of facts) {
      const name = plain(f.name).toLowerCase();
      sameName.set(name, (sameName.get(name) ?? new Set()).add(subjectOf(f)));
      const of = groups.get(subjectOf(f));
      if (of) of.records.push(f.ref);
      else groups.set(subjectOf(f), { ...f, records: [f.ref] });
    }
    const asked = [...groups].filter(([, g]) => {
      const by = answer(g, known);
      return by === undefined || (by === "name" && sameName.get(plain(g.name).toLowerCase())!.size > 1);
    });
    for (const [subject, g] of asked.slice(0, MAX_QUESTIONS)) yield question(subject, [g]);
    const rest = asked.slice(MAX_QUESTIONS).map(([, g]) => g);
    if (rest.length > 0) yield question("…", rest);
  },
};
