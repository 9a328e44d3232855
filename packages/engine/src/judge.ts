/** From what was gathered to the answer: the same for a check and for a re-check. @module */
import {
  type Acquisition,
  byCodeUnit,
  type Context,
  type Coverage,
  type EvidenceEntry,
  type Problem,
  type Result,
} from "@contraluz/core";
import {
  type AnyRule,
  type Collected,
  type CompiledIndicators,
  localContext,
  makeApplicability,
  makeFindings,
  makeVerdict,
  mergeCollected,
  type RuleState,
} from "@contraluz/detection";
import type { Catalogue } from "./catalogue.ts";
import { observed } from "./coverage.ts";
import { sha256Text } from "./hash-text.ts";

/** What the records of one artifact in one evidence came to. */
export interface Part {
  readonly artifact: string;
  readonly evidence: number;
  readonly collected: Collected;
}

/** Problems that judging itself reports: a re-check makes them anew. */
const OWN: ReadonlySet<Problem["code"]> = new Set(["rule-budget", "rule-failed", "findings-limit"]);

export function withoutJudging(problems: readonly Problem[]): Problem[] {
  return problems.filter((p) => !OWN.has(p.code));
}

/** Rules that weigh one evidence, and those that say nothing about it. `read`: artifacts that may be read there. */
export function rulesFor(
  rules: readonly AnyRule[],
  acquisition: Acquisition,
  read: (artifact: string) => boolean,
): { readonly active: readonly AnyRule[]; readonly gated: readonly AnyRule[] } {
  const needed = rules.filter((r) => r.needs.some(read));
  const active = needed.filter((r) => !r.gate?.(acquisition));
  return { active, gated: needed.filter((r) => !active.includes(r)) };
}

export interface JudgeInput {
  readonly catalogue: Catalogue;
  readonly compiled: CompiledIndicators;
  readonly evidence: readonly EvidenceEntry[];
  readonly coverage: readonly Coverage[];
  readonly context: Context;
  /** In any order. */
  readonly parts: readonly Part[];
}

export interface Judged extends Pick<Result, "verdict" | "applicability" | "findings"> {
  readonly problems: readonly Problem[];
}

/** Facts and hits in the order of the catalogue, of the evidence, of the records: whoever gathered them first. */
export function judge(o: JudgeInput): Judged {
  const { catalogue, coverage, compiled } = o;
  const asked = new Set(
    coverage.filter((c) => c.state !== "not-asked" && c.state !== "not-consented").map((c) => c.artifact),
  );
  const active = new Set<AnyRule>();
  const gated = new Set<AnyRule>();
  for (const { acquisition } of o.evidence) {
    const of = rulesFor(catalogue.rules, acquisition, (id) => asked.has(id) && inKind(catalogue, id, acquisition));
    for (const r of of.active) active.add(r);
    for (const r of of.gated) gated.add(r);
  }
  const rules = catalogue.rules.filter((r) => active.has(r));
  const rank = new Map(catalogue.artifacts.map((a, i): [string, number] => [a.id, i]));
  const place = (p: Part): number => rank.get(p.artifact) ?? catalogue.artifacts.length;
  const parts = [...o.parts].sort(
    (a, b) => place(a) - place(b) || byCodeUnit(a.artifact, b.artifact) || a.evidence - b.evidence,
  );
  const collected = mergeCollected(
    parts.map((p) => p.collected),
    rules,
  );
  // Before the states: a rule may fail while it judges.
  const context = localContext(
    o.context,
    o.evidence.map((e) => e.acquisition),
  );
  const findings = makeFindings(collected, rules, compiled.sets, context, sha256Text);
  const states: RuleState[] = [];
  const problems: Problem[] = [];
  for (const r of catalogue.rules) {
    if (collected.spent.has(r.id)) problems.push({ code: "rule-budget", found: r.id, lost: "nothing" });
    if (collected.failed.has(r.id)) problems.push({ code: "rule-failed", found: r.id, lost: "nothing" });
    if (collected.spent.has(r.id) || collected.failed.has(r.id)) states.push({ id: r.id, state: "rule-partly" });
    else if (gated.has(r) && !active.has(r)) states.push({ id: r.id, state: "rule-gated" });
  }
  if (collected.lost > 0) problems.push({ code: "findings-limit", found: String(collected.lost), lost: "nothing" });
  return {
    verdict: makeVerdict(findings, coverage, states),
    applicability: makeApplicability(compiled.counts, observed(catalogue.artifacts, coverage)),
    findings,
    problems,
  };
}

/** True if evidence of that kind can hold the artifact. */
export function inKind(catalogue: Catalogue, artifact: string, acquisition: Acquisition): boolean {
  const a = catalogue.artifacts.find((x) => x.id === artifact);
  return a !== undefined && acquisition.kind in a.where;
}
