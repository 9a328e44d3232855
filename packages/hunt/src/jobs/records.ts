/** Jobs as they are written down in a lab. Whoever can write to its folder may have written them. @module */
import { ContraluzError, type Sha256, type VaultFolder } from "@contraluz/core";
import { readJson, writeJson } from "../lab/json.ts";
import { speaksOf, stone } from "./judge.ts";
import { JOB_SCHEMA, type Job, type JobReason, type JobState } from "./types.ts";

export const JOBS_FOLDER = "jobs";
const MOST = 1 << 16;
const ID = /^[0-9a-f]{32}$/;
const TEXT = 4096;

const STATES: readonly JobState[] = ["waiting", "running", "done", "aside", "gone"];
const REASONS: readonly JobReason[] = [
  "no-consent",
  "consent-refuses",
  "other-consent",
  "needs-secret",
  "damaged",
  "other-key",
  "not-evidence",
  "case-trouble",
  "failed",
  "crashed",
];
const VERDICTS = ["match", "targeted", "lead", "none-found", "unchecked"];
const OUTCOMES = ["new", "joined", "known", "waiting", "aside"];
const IN_LAB = ["added", "known", "not-consented"];

const fileOf = (id: string): string => `${JOBS_FOLDER}/${id}.json`;

type Test = (v: unknown) => boolean;
const text: Test = (v) => typeof v === "string" && v.length <= TEXT;
const like =
  (form: RegExp): Test =>
  (v) =>
    typeof v === "string" && form.test(v);
const among =
  (list: readonly string[]): Test =>
  (v) =>
    typeof v === "string" && list.includes(v);

const OPTIONAL: Readonly<Record<string, Test>> = {
  what: text,
  after: like(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/),
  evidence: like(/^[0-9a-f]{64}$/),
  folder: like(/^(?!\.\.?$)[^/\\\0]{1,255}$/),
  case: like(/^[0-9a-f]{16}$/),
  check: like(/^\d{4,8}$/),
  verdict: among(VERDICTS),
  outcome: among(OUTCOMES),
  lab: among(IN_LAB),
  why: among(REASONS),
  detail: text,
};

function jobOf(v: unknown, id: string): Job | undefined {
  if (typeof v !== "object" || v === null) return undefined;
  const o = v as { readonly [k: string]: unknown };
  const count = (x: unknown): boolean => Number.isSafeInteger(x) && (x as number) >= 0;
  const ok =
    o.schema === JOB_SCHEMA &&
    o.id === id &&
    among(STATES)(o.state) &&
    count(o.tries) &&
    count(o.crashes) &&
    Object.entries(OPTIONAL).every(([name, test]) => o[name] === undefined || test(o[name]));
  return ok ? (v as Job) : undefined;
}

/** A job; undefined if there is none of that id. Throws ContraluzError ("lab-damaged"). */
export async function readJob(folder: VaultFolder, id: string): Promise<Job | undefined> {
  const v = await readJson(folder, fileOf(id), MOST);
  if (v === undefined) return undefined;
  const job = jobOf(v, id);
  if (!job) throw new ContraluzError("lab-damaged", `${fileOf(id)}: no job of this lab`);
  return job;
}

export function writeJob(folder: VaultFolder, job: Job): Promise<void> {
  return writeJson(folder, fileOf(job.id), job);
}

export interface LabJobs {
  readonly jobs: readonly Job[];
  /** Ids of files that cannot be read. */
  readonly damaged: readonly string[];
}

/** All jobs of a lab, by id. */
export async function readJobs(folder: VaultFolder): Promise<LabJobs> {
  const jobs: Job[] = [];
  const damaged: string[] = [];
  for (const name of await folder.list(JOBS_FOLDER)) {
    const id = name.endsWith(".json") ? name.slice(0, -".json".length) : "";
    if (!ID.test(id)) continue;
    const job = await readJob(folder, id).catch((e: unknown) => {
      if (!(e instanceof ContraluzError) || e.code !== "lab-damaged") throw e;
      damaged.push(id);
      return undefined;
    });
    if (job) jobs.push(job);
  }
  return { jobs, damaged };
}

/**
 * Forgets what jobs say of a case: each becomes a stone that holds its id alone, so that the same file is not taken in again. What is
 * damaged may speak of it, too.
 */
export async function forgetJobs(folder: VaultFolder, caseId: string, evidence: readonly Sha256[] = []): Promise<void> {
  const of = new Set(evidence);
  const { jobs, damaged } = await readJobs(folder);
  const ids = jobs.filter((j) => j.state !== "gone" && speaksOf(j, caseId, of)).map((j) => j.id);
  for (const id of [...ids, ...damaged]) {
    await folder.destroy(fileOf(id));
    await writeJob(folder, stone(id));
  }
  // What a crash left half written may speak of it as well. A worker that is just writing one does its job again.
  for (const name of await folder.list(JOBS_FOLDER))
    if (name.endsWith(".new")) await folder.destroy(`${JOBS_FOLDER}/${name}`);
}
