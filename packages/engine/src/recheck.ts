/** A re-check: new signs and a new context against stored records. No evidence is needed. @module */
import type { Context, Result } from "@contraluz/core";
import {
  type CompiledIndicators,
  createCollector,
  createMatcher,
  makeApplicability,
  makeFindings,
  makeVerdict,
  mergeCollected,
} from "@contraluz/detection";
import { readRecords, readResult, type StoredFolder } from "@contraluz/store";
import { CATALOGUE, type Catalogue, catalogueText } from "./catalogue.ts";
import { observedTypes } from "./coverage.ts";
import { sha256Text } from "./hash-text.ts";

export interface RecheckOptions {
  readonly compiled: CompiledIndicators;
  readonly version: string;
  readonly catalogue?: Catalogue;
  /** Replaces the stored one where given. */
  readonly context?: Partial<Context>;
  readonly cancel?: { readonly aborted: boolean };
}

/** The stored result with findings, verdict and applicability made anew. Coverage, files and records stay as they were. */
export async function recheck(folder: StoredFolder, o: RecheckOptions): Promise<Result> {
  const stored = await readResult(folder);
  const catalogue = o.catalogue ?? CATALOGUE;
  const context: Context = { ...stored.context, ...o.context };
  const rules = catalogue.rules.filter((r) => r.needs.some((id) => id in stored.records));
  const active = rules.filter((r) => !r.gate?.(stored.acquisition));
  const matcher = createMatcher(o.compiled);
  const parts = [];
  for (const artifact of catalogue.artifacts) {
    const collector = createCollector(matcher, active);
    for await (const { first, records } of readRecords(folder, stored, artifact.id)) {
      for (const [i, r] of records.entries()) collector.take(artifact.id, r, first + i);
    }
    parts.push(collector.collected);
  }
  const collected = mergeCollected(parts, active);
  const findings = makeFindings(collected, active, o.compiled.sets, context, sha256Text);
  const observed = observedTypes(catalogue.artifacts, stored.coverage);
  return {
    ...stored,
    tool: { name: "contraluz", version: o.version, catalogue: sha256Text(catalogueText(catalogue)) },
    asOf: context.asOf,
    context,
    indicators: o.compiled.sets,
    verdict: makeVerdict(findings, stored.coverage, [
      ...rules.filter((r) => !active.includes(r)).map((r) => ({ id: r.id, state: "rule-gated" as const })),
      ...[...collected.spent].map((id) => ({ id, state: "rule-partly" as const })),
    ]),
    applicability: makeApplicability(o.compiled.counts, observed),
    findings,
  };
}
