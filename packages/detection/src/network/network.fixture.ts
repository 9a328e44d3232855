/** Records of a capture for the tests of its rules, and what a rule makes of them. @module */
import assert from "node:assert/strict";
import { type ArtifactRecord, LANGS, say } from "@contraluz/core";
import { CONTEXT, moment, ref } from "../detection.fixture.ts";
import type { Hit, Rule } from "../rule.ts";

/** Artifact (without `network/`), kind, fields, second. */
export type Row = readonly [artifact: string, kind: string, fields: ArtifactRecord["fields"], at?: number];

/** What a rule finds. Every text of a hit is said in both languages and looked at. */
export function judge<F>(rule: Rule<F>, rows: readonly Row[]): Hit[] {
  const seen = new Set<string>();
  const facts = rows.flatMap(([name, kind, fields, at = 0], i) => {
    const artifact = `network/${name}`;
    assert.ok(rule.needs.includes(artifact), `${rule.id} does not need ${artifact}`);
    const r = { kind, fields, observables: [], origin: ref(i).origin, at: moment(at) };
    const fact = rule.fact(r, () => ref(i, r.at, artifact), artifact);
    const once = fact === undefined ? undefined : rule.once?.(fact);
    if (fact === undefined || (once !== undefined && seen.has(once))) return [];
    if (once !== undefined) seen.add(once);
    return [structuredClone(fact)];
  });
  const hits = [...rule.judge(facts, CONTEXT)];
  for (const hit of hits)
    for (const lang of LANGS)
      for (const part of ["title", "why", "otherwise", "next"] as const) {
        const text = say(rule.words[part], lang, { ...hit.params!, subject: hit.subject });
        assert.doesNotMatch(text, /undefined|NaN|\[object|\(\)| {2}/, `${rule.id} ${part}: ${text}`);
        assert.match(text, part === "title" ? /^\S.*\S$/s : /[.?]$/s, `${rule.id} ${part}: ${text}`);
        for (const sentence of text.split(/[.:;] /))
          assert.ok(sentence.split(" ").length <= 27, `${sentence.split(" ").length} words: ${sentence}`);
      }
  return hits;
}

/** Level and subject of each. */
export const levels = (rule: { readonly level: string }, hits: readonly Hit[]): string[] =>
  hits.map((h) => `${h.level ?? rule.level} ${h.subject}`);

/** All calls of one phone to one server. */
export function called(fields: ArtifactRecord["fields"], at = 0): Row {
  const usual = { client: "192.168.1.20", servers: ["203.0.113.7"], port: 443, transport: "tcp", app: "tls" };
  const sums = { count: 1, up: 300, down: 900, longest: 1, longestUp: 300, longestDown: 900, visits: 1 };
  return ["connections", "destination", { ...usual, ...sums, name: "sitio.example", ...fields }, at];
}
