/** Works on a job: what becomes of it is written down before and after, so that a worker that dies leaves a trace. @module */

import { ASIDE } from "@contraluz/case/inbox/index.ts";
import { latestConsent, openVaultToWrite } from "@contraluz/case/vault/index.ts";
import { type Cancel, say, type VaultFolder } from "@contraluz/core";
import { type Ingest, type Item, reasonOfJob, takeItem } from "./ingest.ts";
import { again, begun, failed, isSettled, type JobPolicy, secondsLeft } from "./judge.ts";
import { readJob, writeJob } from "./records.ts";
import type { Job, JobQueue, JobWork, Next } from "./types.ts";

const DONE: Next = { done: true };

/** Its case was taken out of the lab while it was worked on: nothing of it is written down any more. */
class Gone extends Error {}

export interface Worker extends Omit<Ingest, "save"> {
  /** Of the lab. */
  readonly folder: VaultFolder;
  /** What lies in the folder, by id of its job. */
  readonly items: ReadonlyMap<string, Item>;
  readonly policy?: JobPolicy;
  /** Told of each job when nothing more is to be done, or not now. */
  readonly told?: (job: Job) => void;
}

/** In the log of its case, if there is one, for whoever opens it next. It is told once; the record of the job is what counts. */
async function tellCase(job: Job, w: Worker): Promise<void> {
  const { actor, identities, lang, machine } = w.options;
  if (job.folder === undefined || job.evidence === undefined) return;
  try {
    const vault = await openVaultToWrite(w.shelf.folder(job.folder), { identities }, machine);
    try {
      if (!latestConsent(vault.state) || !vault.state.evidence.some((e) => e.id === job.evidence)) return;
      if (vault.state.problems.some((p) => p.what === job.evidence)) return;
      const why = job.why ?? "failed";
      await vault.write({ actor, action: "problem", data: { what: job.evidence, found: job.detail || why } });
      const next = say(ASIDE[why === "crashed" ? "failed" : why], lang);
      await vault.write({ actor, action: "status", data: { waiting: "us", next } });
    } finally {
      await vault.close();
    }
  } catch {
    // A case that cannot be written to is what may have kept the job from being done.
  }
}

/** Does one job, as far as it can be done now. Throws ContraluzError ("cancelled"), and what writing to the lab throws. */
export async function workOn(id: string, w: Worker): Promise<Next> {
  const item = w.items.get(id);
  const before = await readJob(w.folder, id);
  // Of a case that was taken out of the lab, or of a folder that this machine does not have.
  if (!before || !item || isSettled(before)) return DONE;
  const left = secondsLeft(before, w.options.machine.now());
  if (left > 0) return { again: left };
  let job = begun(before, w.policy);
  const save = async (j: Job): Promise<void> => {
    if ((await readJob(w.folder, id))?.state === "gone") throw new Gone();
    job = j;
    await writeJob(w.folder, j);
  };
  await save(job);
  if (job.state === "running") {
    try {
      await save(await takeItem(job, item, { ...w, save }));
    } catch (e) {
      if (e instanceof Gone) return DONE;
      const stopped = w.options.cancel?.aborted === true;
      const then = stopped ? again(job) : failed(job, reasonOfJob(e), w.options.machine.now(), w.policy);
      await save(then).catch((x: unknown) => {
        if (!(x instanceof Gone)) throw x;
      });
      if (stopped) throw e;
    }
  }
  if (job.state === "aside") await tellCase(job, w);
  w.told?.(job);
  return job.state === "waiting" ? { again: secondsLeft(job, w.options.machine.now()) } : DONE;
}

/** Works on what a queue hands out. */
export function workQueue(
  queue: JobQueue,
  w: Worker,
  cancel: Cancel,
  o: Omit<JobWork, "cancel"> = { drain: true },
): Promise<void> {
  return queue.work((id) => workOn(id, w), { ...o, cancel });
}
