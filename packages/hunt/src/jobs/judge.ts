/** When a job is begun, tried again, and when somebody has to look. @module */
import type { Sha256 } from "@contraluz/core";
import { JOB_SCHEMA, type Job, type JobReason } from "./types.ts";

export interface JobPolicy {
  /** So many times it may fail, and end the program that works on it. */
  readonly tries: number;
  readonly crashes: number;
  /** Seconds to wait after the first failure; twice as many after each further one, at most `longest`. */
  readonly wait: number;
  readonly longest: number;
}

export const JOB_POLICY: JobPolicy = { tries: 4, crashes: 2, wait: 5, longest: 300 };

/** Reasons that another try changes nothing about, while file, key and consent are the same. */
const LASTING: ReadonlySet<JobReason> = new Set([
  "no-consent",
  "consent-refuses",
  "other-consent",
  "needs-secret",
  "damaged",
  "other-key",
  "not-evidence",
  "crashed",
]);

export function newJob(id: string, what: string): Job {
  return { schema: JOB_SCHEMA, id, state: "waiting", what, tries: 0, crashes: 0 };
}

/** True if nothing is to be done any more, unless a person says so. */
export const isSettled = (j: Job): boolean => j.state === "done" || j.state === "aside" || j.state === "gone";

/** What a worker writes down before it begins. A job that is `running` then was begun by one that died. */
export function begun(j: Job, policy: JobPolicy = JOB_POLICY): Job {
  const { after: _, why: __, detail: ___, ...rest } = j;
  const crashes = j.crashes + (j.state === "running" ? 1 : 0);
  if (crashes >= policy.crashes) return { ...rest, crashes, state: "aside", why: "crashed" };
  return { ...rest, crashes, state: "running" };
}

/** What is written down after a failure; `now`: ISO 8601. */
export function failed(
  j: Job,
  e: { readonly why: JobReason; readonly detail: string },
  now: string,
  policy: JobPolicy = JOB_POLICY,
): Job {
  const tries = j.tries + 1;
  if (LASTING.has(e.why) || tries >= policy.tries) return { ...j, ...e, tries, state: "aside" };
  const seconds = Math.min(policy.longest, policy.wait * 2 ** (tries - 1));
  const after = new Date(Date.parse(now) + seconds * 1000).toISOString();
  return { ...j, ...e, tries, state: "waiting", after };
}

/** Put back by a person, or since its worker was told to stop: nothing is counted. */
export function again(j: Job, counted: "forgiven" | "kept" = "kept"): Job {
  const { after: _, why: __, detail: ___, ...rest } = j;
  return { ...rest, state: "waiting", ...(counted === "forgiven" ? { tries: 0, crashes: 0 } : {}) };
}

/** Done: where it lies is not kept, and of a case that may not be in the lab nothing is. */
export function done(j: Job, r: Pick<Job, "check" | "verdict" | "outcome" | "lab">): Job {
  const { schema, id, tries, crashes, evidence, case: name } = j;
  const { outcome, lab } = r;
  const bare: Job = {
    ...{ schema, id, state: "done", tries, crashes },
    ...(outcome === undefined ? {} : { outcome }),
    ...(lab === undefined ? {} : { lab }),
  };
  if (lab !== "added" && lab !== "known") return bare;
  return {
    ...bare,
    ...(r.check === undefined ? {} : { check: r.check }),
    ...(r.verdict === undefined ? {} : { verdict: r.verdict }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(name === undefined ? {} : { case: name }),
  };
}

/** What is left of a job whose case is gone. */
export const stone = (id: string): Job => ({ schema: JOB_SCHEMA, id, state: "gone", tries: 0, crashes: 0 });

/** Seconds from `now` until a job may be tried; 0 if it may be at once. */
export function secondsLeft(j: Pick<Job, "after">, now: string): number {
  if (j.after === undefined) return 0;
  const left = (Date.parse(j.after) - Date.parse(now)) / 1000;
  return Number.isFinite(left) ? Math.max(0, left) : 0;
}

/** Whether a job speaks of a case, by its name in the lab, or of evidence that was in it. */
export const speaksOf = (j: Job, caseId: string, evidence: ReadonlySet<Sha256>): boolean =>
  j.case === caseId || (j.evidence !== undefined && evidence.has(j.evidence));
