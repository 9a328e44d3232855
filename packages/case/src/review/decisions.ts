/**
 * What people decided about findings. Only a named reviewer confirms; the tool itself never does, and a confirmation without a name
 * counts as a question.
 * @module
 */
import type { Finding, Result } from "@contraluz/core";
import type { Actions } from "../log/actions.ts";

/** `open`: nobody has looked. `ask`: somebody must be asked first. */
export type ReviewStatus = "open" | "confirmed" | "dismissed" | "ask";

export type Review = Actions["review"] & { readonly at: string; readonly actor: string };

export interface FindingReview {
  readonly check: string;
  readonly finding: string;
  readonly status: ReviewStatus;
  /** Who decided it last. */
  readonly by?: { readonly name: string; readonly role: string };
  readonly at?: string;
  readonly why?: string;
  /** It was decided of another check (`carry.ts`); `at` is when. */
  readonly carried?: Actions["review"]["carried"];
  /** Named reviewers whose last words differ. */
  readonly disputed: boolean;
  /** Oldest first. */
  readonly history: readonly Review[];
}

export type ReviewRefusal = "no-name" | "no-role" | "no-reason" | "no-finding";

const blank = (s: string | undefined): boolean => s === undefined || s.trim() === "";

/** Why a decision cannot be written down; undefined if it can. `findings`: those of the check that it is about. */
export function refuseReview(
  r: Actions["review"],
  findings: readonly Pick<Finding, "id">[],
): ReviewRefusal | undefined {
  if (!findings.some((f) => f.id === r.about.finding)) return "no-finding";
  if (blank(r.reviewer?.name)) return "no-name";
  if (r.decision === "confirm" && blank(r.reviewer.role)) return "no-role";
  return blank(r.why) ? "no-reason" : undefined;
}

const STATUS = { confirm: "confirmed", dismiss: "dismissed", ask: "ask" } as const;

function statusOf(r: Review): ReviewStatus {
  // A log may be anybody's: what is confirmed is confirmed by somebody.
  if (r.decision === "confirm" && (blank(r.reviewer?.name) || blank(r.reviewer?.role))) return "ask";
  return STATUS[r.decision] ?? "ask";
}

/** The state of each finding of a check, in the order of its result. */
export function reviewsOf(check: string, result: Pick<Result, "findings">, log: readonly Review[]): FindingReview[] {
  const by = new Map<string, Review[]>();
  for (const r of log) {
    if (r.about.check !== check) continue;
    const some = by.get(r.about.finding);
    if (some) some.push(r);
    else by.set(r.about.finding, [r]);
  }
  return result.findings.map(({ id }) => {
    const history = by.get(id) ?? [];
    const last = history.at(-1);
    if (!last) return { check, finding: id, status: "open", disputed: false, history };
    const words = new Map<string, ReviewStatus>();
    for (const r of history) if (!blank(r.reviewer?.name)) words.set(r.reviewer.name.trim(), statusOf(r));
    const decided = new Set([...words.values()].filter((s) => s === "confirmed" || s === "dismissed"));
    return {
      check,
      finding: id,
      status: statusOf(last),
      ...(blank(last.reviewer?.name) ? {} : { by: last.reviewer }),
      at: last.carried?.at ?? last.at,
      why: last.why,
      ...(last.carried ? { carried: last.carried } : {}),
      disputed: decided.size > 1,
      history,
    };
  });
}

/** Whether somebody confirmed any finding of level `match`: the only ground on which a person may write the word. */
export function confirmedBy(reviews: readonly FindingReview[], result: Pick<Result, "findings">): FindingReview[] {
  const levels = new Map(result.findings.map((f) => [f.id, f.level]));
  return reviews.filter((r) => r.status === "confirmed" && !r.disputed && levels.get(r.finding) === "match");
}
