/** Coverage: what each artifact that this evidence could hold came to. @module */
import type { AnyArtifact } from "@contraluz/artifacts";
import type { Coverage, ReadState, Scope } from "@contraluz/core";
import { type Observed, SECOND_HAND } from "@contraluz/detection";
import type { FileOutcome } from "./lane.ts";
import type { ArtifactStats } from "./output.ts";

export interface CoverageInput {
  readonly artifacts: readonly AnyArtifact[];
  readonly kinds: ReadonlySet<string>;
  readonly scope: Scope;
  readonly asked: (id: string) => boolean;
  readonly outcomes: readonly FileOutcome[];
  readonly stats: ReadonlyMap<string, ArtifactStats>;
}

function stateOf(a: AnyArtifact, input: CoverageInput, outcomes: readonly FileOutcome[]): ReadState {
  if (![...input.kinds].some((k) => k in a.where)) return "not-in-this-kind";
  if (!consented(a.id, input.scope)) return "not-consented";
  if (!input.asked(a.id)) return "not-asked";
  if (outcomes.length === 0) return "absent";
  if (outcomes.every((o) => o.state === "unreadable")) return "unreadable";
  return outcomes.every((o) => o.state === "read") ? "read" : "partly";
}

/** True if the Scope allows this artifact to be read. */
export function consented(id: string, scope: Scope): boolean {
  return scope.artifacts === "all" || scope.artifacts.includes(id);
}

/** In catalogue order; artifacts that this kind of evidence cannot hold are left out. */
export function makeCoverage(input: CoverageInput): Coverage[] {
  const out: Coverage[] = [];
  for (const a of input.artifacts) {
    const outcomes = input.outcomes.filter((o) => o.artifacts.includes(a.id));
    const state = stateOf(a, input, outcomes);
    if (state === "not-in-this-kind") continue;
    const s = input.stats.get(a.id);
    out.push({
      artifact: a.id,
      state,
      records: s?.records ?? 0,
      undated: s?.undated ?? 0,
      deleted: s?.deleted ?? 0,
      ...(s?.from ? { from: s.from } : {}),
      ...(s?.to ? { to: s.to } : {}),
      problems: outcomes.reduce((n, o) => n + o.problems, 0),
      ...(a.secondHand ? { reason: SECOND_HAND } : {}),
    });
  }
  return out;
}

/** What indicators could meet in what was read, and how. */
export function observed(artifacts: readonly AnyArtifact[], coverage: readonly Coverage[]): Observed[] {
  const read = new Set(coverage.filter((c) => c.state === "read" || c.state === "partly").map((c) => c.artifact));
  return artifacts.filter((a) => read.has(a.id)).flatMap((a) => a.observes);
}
