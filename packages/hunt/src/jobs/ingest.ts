/**
 * One job: what lies in a folder is taken into a case, checked within its consent, and goes into the lab. Each step looks first whether
 * it was done: a worker may die anywhere, and the next one goes on from there. Nothing is done twice.
 * @module
 */
import { mayCompare, mayKeep, standing } from "@contraluz/case/consent/gate.ts";
import type { Consent } from "@contraluz/case/consent/types.ts";
import { type Arrivals, type CaseShelf, type IntakeOptions, NEXT, takeIn } from "@contraluz/case/inbox/index.ts";
import { detailOf, newName, reasonOf } from "@contraluz/case/inbox/intake.ts";
import { textOf } from "@contraluz/case/inbox/known.ts";
import type { TakenEvidence } from "@contraluz/case/log/actions.ts";
import { readPartName } from "@contraluz/case/pack/types.ts";
import {
  type CaseState,
  caseHead,
  checkInCase,
  checksOf,
  copyEvidence,
  createVault,
  hashEvidence,
  latestConsent,
  type OpenVault,
  openCopy,
  openVaultToWrite,
  refuse,
  resultOfCheck,
  withdrawalOf,
} from "@contraluz/case/vault/index.ts";
import { ContraluzError, type Input, type Result, type Sha256, say } from "@contraluz/core";
import { labName } from "../lab/name.ts";
import { done } from "./judge.ts";
import type { KnownCases } from "./known.ts";
import type { InLab, Job, JobReason } from "./types.ts";

/** A thing in the folder. */
export interface Item {
  readonly id: string;
  readonly kind: "dump" | "pack";
  /** Where it lies; of a pack its id. */
  readonly what: string;
  /** The case whose folder it lies in. */
  readonly case?: string;
}

export interface Ingest {
  readonly labId: string;
  readonly arrivals: Arrivals;
  readonly shelf: CaseShelf;
  readonly known: KnownCases;
  readonly options: IntakeOptions;
  /** What the person allowed of whom this is; undefined if nobody says so. */
  readonly consentOf: (what: string) => Promise<Consent | undefined>;
  /** Takes a check to the lab, once: what of it is there already stays. */
  readonly toLab: (vault: OpenVault, folder: string, check: string) => Promise<"added" | "known">;
  readonly pause: (ms: number) => Promise<void>;
  /** Writes down how far a job is. */
  readonly save: (job: Job) => Promise<void>;
}

/** Why a job failed, once it is known how a person is told. */
export class JobFailed extends Error {
  readonly why: JobReason;
  constructor(why: JobReason, detail: string) {
    super(detail);
    this.name = "JobFailed";
    this.why = why;
  }
}

/** How long a worker waits for others that write to the same case, ms. */
const TURN = 250;
const PATIENCE = 600_000;

const cancelled = (o: Ingest): void => {
  if (o.options.cancel?.aborted) throw new ContraluzError("cancelled", "cancelled");
};

/** Waits until it is our turn: `code` says that somebody else writes. */
export async function inTurn<T>(o: Ingest, code: "case-busy" | "lab-busy", work: () => Promise<T>): Promise<T> {
  for (let waited = 0; ; waited += TURN) {
    cancelled(o);
    try {
      return await work();
    } catch (e) {
      if (!(e instanceof ContraluzError) || e.code !== code || waited >= PATIENCE) throw e;
    }
    await o.pause(TURN);
  }
}

const openCase = (o: Ingest, name: string): Promise<OpenVault> =>
  inTurn(o, "case-busy", () =>
    openVaultToWrite(o.shelf.folder(name), { identities: o.options.identities }, o.options.machine),
  );

async function withShelf<T>(o: Ingest, work: () => Promise<T>): Promise<T> {
  const unlock = await inTurn(o, "case-busy", async () => {
    const got = o.shelf.lock ? await o.shelf.lock() : async () => {};
    if (!got) throw new ContraluzError("case-busy", "another program takes in what arrived for these cases");
    return got;
  });
  try {
    return await work();
  } finally {
    await unlock();
  }
}

/** What a case that this job began to make has of a consent; undefined if it is no case yet. */
async function begunCase(o: Ingest, name: string): Promise<{ readonly consent?: Consent } | undefined> {
  if (!(await caseHead(o.shelf.folder(name)))) return undefined;
  const vault = await openCase(o, name);
  try {
    const consent = latestConsent(vault.state);
    return consent ? { consent } : {};
  } finally {
    await vault.close();
  }
}

