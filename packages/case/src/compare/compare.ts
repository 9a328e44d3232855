/** Two results of one phone, record by record. @module */
import type { AnyArtifact } from "@contraluz/artifacts";
import type { Cancel, Hasher, Result } from "@contraluz/core";
import type { StoredFolder } from "@contraluz/store";
import { compareArtifact } from "./artifact.ts";
import { compareFindings } from "./findings.ts";
import { sideOf, warningsOf } from "./sides.ts";
import type { ArtifactDifference, Comparison, Warning } from "./types.ts";

export interface CompareOptions {
  /** The catalogue: what names a record of each artifact. */
  readonly artifacts: readonly AnyArtifact[];
  readonly sha256: () => Hasher;
  /** Records of each sort and place that are shown; 100 if not given. All are counted. */
  readonly most?: number;
  /** Records held at once of each side, 40 bytes each; 1,500,000 if not given. */
  readonly atOnce?: number;
  readonly cancel?: Cancel;
}

export interface StoredResult {
  readonly folder: StoredFolder;
  readonly result: Result;
}

/** So many things that are named must be in both sides before their absence says that these are two phones. */
const ENOUGH = 20;

/** Not one thing that has a name of its own is in both. */
function nothingShared(all: readonly ArtifactDifference[], artifacts: readonly AnyArtifact[]): boolean {
  const named = all.flatMap((d) => {
    const key = artifacts.find((a) => a.id === d.artifact)?.key;
    return d.kinds.filter((k) => key && Object.hasOwn(key, k.kind) && k.before >= ENOUGH && k.after >= ENOUGH);
  });
  return named.length > 0 && named.every((k) => k.same + k.changed.total === 0);
}

/**
 * Compares two stored results, the older one first. Memory does not grow with what the records say; of every record some
 * numbers are held, in as many parts as are needed.
 * @example
 * const c = await compareResults({ folder: a, result: ra }, { folder: b, result: rb }, { artifacts: ARTIFACTS, sha256 });
 * c.artifacts.find((x) => x.artifact === "ios/sms")?.kinds[0]?.went.inside; // messages taken out of the middle
 */
export async function compareResults(
  before: StoredResult,
  after: StoredResult,
  o: CompareOptions,
): Promise<Comparison> {
  const how = {
    sha256: o.sha256,
    most: o.most ?? 100,
    atOnce: o.atOnce ?? 1_500_000,
    ...(o.cancel ? { cancel: o.cancel } : {}),
  };
  const artifacts: ArtifactDifference[] = [];
  for (const a of o.artifacts) {
    const d = await compareArtifact(before, after, a, how);
    if (d) artifacts.push(d);
  }
  const warnings: Warning[] = warningsOf(before.result, after.result);
  if (nothingShared(artifacts, o.artifacts)) warnings.unshift({ code: "nothing-shared" });
  return {
    schema: "contraluz/compare@1",
    before: sideOf(before.result),
    after: sideOf(after.result),
    warnings,
    verdict: { before: before.result.verdict.evidence, after: after.result.verdict.evidence },
    findings: compareFindings(before.result, after.result),
    artifacts,
  };
}
