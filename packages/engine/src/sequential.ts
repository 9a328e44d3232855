/**
 * Evidence that comes once, front to back. Bodies come in the order of the archive and are read in the order of the lanes, as in
 * a folder: what comes early waits, in memory up to a limit and else in scratch.
 * @module
 */
import { ContraluzError, type EvidenceFile } from "@contraluz/core";
import { createCollector, createMatcher } from "@contraluz/detection";
import type { ArchiveBody } from "@contraluz/evidence";
import { type FileJob, planLanes, runFile } from "./lane.ts";
import { LaneOutput, type LaneResult } from "./output.ts";
import { jobOf, missing, type ReadOptions, type Wanted, walAlone } from "./wanted.ts";

interface Lane {
  readonly jobs: readonly FileJob[];
  readonly output: LaneOutput;
  next: number;
}

const numbersOf = (job: FileJob): number[] =>
  [job.file, job.wal?.file, job.journal?.file].filter((n) => n !== undefined);

export async function sequential(o: ReadOptions, wanted: ReadonlyMap<string, Wanted>): Promise<LaneResult[]> {
  const matcher = createMatcher(o.compiled);
  /** Numbers of files whose bodies may still come. */
  const coming = new Set<number>();
  const bodies = new Map<string, EvidenceFile>();
  const here = new Map<number, ArchiveBody>();
  const expect = (file: EvidenceFile, number: number): void => {
    if (file.stored === undefined) return;
    coming.add(number);
    bodies.set(file.stored, file);
  };
  const jobs: FileJob[] = [];
  /** Jobs that still need a body: rows of a hostile list may share one. */
  const uses = new Map<number, number>();
  for (const [path, w] of wanted) {
    if (!w.main) {
      if ((w.wal?.size ?? 0) > 0) o.report(walAlone(path));
      continue;
    }
    const job = jobOf(o, path, w);
    jobs.push(job);
    expect(w.main, job.file);
    if (job.wal) expect(w.wal!, job.wal.file);
    if (job.journal) expect(w.journal!, job.journal.file);
    for (const n of numbersOf(job)) uses.set(n, (uses.get(n) ?? 0) + 1);
  }
  const numbers = new Map([...uses.keys()].map((n) => [o.files.path(n), n]));
  const lanes = planLanes(jobs).map(
    ({ files }): Lane => ({
      jobs: files,
      output: new LaneOutput(() => createCollector(matcher, o.context.rules), o.sink, o.context.first),
      next: 0,
    }),
  );
  const done = async (number: number): Promise<void> => {
    const left = uses.get(number)! - 1;
    uses.set(number, left);
    if (left > 0) return;
    const body = here.get(number);
    here.delete(number);
    await body?.close();
  };
  const runJob = async (job: FileJob, output: LaneOutput): Promise<void> => {
    const main = here.get(job.file);
    const wal = job.wal && here.get(job.wal.file);
    const journal = job.journal && here.get(job.journal.file);
    if (main) {
      const opened = {
        main: await main.open(),
        ...(wal ? { wal: await wal.open() } : {}),
        ...(journal ? { journal: await journal.open() } : {}),
      };
      await runFile(job, o.context, output, o.events, opened);
    } else o.events.outcome(missing(job.path, job.artifacts));
    for (const n of numbersOf(job)) await done(n);
  };
  /** Runs what is complete, in order. */
  const advance = async (lane: Lane): Promise<void> => {
    for (let job = lane.jobs[lane.next]; job; job = lane.jobs[++lane.next]) {
      if (numbersOf(job).some((n) => coming.has(n))) return;
      await runJob(job, lane.output);
    }
  };
  try {
    for await (const body of o.backup.bodies(bodies, o.context.cancel)) {
      const number = numbers.get(body.file.stored!)!;
      here.set(number, body);
      if (o.context.cancel.aborted) throw new ContraluzError("cancelled", "cancelled");
      coming.delete(number);
      o.files.moved(number, body.base.path);
      o.files.hashed(number, body.sha256, body.base.size ?? body.size);
      for (const lane of lanes) await advance(lane);
    }
    coming.clear();
    for (const lane of lanes) await advance(lane);
  } finally {
    for (const body of here.values()) await body.close();
  }
  const results: LaneResult[] = [];
  for (const lane of lanes) results.push(await lane.output.finish());
  return results;
}