const giveConsent = (o: Ingest, vault: OpenVault, consent: Consent): Promise<unknown> =>
  vault.write({ actor: o.options.actor, action: "consent", data: { consent } });

/** The case that evidence belongs to; a new one if there is none. Under the lock of all cases, so that two workers never make two. */
async function caseOf(
  job: Job,
  evidence: Sha256,
  consent: Consent,
  o: Ingest,
): Promise<{ readonly name: string; readonly outcome: "new" | "joined"; readonly job: Job }> {
  const names = await o.known.look();
  const found = o.known.of(consent, evidence);
  if (found.former !== undefined) throw new JobFailed("other-consent", "the consent holds no more");
  if (found.case !== undefined && found.case !== job.folder) {
    if (found.by === "evidence") throw new JobFailed("other-consent", "the evidence is in a case with another consent");
    return { name: found.case, outcome: "joined", job };
  }
  const { actor, identities: _, lang, machine, recipients } = o.options;
  const began = job.folder === undefined ? undefined : await begunCase(o, job.folder);
  if (began?.consent && textOf(began.consent) === textOf(consent)) return { name: job.folder!, outcome: "new", job };
  if (began && !began.consent) {
    const vault = await openCase(o, job.folder!);
    await giveConsent(o, vault, consent).finally(() => vault.close());
    o.known.note(job.folder!, consent, evidence);
    return { name: job.folder!, outcome: "new", job };
  }
  const { label } = consent.person;
  const name = newName(label, machine.now().slice(0, 10), new Set(names));
  const noted: Job = { ...job, folder: name };
  await o.save(noted);
  const vault = await createVault(o.shelf.folder(name), { title: label, lang, actor, to: { recipients } }, machine);
  await giveConsent(o, vault, consent).finally(() => vault.close());
  o.known.note(name, consent, evidence);
  return { name, outcome: "new", job: noted };
}

type Check = CaseState["checks"][number];

const checkOf = (state: CaseState, id: Sha256): Check | undefined =>
  checksOf(state).findLast((c) => c.of === undefined && (c.evidence.includes(id) || c.taken?.includes(id) === true));

async function sayNext(vault: OpenVault, verdict: Result["verdict"], o: Ingest): Promise<void> {
  const { evidence, complete } = verdict;
  const next = NEXT[evidence === "none-found" && !complete ? "gaps" : evidence];
  const waiting = evidence === "unchecked" ? "person" : "us";
  await vault.write({ actor: o.options.actor, action: "status", data: { waiting, next: say(next, o.options.lang) } });
}

/** The check of evidence of a case: the one that was made, else a new one. */
async function checkOnce(
  vault: OpenVault,
  seen: TakenEvidence,
  input: Input,
  o: Ingest,
): Promise<{ readonly check?: string; readonly verdict?: Result["verdict"]["evidence"]; readonly fresh: boolean }> {
  const { options } = o;
  const day = options.machine.now().slice(0, 10);
  const consent = latestConsent(vault.state);
  const withdrawn = withdrawalOf(vault.state);
  refuse(standing(consent, day, withdrawn));
  const had = vault.state.evidence.find((e) => e.id === seen.id);
  const made = had && checkOf(vault.state, seen.id);
  if (made) {
    if (vault.state.status === undefined) await sayNext(vault, (await resultOfCheck(vault, made.check)).verdict, o);
    return { check: made.check, verdict: made.verdict, fresh: false };
  }
  if (had?.removed) return { fresh: false };
  const how = { report: () => {}, ...(options.cancel ? { cancel: options.cancel } : {}) };
  const copies = mayKeep(consent, "copies", day, withdrawn) === undefined;
  const taken = had ?? (copies ? await copyEvidence(vault, input, how) : seen);
  if (taken.id !== seen.id) throw new JobFailed("failed", "it changed while it was read");
  if (!had)
    await vault.write({
      actor: options.actor,
      action: "intake",
      data: { evidence: [taken], how: copies ? "copy" : "hash", from: "ingest" },
      input: [taken.id],
    });
  const { name, result } = await checkInCase(
    vault,
    [taken.folder === undefined ? input : await openCopy(vault, taken)],
    {
      actor: options.actor,
      compiled: options.compiled,
      version: options.version,
      taken: [taken.id],
      hash: taken.partial ? "read" : "all",
      ...(options.pages ? { pages: options.pages } : {}),
      ...(options.workers === undefined ? {} : { workers: options.workers }),
      ...(options.cancel ? { cancel: options.cancel } : {}),
      ...(options.progress ? { progress: options.progress } : {}),
    },
  );
  await sayNext(vault, result.verdict, o);
  return { check: name, verdict: result.verdict.evidence, fresh: true };
}

