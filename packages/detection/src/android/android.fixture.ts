/** Records of a phone with Android for the tests of its rules, and what a rule makes of them. @module */
import assert from "node:assert/strict";
import { type ArtifactRecord, type Context, LANGS, type Moment, parseIso, say } from "@contraluz/core";
import { CONTEXT, ref } from "../detection.fixture.ts";
import type { Hit, Rule } from "../rule.ts";

/** Artifact (without `android/`), kind, fields, when. */
export type Row = readonly [artifact: string, kind: string, fields: ArtifactRecord["fields"], at?: string | undefined];

/** A moment of the phone's clock, with its zone known. */
export function when(iso: string): Moment {
  return { utc: parseIso(iso)!, seen: iso, zone: { name: "UTC", from: "device" }, precision: "s" };
}

/** What a rule finds. Every text of a hit is said in both languages and looked at. */
export function judge<F>(rule: Rule<F>, rows: readonly Row[], context: Partial<Context> = {}): Hit[] {
  const seen = new Set<string>();
  const facts = rows.flatMap(([name, kind, fields, at], i) => {
    const artifact = `android/${name}`;
    assert.ok(rule.needs.includes(artifact), `${rule.id} does not need ${artifact}`);
    const moment = at === undefined ? {} : { at: when(at) };
    const r = { kind, fields, observables: [], origin: ref(i).origin, ...moment };
    const fact = rule.fact(r, () => ref(i, moment.at, artifact), artifact);
    const once = fact === undefined ? undefined : rule.once?.(fact);
    if (fact === undefined || (once !== undefined && seen.has(once))) return [];
    if (once !== undefined) seen.add(once);
    return [structuredClone(fact)];
  });
  const hits = [...rule.judge(facts, { ...CONTEXT, ...context })];
  for (const hit of hits)
    for (const lang of LANGS)
      for (const part of ["title", "why", "otherwise", "next"] as const) {
        const text = say(rule.words[part], lang, hit.params!);
        assert.doesNotMatch(text, /undefined|NaN|\[object|\(\)| {2}/, `${rule.id} ${part}`);
        assert.match(text, part === "title" ? /^\S.*\S$/s : /[.?]$|: [0-9A-F:]+$/s, `${rule.id} ${part}: ${text}`);
      }
  return hits;
}

/** Subject and level of each. */
export function levels(rule: Rule<never> | { readonly level: string }, hits: readonly Hit[]): string[] {
  return hits.map((h) => `${h.level ?? rule.level} ${h.subject}`);
}

export const PLAY = "com.android.vending";
/** An app as the system lists it. */
export function app(name: string, fields: ArtifactRecord["fields"] = {}, at?: string): Row {
  return ["packages", "package", { app: name, installer: "", system: false, ...fields }, at];
}
