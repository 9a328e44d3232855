/**
 * Workers in processes of their own. One that dies is replaced. What opens cases and labs goes to them over a pipe, since others on the
 * computer can read arguments and the environment.
 * @module
 */
import { type ChildProcess, fork } from "node:child_process";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Attempt, Item, Job } from "@contraluz/hunt/jobs/index.ts";

/** Says to a process that it is a worker; all else it is told over the pipe. */
const MARK = "CONTRALUZ_INGEST_WORKER";

/** What a worker is told first. */
export interface Charge {
  readonly identities: readonly string[];
  /** Hexadecimal. */
  readonly secret?: string;
  readonly items: readonly Item[];
  readonly threads: number;
}

/** What it says. */
export type Told = { readonly ready: true } | { readonly job: Job } | { readonly holds: Attempt | null };

/** A worker that dies before it did anything is replaced so many times in a row. */
const DEATHS = 5;
const PAUSE = 500;

export const isWorker = (): boolean => process.send !== undefined && process.env[MARK] === "1";

export interface Pool {
  /** Fails if workers die before they begin, again and again. */
  readonly broken: Promise<never>;
  close(): Promise<void>;
}

export interface PoolIn {
  readonly size: number;
  readonly argv: readonly string[];
  readonly charge: Charge;
  readonly told: (job: Job) => void;
  readonly replaced: () => void;
  /** A worker died that had this job. */
  readonly lost: (attempt: Attempt) => void;
  readonly give: (lastWords: string) => Error;
}

/** Begins workers, and keeps as many of them alive. */
export function openPool(o: PoolIn): Pool {
  const main = fileURLToPath(
    new URL(import.meta.url.endsWith(".ts") ? "../main.ts" : import.meta.url, import.meta.url),
  );
  const living = new Set<ChildProcess>();
  let closing = false;
  let deaths = 0;
  let breakIt: (e: Error) => void = () => {};
  const broken = new Promise<never>((_, reject) => {
    breakIt = reject;
  });
  broken.catch(() => {});
  const begin = (): void => {
    const child = fork(main, o.argv, {
      env: { ...process.env, [MARK]: "1" },
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    living.add(child);
    let words = "";
    let holds: Attempt | null = null;
    child.stderr?.on("data", (b: Buffer) => {
      words = (words + b.toString("utf8")).slice(-2000);
    });
    child.on("message", (m: Told) => {
      deaths = 0;
      if ("job" in m) o.told(m.job);
      else if ("holds" in m) holds = m.holds;
    });
    // Who is gone before it was told ends below.
    child.on("error", () => {});
    child.once("exit", () => {
      living.delete(child);
      if (closing) return;
      if (holds) o.lost(holds);
      if (++deaths > DEATHS) return breakIt(o.give(words));
      o.replaced();
      void setTimeout(PAUSE).then(() => closing || begin());
    });
    child.send(o.charge, () => {});
  };
  for (let i = 0; i < o.size; i++) begin();
  return {
    broken,
    async close() {
      closing = true;
      const ends = [...living].map((c) => new Promise<void>((resolve) => c.once("exit", () => resolve())));
      // What they are at is put back by themselves.
      for (const c of living) if (c.connected) c.disconnect();
      await Promise.all(ends);
    },
  };
}

/** In a worker: its charge, and a signal that says that whoever began it is gone, or wants it to stop. */
export async function charged(): Promise<{ readonly charge: Charge; readonly stop: AbortSignal }> {
  const stop = new AbortController();
  process.once("disconnect", () => stop.abort());
  // Ctrl-C reaches all processes of a terminal: the one that began them ends them.
  for (const s of ["SIGINT", "SIGHUP"] as const) process.on(s, () => {});
  process.once("SIGTERM", () => stop.abort());
  const charge = await new Promise<Charge>((resolve, reject) => {
    process.once("message", (m) => resolve(m as Charge));
    stop.signal.addEventListener("abort", () => reject(new Error("nobody is there")));
  });
  return { charge, stop: stop.signal };
}

export function tell(told: Told): void {
  if (process.connected) process.send?.(told);
}
