/**
 * Runs cases in child processes with 512 MB and a clock of 5 s each. A child that throws, hangs, dies or grows too large gives
 * a finding, and the next child goes on with the next case.
 * @module
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Line } from "./child.ts";
import { CLOCK_MS, MEMORY } from "./target.ts";

export type Kind = "thrown" | "hang" | "memory" | "died";

/** `bombs`: the cases are those of the target, in their order. `file`: the one input of a finding that was kept. */
export type Seed = number | "bombs" | "file";

export interface Finding {
  readonly target: string;
  readonly seed: Seed;
  readonly n: number;
  readonly kind: Kind;
  readonly text: string;
}

export interface Run {
  cases: number;
  values: number;
  problems: number;
  refused: number;
  /** Bytes of resident memory, the most of all children. */
  peak: number;
  /** Milliseconds of CPU time of all children that ended well. */
  cpu: number;
  slowest: { n: number; ms: number };
  readonly findings: Finding[];
  /** Limits that a case passed in the middle of a run, but not when it was run alone. */
  readonly doubtful: Finding[];
}

export interface Job {
  readonly target: string;
  readonly seed: Seed;
  readonly from: number;
  readonly to: number;
  /** No case begins after this time (milliseconds since 1970). */
  readonly until?: number;
  /** Bombs: `all` of them (default), or `exploded`: those that once passed a limit. A file: its path. */
  readonly of?: string;
  /** Milliseconds that a case may take among others, and alone; default 5 s, and 60 s of which 5 s are CPU time. */
  readonly clock?: readonly [among: number, alone: number];
}

const CHILD = fileURLToPath(new URL("child.ts", import.meta.url));
/** Loading a target and making its seeds is no case. */
const START_MS = 60_000;
/** How long a case alone may take on a busy machine: its CPU time decides. */
const PATIENCE_MS = 60_000;
/** Cases of one child: what the allocator keeps of many small ones would in the end look like a large one. */
const PER_CHILD = 2500;
const MAX_ERRORS = 4000;

interface Ended {
  /** The case during which it ended by itself or by our hand; undefined where all cases are done. */
  readonly at?: number;
  readonly kind?: Exclude<Kind, "thrown">;
  readonly text: string;
}

/** One child over cases `from` up to `to`. Resolves when it has ended; `on` takes what it says. */
function watch(job: Job, from: number, to: number, patience: number, on: (line: Line) => void): Promise<Ended> {
  const options = [`--max-old-space-size=${MEMORY >> 20}`, "--disable-warning=ExperimentalWarning"];
  const args = [job.target, job.seed, from, to, job.until ?? 0, job.of ?? "all"].map(String);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...options, CHILD, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    let current = -1;
    let done = false;
    let hung = false;
    let errors = "";
    let rest = "";
    /** What it said of itself before it ended. */
    let limit: Ended | undefined;
    const strike = (): void => {
      hung = true;
      child.kill("SIGKILL");
    };
    let timer = setTimeout(strike, START_MS);
    const take = (line: Line): void => {
      clearTimeout(timer);
      timer = setTimeout(strike, patience);
      if (line.is === "case") current = line.n;
      else if (line.is === "done") done = true;
      else if (line.is === "slow") limit ??= { at: line.n, kind: "hang", text: `${line.ms} ms of CPU time` };
      else if (line.is === "memory")
        limit = { at: line.n, kind: "memory", text: `${Math.round(line.bytes / 2 ** 20)} MiB of memory` };
      on(line);
    };
    child.stdout.setEncoding("utf8").on("data", (piece: string) => {
      const lines = (rest + piece).split("\n");
      rest = lines.pop()!;
      for (const line of lines) take(JSON.parse(line) as Line);
    });
    child.stderr.setEncoding("utf8").on("data", (piece: string) => {
      if (errors.length < MAX_ERRORS) errors += piece;
    });
    child.once("error", reject);
    child.once("close", (code, signal) => {
      clearTimeout(timer);
      if (limit) resolve(limit);
      else if (done && code === 0) resolve({ text: "" });
      else if (hung && current >= 0) resolve({ at: current, kind: "hang", text: `no answer within ${patience} ms` });
      else if (current < 0) reject(new Error(`${job.target} did not load: ${errors}`));
      else {
        const kind = /heap out of memory|Allocation failed/.test(errors) ? "memory" : "died";
        // Exit code 13: a promise that nothing will ever keep.
        const why = code === 13 ? "a promise that is never kept" : `exit ${code ?? signal}`;
        resolve({ at: current, kind, text: `${why}\n${errors.slice(0, MAX_ERRORS)}` });
      }
    });
  });
}

function add(run: Run, line: Line & { is: "done" }): void {
  run.values += line.values;
  run.problems += line.problems;
  run.refused += line.refused;
  run.cpu += line.cpu;
  run.peak = Math.max(run.peak, line.peak);
  if (line.slowest.ms > run.slowest.ms) run.slowest = { ...line.slowest };
}

/**
 * Runs cases `from` up to `to`. Rejects only if the target cannot be loaded.
 * @example const run = await runCases({ target: "zip", seed: 1, from: 0, to: 300 });
 */
export async function runCases(job: Job): Promise<Run> {
  const slowest = { n: -1, ms: 0 };
  const run: Run = {
    cases: 0,
    values: 0,
    problems: 0,
    refused: 0,
    peak: 0,
    cpu: 0,
    slowest,
    findings: [],
    doubtful: [],
  };
  const { target, seed } = job;
  for (let next = job.from; next < job.to; ) {
    // Bombs are made to take long.
    const patience = job.clock?.[0] ?? (seed === "bombs" ? PATIENCE_MS : CLOCK_MS);
    const end = Math.min(job.to, next + (seed === "bombs" ? 1 : PER_CHILD));
    const { at, kind, text } = await watch(job, next, end, patience, (line) => {
      if (line.is === "case") run.cases++;
      else if (line.is === "thrown") run.findings.push({ target, seed, n: line.n, kind: "thrown", text: line.text });
      else if (line.is === "memory") run.peak = Math.max(run.peak, line.bytes);
      else if (line.is === "done") add(run, line);
    });
    if (at === undefined || kind === undefined) {
      if (job.until && Date.now() > job.until) break;
      next = end;
      continue;
    }
    const finding = { target, seed, n: at, kind, text };
    if (await again(job, at)) run.findings.push(finding);
    else run.doubtful.push(finding);
    next = at + 1;
  }
  return run;
}

/** Whether a case passes a limit when it is the only one, too: a busy machine or other cases may have been the cause. */
async function again(job: Job, n: number): Promise<boolean> {
  const { until: _, ...whole } = job;
  return (await watch(whole, n, n + 1, job.clock?.[1] ?? PATIENCE_MS, () => {})).kind !== undefined;
}
