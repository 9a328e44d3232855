/** What named people decided about findings, and what then stands. A decision is told with its name; it never removes a finding from the result. @module */
import { type Finding, LEVELS, type Result, type Verdict } from "@contraluz/core";

/** As an entry of a case's log holds it (`review`). */
export interface ReviewDecision {
  /** `Finding.id` */
  readonly finding: string;
  readonly decision: "confirm" | "dismiss" | "ask";
  readonly why: string;
  readonly reviewer: { readonly name: string; readonly role: string };
}

/** Levels that make a verdict. */
const WEIGHED: readonly string[] = ["match", "targeted", "lead"];

/** The last decision about each finding of the result: later ones count. */
export function decided(
  result: Pick<Result, "findings">,
  reviews: readonly ReviewDecision[],
): ReadonlyMap<string, ReviewDecision> {
  const ids = new Set(result.findings.map((f) => f.id));
  return new Map(reviews.filter((r) => ids.has(r.finding)).map((r) => [r.finding, r]));
}

/** What of the result stands when those that somebody dismissed are set apart: never more than the result itself says. */
export function standing(result: Result, decisions: ReadonlyMap<string, ReviewDecision>): Result {
  const findings = result.findings.filter((f) => decisions.get(f.id)?.decision !== "dismiss");
  if (findings.length === result.findings.length) return result;
  if (!WEIGHED.includes(result.verdict.evidence)) return { ...result, findings };
  const left = LEVELS.find((l) => WEIGHED.includes(l) && findings.some((f) => f.level === l));
  const evidence = (left ?? "none-found") as Verdict["evidence"];
  return { ...result, findings, verdict: { ...result.verdict, evidence } };
}

/** Decisions of one kind about weighed findings, by who made them, in the order of the findings. */
export function byReviewer(
  findings: readonly Finding[],
  decisions: ReadonlyMap<string, ReviewDecision>,
  decision: ReviewDecision["decision"],
): readonly { readonly who: ReviewDecision["reviewer"]; readonly n: number }[] {
  const found = new Map<string, { who: ReviewDecision["reviewer"]; n: number }>();
  for (const f of findings) {
    const d = decisions.get(f.id);
    if (d?.decision !== decision || f.level === "info") continue;
    const key = JSON.stringify([d.reviewer.name, d.reviewer.role]);
    const one = found.get(key);
    if (one) one.n += 1;
    else found.set(key, { who: d.reviewer, n: 1 });
  }
  return [...found.values()];
}
