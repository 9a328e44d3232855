/** A re-check: new signs and a new context against stored records. No evidence is needed. @module */
import { type Context, ContraluzError, type Problem, type Result } from "@contraluz/core";
import { type Collector, type CompiledIndicators, createCollector, createMatcher } from "@contraluz/detection";
import { readRecords, readResult, type StoredFolder } from "@contraluz/store";
import { CATALOGUE, type Catalogue, catalogueText } from "./catalogue.ts";
import { sha256Text } from "./hash-text.ts";
import { inKind, judge, type Part, rulesFor, withoutJudging } from "./judge.ts";

export interface RecheckOptions {
  readonly compiled: CompiledIndicators;
  readonly version: string;
  readonly catalogue?: Catalogue;
  /** Replaces the stored one where given. */
  readonly context?: Partial<Context>;
  readonly cancel?: { readonly aborted: boolean };
}

/** What reading files of signs reports. */
const SIGNS: ReadonlySet<Problem["code"]> = new Set([
  "indicator-file",
  "indicator-value",
  "stix-object",
  "stix-pattern",
  "json-damaged",
  "json-limit",
]);

/** Problems of the evidence: those of the old signs went with them. The limit of a file of signs says how many were left out. */
function ofEvidence(problems: readonly Problem[]): Problem[] {
  return withoutJudging(problems).filter(
    (p) => !SIGNS.has(p.code) && !(p.code === "problems-limit" && p.found !== undefined),
  );
}

/**
 * The stored result with findings, verdict and applicability made anew, as a check with these signs and this context would
 * make them. Coverage, files and records stay as they were; problems with the old signs are left out.
 */
export async function recheck(folder: StoredFolder, o: RecheckOptions): Promise<Result> {
  const stored = await readResult(folder);
  const catalogue = o.catalogue ?? CATALOGUE;
  const context: Context = { ...stored.context, ...o.context };
  const matcher = createMatcher(o.compiled);
  const asked = new Set(
    stored.coverage.filter((c) => c.state !== "not-asked" && c.state !== "not-consented").map((c) => c.artifact),
  );
  const rules = stored.evidence.map(
    ({ acquisition }) =>
      rulesFor(catalogue.rules, acquisition, (id) => asked.has(id) && inKind(catalogue, id, acquisition)).active,
  );
  const parts: Part[] = [];
  for (const { id } of catalogue.artifacts) {
    const collectors = new Map<number, Collector>();
    for await (const { first, records } of readRecords(folder, stored, id)) {
      if (o.cancel?.aborted) throw new ContraluzError("cancelled", "cancelled");
      for (const [i, r] of records.entries()) {
        const evidence = stored.files[r.origin.file]?.evidence ?? 0;
        let collector = collectors.get(evidence);
        if (!collector) {
          collector = createCollector(matcher, rules[evidence] ?? []);
          collectors.set(evidence, collector);
          parts.push({ artifact: id, evidence, collected: collector.collected });
        }
        collector.take(id, r, first + i);
      }
    }
  }
  const { compiled } = o;
  const { coverage } = stored;
  const judged = judge({ catalogue, compiled, evidence: stored.evidence, coverage, context, parts });
  return {
    ...stored,
    tool: { name: "contraluz", version: o.version, catalogue: sha256Text(catalogueText(catalogue)) },
    asOf: context.asOf,
    context,
    indicators: compiled.sets,
    verdict: judged.verdict,
    applicability: judged.applicability,
    findings: judged.findings,
    problems: [...ofEvidence(stored.problems), ...judged.problems],
  };
}
