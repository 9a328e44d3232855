/** `contraluz hunt ingest`: all that lies in a folder becomes checks of cases, and goes into a lab. @module */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { ContraluzError, say } from "@contraluz/core";
import { labHead } from "@contraluz/hunt";
import {
  type Attempt,
  again,
  type Item,
  inProcess,
  isSettled,
  type Job,
  newJob,
  readJob,
  stone,
  workQueue,
  writeJob,
} from "@contraluz/hunt/jobs/index.ts";
import { nodePlatform, vaultFolder } from "@contraluz/platform-node";
import { type Args, UsageError } from "../args.ts";
import { identitiesOf } from "../case/identity.ts";
import { lineOf, nodeMachine } from "../case/open.ts";
import { readWorkers } from "../context.ts";
import { EXIT } from "../exit.ts";
import { interruption } from "../interrupt.ts";
import { writeOut } from "../pipes.ts";
import { doing } from "../progress.ts";
import { printable, progressLine } from "../terminal.ts";
import { W } from "../words.ts";
import { caseIdOf } from "./case-id.ts";
import { type Scanned, scanFolder } from "./ingest-scan.ts";
import { consentIn, type Places, placesOf, workerOf } from "./ingest-worker.ts";
import { toldLines } from "./jobs-lines.ts";
import { charged, isWorker, openPool, tell } from "./jobs-pool.ts";
import { postgresJobs } from "./jobs-postgres.ts";
import { JW } from "./jobs-words.ts";
import { labFolder, labPath, secretOf } from "./lab.ts";
import { HW } from "./words.ts";

/** Ms between two looks at what others have done. */
const LOOK = 1500;
/** Processes, if nothing is said. */
const PROCESSES = 2;

async function placesNamed(args: Args): Promise<Places> {
  const { lang } = args;
  const named = args.paths[0];
  const cases = args.one("cases");
  if (named === undefined || cases === undefined)
    throw new UsageError(say(JW.needFolder, lang, { line: `${lineOf(args)} --cases … --lab …` }));
  const root = resolve(named);
  if (!existsSync(root)) throw new UsageError(say(W.noSuchPath, lang, { path: printable(root) }));
  const lab = labPath(args, "option");
  const head = await labHead(labFolder(lab, args));
  if (!head) throw new UsageError(say(HW.needLab, lang, { line: lineOf(args) }));
  return placesOf(root, resolve(cases), lab, head.id);
}

/** What a job stands at before this run: one that was set aside for want of consent is tried again, it may be there now. */
async function stateBefore(item: Item, places: Places): Promise<Job> {
  const folder = vaultFolder(places.lab);
  const had = await readJob(folder, item.id);
  if (!had) {
    const fresh = newJob(item.id, item.what);
    await writeJob(folder, fresh);
    return fresh;
  }
  if (had.folder !== undefined && (await caseIdOf(resolve(places.cases, had.folder)))?.purged) {
    await writeJob(folder, stone(had.id));
    return stone(had.id);
  }
  if (had.state !== "aside" || had.why !== "no-consent") return had;
  const back = again(had, "forgiven");
  await writeJob(folder, back);
  return back;
}

interface Plan {
  readonly places: Places;
  readonly scanned: Scanned;
  readonly todo: readonly string[];
}

async function planOf(args: Args): Promise<Plan> {
  const places = await placesNamed(args);
  const all = args.one("consent");
  // What is wrong with it is said before any job begins.
  if (all !== undefined) await consentIn(resolve(all), args);
  const cases = new Set(await places.shelf.list());
  const { root, arrivals, labId } = places;
  const scanned = await scanFolder({ root, arrivals, cases, labId, platform: nodePlatform({ workers: 0 }) });
  const todo: string[] = [];
  for (const item of scanned.items.values()) if (!isSettled(await stateBefore(item, places))) todo.push(item.id);
  return { places, scanned, todo };
}

/** All in this process, one job after the other. */
async function here(plan: Plan, args: Args, told: (j: Job) => void, stop: AbortSignal): Promise<void> {
  const { places, scanned, todo } = plan;
  const { secret } = await secretOf(args, places.lab);
  const unlock = await vaultFolder(resolve(places.lab, "jobs")).lock();
  if (!unlock) throw new UsageError(say(JW.busy, args.lang));
  const line = progressLine(process.stderr, args.flags.has("json"));
  const threads = readWorkers(args);
  try {
    const worker = await workerOf({
      ...{ args, places, items: scanned.items, identities: await identitiesOf(args), cancel: stop },
      progress: (p) => {
        const now = doing(p, args.lang);
        if (now) line.say(now);
      },
      told: (job) => {
        line.end();
        told(job);
      },
      ...(secret ? { secret } : {}),
      ...(threads === undefined ? {} : { threads }),
    });
    const queue = inProcess({ clock: () => performance.now(), pause: (ms) => setTimeout(ms) });
    await queue.submit(todo);
    await workQueue(queue, worker, stop);
  } finally {
    line.end();
    await unlock();
  }
}

