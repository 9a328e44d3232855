/** Findings of two results: what came, what went, and why where the results say it. @module */
import type { Finding, ReadState, Result } from "@contraluz/core";
import type { FindingDifference, FindingReason, FindingsDifference } from "./types.ts";

const wasRead = (s: ReadState | undefined): boolean => s === "read" || s === "partly";

/** Why `f`, which stands in `here`, is not in `there`. */
function reasonOf(f: Finding, here: Result, there: Result): FindingReason {
  const states = new Map(there.coverage.map((c) => [c.artifact, c.state]));
  const places = [...new Set(f.records.map((r) => r.artifact))];
  if (places.length > 0 && !places.some((p) => wasRead(states.get(p)))) return "not-read";
  if (f.indicator) {
    const set = here.indicators[f.indicator.set];
    if (set && !there.indicators.some((s) => s.sha256 === set.sha256)) return "signs";
  }
  const known = new Set(there.context.known.map((k) => k.toLowerCase()));
  if (f.level === "ask" && [f.id, f.subject].some((n) => known.has(n.toLowerCase()))) return "answered";
  if (f.rule !== null) {
    const gap = there.verdict.gaps.some((g) => g.about === f.rule);
    if (gap || here.tool.catalogue !== there.tool.catalogue) return "rule";
  }
  return "records";
}

const short = ({ id, level, rule, indicator, subject, count, text }: Finding): FindingDifference["finding"] => ({
  id,
  level,
  rule,
  indicator,
  subject,
  count,
  text,
});

/** @example compareFindings(old, now).came.length // findings that were not there before */
export function compareFindings(before: Result, after: Result): FindingsDifference {
  const olds = new Map(before.findings.map((f) => [f.id, f]));
  const news = new Map(after.findings.map((f) => [f.id, f]));
  const only = (a: Result, b: Result, others: ReadonlyMap<string, Finding>): FindingDifference[] =>
    a.findings.filter((f) => !others.has(f.id)).map((f) => ({ finding: short(f), reason: reasonOf(f, a, b) }));
  const both = before.findings.flatMap((f) => {
    const now = news.get(f.id);
    return now ? [[f, now] as const] : [];
  });
  return {
    came: only(after, before, olds),
    went: only(before, after, news),
    stayed: both.length,
    changed: both
      .filter(([f, now]) => f.level !== now.level || f.count !== now.count)
      .map(([f, now]) => ({
        id: f.id,
        subject: f.subject,
        rule: now.rule,
        text: now.text,
        before: { level: f.level, count: f.count },
        after: { level: now.level, count: now.count },
      })),
  };
}