/** To the lab, if the person allows it. */
async function compareOnce(vault: OpenVault, folder: string, check: string, o: Ingest): Promise<InLab> {
  const { scope } = await resultOfCheck(vault, check);
  const day = o.options.machine.now().slice(0, 10);
  if (mayCompare(latestConsent(vault.state), scope, day, withdrawalOf(vault.state))) return "not-consented";
  return inTurn(o, "lab-busy", () => o.toLab(vault, folder, check));
}

async function takeDump(start: Job, item: Item, o: Ingest): Promise<Job> {
  const input = await o.arrivals.input(item.what);
  const { machine, cancel } = o.options;
  const consent = item.case === undefined ? await o.consentOf(item.what) : undefined;
  if (item.case === undefined && !consent) throw new JobFailed("no-consent", "");
  const seen = await hashEvidence(input, machine, { report: () => {}, ...(cancel ? { cancel } : {}) });
  let job: Job = { ...start, evidence: seen.id };
  const into =
    item.case === undefined
      ? await withShelf(o, () => caseOf(job, seen.id, consent!, o))
      : { name: item.case, outcome: "joined" as const, job };
  const vault = await openCase(o, into.name);
  try {
    const began = start.evidence === seen.id ? start.outcome : undefined;
    const named = labName(machine.platform, o.labId, vault.head.id);
    job = { ...into.job, folder: into.name, case: named, outcome: began ?? into.outcome };
    await o.save(job);
    const { check, verdict, fresh } = await checkOnce(vault, seen, input, o);
    o.known.note(into.name, undefined, seen.id);
    const outcome = fresh ? (began ?? into.outcome) : (began ?? "known");
    if (check === undefined) return done(job, { outcome: "known" });
    // Somebody may have taken the case out of the lab meanwhile.
    await o.save(job);
    const lab = await compareOnce(vault, into.name, check, o);
    return done(job, { check, outcome, lab, ...(verdict === undefined ? {} : { verdict }) });
  } finally {
    await vault.close();
  }
}

async function takePack(start: Job, item: Item, o: Ingest): Promise<Job> {
  const { arrivals, shelf, options } = o;
  const only: Arrivals = {
    ...arrivals,
    list: async (folder) =>
      folder === "" ? (await arrivals.list("")).filter((e) => readPartName(e.name)?.id === item.what) : [],
  };
  const [a] = await withShelf(o, () => takeIn(only, { ...shelf, lock: async () => async () => {} }, options));
  if (!a || a.case === undefined || a.outcome === "aside" || a.outcome === "waiting")
    throw new JobFailed(a?.why ?? "damaged", a?.detail ?? "");
  const vault = await openCase(o, a.case);
  try {
    const job: Job = { ...start, folder: a.case, case: labName(options.machine.platform, o.labId, vault.head.id) };
    const evidence = vault.state.evidence.findLast((e) => e.from === `pack ${item.what}`);
    const made = evidence && checkOf(vault.state, evidence.id);
    if (!made) return done(job, { outcome: a.outcome });
    const lab = await compareOnce(vault, a.case, made.check, o);
    return done(
      { ...job, evidence: evidence.id },
      { check: made.check, verdict: made.verdict, outcome: a.outcome, lab },
    );
  } finally {
    await vault.close();
  }
}

/** Does a job. Throws what keeps it from being done: `reasonOfJob` says what that is. */
export function takeItem(job: Job, item: Item, o: Ingest): Promise<Job> {
  return item.kind === "pack" ? takePack(job, item, o) : takeDump(job, item, o);
}

/** What an error means for a job. */
export function reasonOfJob(e: unknown): { readonly why: JobReason; readonly detail: string } {
  const detail = detailOf(e);
  if (e instanceof JobFailed) return { why: e.why, detail };
  // Who works on a case or a lab will have done one day.
  if (e instanceof ContraluzError && (e.code === "case-busy" || e.code === "lab-busy"))
    return { why: "failed", detail };
  return { why: reasonOf(e), detail };
}
