/**
 * What people decided about a check, taken over to a check that was made of it: only where the same finding stands on the same records, and
 * always with where it comes from. Where anything of it changed, somebody has to look again.
 * @module
 */
import type { Finding, Result } from "@contraluz/core";
import { encodeStructure } from "@contraluz/store";
import type { Actions } from "../log/actions.ts";
import { type Review, type ReviewStatus, reviewsOf } from "./decisions.ts";

type Decided = Pick<Result, "findings">;

/** What a decision rested on. Of a sign its list does not count: a newer edition of it is another list. */
function groundOf(f: Finding): string {
  const { set: _, ...sign } = f.indicator ?? { set: 0 };
  const { id, level, rule, subject, count, records, window } = f;
  return encodeStructure({ id, level, rule, sign, subject, count, records, window: window ?? null });
}

export interface Carried {
  /** Decisions as they are written down of the new check, in the order in which they were made. */
  readonly reviews: readonly Actions["review"][];
  /** Findings of the new check about which something was decided, when they rested on something else. */
  readonly again: readonly string[];
  /** How many that were decided about are no findings any more. */
  readonly gone: number;
}

/** `log`: all reviews of the case, oldest first. */
export function carriedReviews(
  from: { readonly check: string; readonly result: Decided },
  to: { readonly check: string; readonly result: Decided },
  log: readonly Review[],
): Carried {
  const before = new Map(from.result.findings.map((f) => [f.id, groundOf(f)]));
  const after = new Map(to.result.findings.map((f) => [f.id, groundOf(f)]));
  const reviews: Actions["review"][] = [];
  const again = new Set<string>();
  const gone = new Set<string>();
  for (const r of log) {
    const { check, finding } = r.about;
    const was = before.get(finding);
    if (check !== from.check || was === undefined) continue;
    const now = after.get(finding);
    if (now === undefined) gone.add(finding);
    else if (now !== was) again.add(finding);
    else {
      const { decision, why, reviewer } = r;
      const carried = r.carried ?? { check, at: r.at };
      reviews.push({ about: { check: to.check, finding }, decision, why, reviewer, carried });
    }
  }
  return { reviews, again: [...again], gone: gone.size };
}

/** What was decided of a finding in the check that this one was made of, and was not carried over. */
export interface Earlier {
  readonly check: string;
  readonly status: ReviewStatus;
  readonly by?: { readonly name: string; readonly role: string };
  readonly at?: string;
  /** It rested on something else then. If not, it was decided after the new check was made. */
  readonly changed: boolean;
}

/** The check that this one was made of, if the case still has it. */
export function madeOf(
  checks: readonly { readonly check: string; readonly of?: string; readonly removed?: boolean }[],
  check: string,
): string | undefined {
  const of = checks.find((c) => c.check === check)?.of;
  return checks.find((c) => c.check === of && !c.removed)?.check;
}

/** By id, for findings that nobody has decided about in the new check. */
export function earlierDecisions(
  of: { readonly check: string; readonly result: Decided },
  to: { readonly check: string; readonly result: Decided },
  log: readonly Review[],
): ReadonlyMap<string, Earlier> {
  const since = new Set(log.filter((r) => r.about.check === to.check).map((r) => r.about.finding));
  const grounds = new Map(of.result.findings.map((f) => [f.id, groundOf(f)]));
  const changed = new Set(to.result.findings.filter((f) => grounds.get(f.id) !== groundOf(f)).map((f) => f.id));
  const told = reviewsOf(of.check, of.result, log).filter((r) => r.status !== "open" && !since.has(r.finding));
  return new Map(
    told.map(({ finding, status, by, at }) => [
      finding,
      {
        check: of.check,
        status,
        ...(by ? { by } : {}),
        ...(at === undefined ? {} : { at }),
        changed: changed.has(finding),
      },
    ]),
  );
}
