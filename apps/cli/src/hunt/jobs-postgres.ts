/**
 * Jobs of several processes by PostgreSQL: pg-boss, the one file that imports it, loaded when `--jobs-file` names a server. A row has the id
 * of a job and nothing else, and goes when its job is done.
 *
 * A worker says every few seconds that it lives; the job of one that is silent is handed to another. Whoever began the worker sees it die,
 * and says so at once.
 * @module
 */
import { readFile, stat } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { type Lang, say } from "@contraluz/core";
import type { JobQueue } from "@contraluz/hunt/jobs/index.ts";
import type { PgBoss } from "pg-boss";
import { UsageError } from "../args.ts";
import { printable } from "../terminal.ts";
import { JW } from "./jobs-words.ts";

/** Seconds of silence after which a worker counts as dead, and between two signs of life. pg-boss takes no fewer than 10. */
const SILENCE = 30;
const SIGN = 8;
/** Seconds between two looks for such workers. */
const LOOK = 5;
/** Ms between two looks for a job. */
const POLL = 500;
/** How often a job is handed out again: what becomes of it is decided by its record, not by the queue. */
const MANY = 1000;
const SCHEMA = "contraluz_jobs";

/** The address in a file that nobody else can read. Never from an argument or the environment: others of the computer can see both. */
async function addressOf(path: string, lang: Lang): Promise<string> {
  const { mode } = await stat(path);
  const shown = { path: printable(path) };
  if (process.platform !== "win32" && (mode & 0o077) !== 0) throw new UsageError(say(JW.jobsOpen, lang, shown));
  const line = (await readFile(path, "utf8")).trim();
  if (!/^postgres(ql)?:\/\/\S{1,2000}$/.test(line)) throw new UsageError(say(JW.jobsForm, lang, shown));
  return line;
}

async function engine(lang: Lang): Promise<typeof import("pg-boss")> {
  try {
    return await import("pg-boss");
  } catch {
    throw new UsageError(say(JW.noEngine, lang));
  }
}

/** A job's id as PostgreSQL has it. */
const uuid = (id: string): string => id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
const plain = (id: string): string => id.replaceAll("-", "");

/** Says that the job is being worked on until what it gives is called. */
function alive(boss: PgBoss, queue: string, job: { readonly id: string; readonly retryCount: number }): () => void {
  const timer = setInterval(() => void boss.touch(queue, job).catch(() => {}), SIGN * 1000);
  return () => clearInterval(timer);
}

export interface PostgresJobs {
  readonly file: string;
  readonly lab: string;
  readonly lang: Lang;
  /** Makes the tables and the queue where they are not there; for the one process that begins. */
  readonly make: boolean;
}

/** The queue of a lab. Throws UsageError where it cannot be used. */
export async function postgresJobs(o: PostgresJobs): Promise<JobQueue> {
  const connectionString = await addressOf(o.file, o.lang);
  const { PgBoss } = await engine(o.lang);
  // The driver would take it; a password there can be read by others.
  delete process.env.PGPASSWORD;
  const boss = new PgBoss({
    connectionString,
    schema: SCHEMA,
    max: 4,
    migrate: o.make,
    createSchema: o.make,
    schedule: false,
    superviseIntervalSeconds: LOOK,
    monitorIntervalSeconds: LOOK,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  const queue = `ingest-${o.lab}`;
  // A server that is away for a while is asked again; errors of the driver name no evidence.
  boss.on("error", () => {});
  try {
    await boss.start();
    if (o.make && !(await boss.getQueue(queue)))
      await boss.createQueue(queue, {
        ...{ retryLimit: MANY, retryDelay: 2, retryBackoff: true, retryDelayMax: 60 },
        ...{ heartbeatSeconds: SILENCE, expireInSeconds: 23 * 3600 },
      });
  } catch (e) {
    await boss.stop({ graceful: false }).catch(() => {});
    throw new UsageError(say(JW.noServer, o.lang, { why: printable(e instanceof Error ? e.message : String(e)) }));
  }
  return {
    name: "pg-boss",
    async submit(ids) {
      for (let at = 0; at < ids.length; at += 1000)
        await boss.insert(
          queue,
          ids.slice(at, at + 1000).map((id) => ({ id: uuid(id) })),
        );
    },
    async work(run, { cancel, drain, holds }) {
      while (!cancel.aborted) {
        const [job] = await boss.fetch(queue, { batchSize: 1 }).catch(() => []);
        if (!job) {
          if (drain) return;
          await setTimeout(POLL);
          continue;
        }
        const end = alive(boss, queue, job);
        holds?.({ id: plain(job.id), attempt: job.retryCount });
        try {
          const next = await run(plain(job.id));
          // Only this attempt: another worker may have it by now.
          if ("again" in next) await boss.fail(queue, { id: job.id, retryCount: job.retryCount });
          else await boss.deleteJob(queue, { id: job.id, retryCount: job.retryCount });
        } catch (e) {
          await boss.fail(queue, { id: job.id, retryCount: job.retryCount }).catch(() => {});
          throw e;
        } finally {
          end();
          holds?.(undefined);
        }
      }
    },
    // Only that attempt: if another worker has it by now, this does nothing. A server that is away finds it by its silence.
    lost: async ({ id, attempt }) =>
      void (await boss.fail(queue, { id: uuid(id), retryCount: attempt }).catch(() => {})),
    close: () => boss.stop({ graceful: false }),
  };
}