/** By PostgreSQL, in processes of their own. */
async function withOthers(plan: Plan, args: Args, told: (j: Job) => void, stop: AbortSignal): Promise<void> {
  const { places, scanned } = plan;
  const { lang } = args;
  const { secret } = await secretOf(args, places.lab);
  const identities = await identitiesOf(args);
  const size = Math.max(1, readWorkers(args) ?? PROCESSES);
  const queue = await postgresJobs({ file: resolve(args.one("jobs-file")!), lab: places.labId, lang, make: true });
  const say1 = (text: string): void => void process.stderr.write(`${text}\n`);
  try {
    const left = new Set(plan.todo);
    await queue.submit(plan.todo);
    if (left.size === 0) return;
    say1(say(JW.workers, lang, { n: size }));
    const pool = openPool({
      size,
      argv: process.argv.slice(2),
      charge: {
        identities,
        items: [...scanned.items.values()],
        // Each process has one job: a thread of its own would cost more than most dumps.
        threads: 0,
        ...(secret ? { secret: Buffer.from(secret).toString("hex") } : {}),
      },
      told: (job) => {
        if (isSettled(job) && !left.delete(job.id)) return;
        told(job);
      },
      lost: (attempt) => void queue.lost?.(attempt),
      replaced: () => say1(say(JW.replaced, lang)),
      give: (words) => new UsageError(`${say(JW.onlyDeaths, lang)}\n${printable(words)}`),
    });
    try {
      const folder = vaultFolder(places.lab);
      while (left.size > 0 && !stop.aborted) {
        await Promise.race([setTimeout(LOOK), pool.broken]);
        // Workers of another computer may have done it.
        for (const id of left) {
          const job = await readJob(folder, id);
          if (job && isSettled(job) && left.delete(id)) told(job);
        }
      }
      if (stop.aborted) throw new ContraluzError("cancelled", "cancelled");
    } finally {
      await pool.close();
    }
  } finally {
    await queue.close();
  }
}

/** In a process that another command began. */
async function asWorker(args: Args): Promise<number> {
  const { charge, stop } = await charged();
  const places = await placesNamed(args);
  const worker = await workerOf({
    ...{ args, places, identities: charge.identities, threads: charge.threads, cancel: stop },
    items: new Map(charge.items.map((i) => [i.id, i] as const)),
    told: (job) => tell({ job }),
    ...(charge.secret === undefined ? {} : { secret: new Uint8Array(Buffer.from(charge.secret, "hex")) }),
  });
  const file = resolve(args.one("jobs-file")!);
  const queue = await postgresJobs({ file, lab: places.labId, lang: args.lang, make: false });
  tell({ ready: true });
  const holds = (attempt: Attempt | undefined): void => tell({ holds: attempt ?? null });
  await workQueue(queue, worker, stop, { holds }).catch((e: unknown) => {
    if (!stop.aborted) throw e;
  });
  await queue.close();
  return EXIT.result;
}

export async function ingestCommand(args: Args): Promise<number> {
  if (isWorker()) return asWorker(args);
  const { lang } = args;
  const json = args.flags.has("json");
  const plan = await planOf(args);
  const { items, waiting } = plan.scanned;
  const jobs = new Map<string, Job>();
  const told = (job: Job): void => {
    jobs.set(job.id, job);
    if (json) return;
    const what = items.get(job.id)?.what ?? job.id;
    process.stdout.write(`${toldLines(job, what, nodeMachine().now(), lang).join("\n")}\n`);
  };
  if (!json) {
    for (const { pack, missing } of waiting)
      process.stdout.write(`${say(JW.packWaits, lang, { pack, parts: missing.join(", ") })}\n`);
    const known = items.size - plan.todo.length;
    const n = plan.todo.length;
    if (items.size === 0) process.stdout.write(`${say(JW.nothing, lang)}\n`);
    else process.stdout.write(`${say(JW.begins, lang, { n, known })}\n`);
  }
  const stop = interruption();
  try {
    const run = args.one("jobs-file") === undefined ? here : withOthers;
    if (plan.todo.length > 0) await run(plan, args, told, stop.signal);
  } finally {
    stop.end();
  }
  const n = (state: Job["state"]): number => [...jobs.values()].filter((j) => j.state === state).length;
  const sums = { done: n("done"), aside: n("aside"), left: plan.todo.length - n("done") - n("aside") - n("gone") };
  if (json) await writeOut(`${JSON.stringify({ ...sums, waiting, jobs: [...jobs.values()] }, null, 1)}\n`);
  else if (plan.todo.length > 0) await writeOut(`\n${say(JW.summary, lang, sums)}\n`);
  return EXIT.result;
}
