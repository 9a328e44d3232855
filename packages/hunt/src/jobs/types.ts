/**
 * Jobs: each thing in a folder becomes a check of a case, and goes into a lab, whatever stops in between.
 *
 * What became of a job is in the lab, `jobs/<id>.json`, and nowhere else; a queue only says who does which next, and knows ids alone. So
 * whoever takes a case out of the lab needs no server to reach all that was written down of it.
 * @module
 */
import type { AsideReason, Outcome } from "@contraluz/case/inbox/index.ts";
import type { Cancel, Sha256, Verdict } from "@contraluz/core";

export const JOB_SCHEMA = "contraluz/lab-job@1";

/**
 * - `waiting`: to be done, perhaps again and not before `after`
 * - `running`: begun; of a job that nobody works on any more it means that its worker died
 * - `done`
 * - `aside`: somebody must look
 * - `gone`: its case was taken out of the lab; nothing of it is known any more, and it is not taken in again
 */
export type JobState = "waiting" | "running" | "done" | "aside" | "gone";

/** `crashed`: it ended the program that worked on it, twice. */
export type JobReason = AsideReason | "crashed";

/** What became of its check in the lab. */
export type InLab = "added" | "known" | "not-consented";

export interface Job {
  readonly schema: typeof JOB_SCHEMA;
  /** 32 hexadecimal digits: of where the thing lies in its folder, its size and its time (`jobId`). */
  readonly id: string;
  readonly state: JobState;
  /** Where it lies in the folder, while it is not done. */
  readonly what?: string;
  /** How often it failed, and how often its worker died. */
  readonly tries: number;
  readonly crashes: number;
  /** When it may be tried again: ISO 8601. */
  readonly after?: string;
  /** Its id as evidence, once it was read. */
  readonly evidence?: Sha256;
  /** Folder of its case among the cases, while it is not done. */
  readonly folder?: string;
  /** The name of its case in the lab. */
  readonly case?: string;
  readonly check?: string;
  readonly verdict?: Verdict["evidence"];
  readonly outcome?: Outcome;
  readonly lab?: InLab;
  readonly why?: JobReason;
  /** For the one who looks. */
  readonly detail?: string;
}

/** What a queue does with a job that was worked on: nothing more, or again after so many seconds. */
export type Next = { readonly done: true } | { readonly again: number };

/**
 * Who does which job next. It knows ids, and nothing else; it hands each out at least once, so doing one twice must do no harm.
 */
export interface JobQueue {
  readonly name: string;
  /** Puts jobs in; one that is in it stays as it is. */
  submit(ids: readonly string[]): Promise<void>;
  /** Hands out jobs one after the other, until `cancel`, or until none is left if `drain` says so. */
  work(run: (id: string) => Promise<Next>, o: JobWork): Promise<void>;
  /** The worker of this handing out died: it need not be waited for. Left out where a queue has no others. */
  lost?(attempt: Attempt): Promise<void>;
  close(): Promise<void>;
}

/** One handing out of a job, as the queue names it to whoever has to tell that its worker died. */
export interface Attempt {
  readonly id: string;
  readonly attempt: number;
}

export interface JobWork {
  readonly cancel: Cancel;
  /** Told before a job begins, and when the worker is done with it. */
  readonly holds?: (attempt: Attempt | undefined) => void;
  readonly drain?: boolean;
}
