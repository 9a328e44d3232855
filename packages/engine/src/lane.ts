/**
 * A lane: files whose artifacts share an output, read one after the other. It runs in a worker or in the caller's thread;
 * the same records come out in the same order.
 * @module
 */

import { type AnyArtifact, type Parser, runPlist, runSqlite, type SqliteItem } from "@contraluz/artifacts";
import type { Acquisition, Cancel, FileRef, Platform, Problem, RandomAccess, Report } from "@contraluz/core";
import { ContraluzError } from "@contraluz/core";
import type { AnyRule } from "@contraluz/detection";
import { type HashingSource, openRef } from "@contraluz/evidence";
import type { LaneOutput } from "./output.ts";

/** One file and who reads it. Plain data: it crosses threads. */
export interface FileJob {
  /** Index into `Result.files`. */
  readonly file: number;
  readonly path: string;
  readonly artifacts: readonly string[];
  readonly ref?: FileRef;
  readonly wal?: { readonly file: number; readonly ref?: FileRef };
  readonly journal?: boolean;
}

export interface LaneJob {
  readonly files: readonly FileJob[];
}

export interface LaneContext {
  readonly platform: Platform;
  readonly artifacts: ReadonlyMap<string, AnyArtifact>;
  readonly acquisition: Acquisition;
  readonly content: boolean;
  readonly cancel: Cancel;
  /** Rules that apply to this evidence. */
  readonly rules: readonly AnyRule[];
  /** First ordinal per artifact: an evidence after another goes on counting. */
  readonly first: Readonly<Record<string, number>>;
}

/** What happened to a file, for the coverage of its artifacts. */
export interface FileOutcome {
  readonly file: number;
  readonly path: string;
  readonly artifacts: readonly string[];
  readonly state: "read" | "partly" | "unreadable";
  readonly problems: number;
}

export interface LaneEvents {
  problem(p: Problem): void;
  hashed(file: number, sha256: string, size: number): void;
  outcome(o: FileOutcome): void;
  progress(file: string): void;
}

/** Bytes of a file that is already open (sequential evidence), instead of a ref. */
export interface OpenFile {
  readonly main: RandomAccess;
  readonly wal?: RandomAccess;
}

async function parseFile(
  job: FileJob,
  open: OpenFile,
  ctx: LaneContext,
  output: LaneOutput,
  report: Report,
): Promise<boolean> {
  const artifacts = job.artifacts.map((id) => ctx.artifacts.get(id)!);
  const run = { acquisition: ctx.acquisition, file: job.file, path: job.path, content: ctx.content, problem: report };
  const failed = new Set<string>();
  const ends: (() => void)[] = [];
  const guard = (id: string, f: () => void): void => {
    if (failed.has(id)) return;
    try {
      f();
    } catch (e) {
      // A bug of one artifact must not cost the others their records.
      failed.add(id);
      report({
        code: "artifact-failed",
        found: `${id}: ${e instanceof Error ? e.message : String(e)}`,
        lost: "artifact",
      });
    }
  };
  const subscribe = <Item>(id: string, parser: Parser<Item>): ((item: Item) => void) => {
    const emit = output.emitter(id);
    ends.push(() => guard(id, () => parser.end?.(emit)));
    return (item) => guard(id, () => parser.take(item, emit));
  };
  let ok = true;
  const sqlite = artifacts.filter((a) => a.feed === "sqlite");
  const plist = artifacts.filter((a) => a.feed === "plist");
  if (sqlite.length > 0) {
    const subs = sqlite.map((a) => ({
      want: a.where[ctx.acquisition.kind]!.want,
      take: subscribe<SqliteItem>(a.id, a.parse(run)),
    }));
    ok =
      (await runSqlite(open.main, open.wal, subs, {
        file: job.file,
        report,
        cancel: ctx.cancel,
        drain: () => output.drain(),
      })) && ok;
  }
  if (plist.length > 0) {
    const subs = plist.map((a) => ({ take: subscribe(a.id, a.parse(run)) }));
    ok = (await runPlist(open.main, subs, { file: job.file, report })) && ok;
  }
  for (const end of ends) end();
  await output.drain();
  return ok && failed.size < artifacts.length;
}

/** Reads one file once for all its artifacts. */
export async function runFile(
  job: FileJob,
  ctx: LaneContext,
  output: LaneOutput,
  events: LaneEvents,
  opened?: OpenFile,
): Promise<void> {
  if (ctx.cancel.aborted) throw new ContraluzError("cancelled", "cancelled");
  events.progress(job.path);
  let problems = 0;
  let losses = 0;
  const report: Report = (p) => {
    problems += p.count ?? 1;
    if (p.lost !== "nothing") losses++;
    events.problem({ ...p, path: p.path ?? job.path });
  };
  const hashes = new Map<number, HashingSource>();
  let open = opened;
  let ok = false;
  try {
    if (!open) {
      const o = { platform: ctx.platform, hashes, report };
      const main = await openRef(job.ref!, o);
      open = { main, ...(job.wal?.ref ? { wal: await openRef(job.wal.ref, o) } : {}) };
    }
    if (job.journal) report({ code: "sqlite-journal-hot", lost: "nothing" });
    ok = await parseFile(job, open, ctx, output, report);
  } catch (e) {
    if (e instanceof ContraluzError && e.code === "cancelled") throw e;
    report(
      e instanceof ContraluzError && e.problem
        ? e.problem
        : { code: "host-read", found: e instanceof Error ? e.message.slice(0, 200) : String(e), lost: "file" },
    );
  }
  for (const [file, h] of hashes) {
    try {
      const done = await h.finish();
      events.hashed(file, done.sha256, done.size);
    } catch (e) {
      report({ code: "host-read", found: e instanceof Error ? e.message.slice(0, 200) : String(e), lost: "nothing" });
    }
  }
  if (!opened && open) {
    await open.main.close?.();
    await open.wal?.close?.();
  }
  events.outcome({
    file: job.file,
    path: job.path,
    artifacts: job.artifacts,
    state: !ok ? "unreadable" : losses > 0 ? "partly" : "read",
    problems,
  });
}

/** Files that share an artifact go into one lane; lanes share nothing, so they can run side by side. */
export function planLanes(jobs: readonly FileJob[]): LaneJob[] {
  const laneOf = new Map<string, FileJob[]>();
  const lanes = new Set<FileJob[]>();
  for (const job of jobs) {
    const touching = new Set(job.artifacts.map((a) => laneOf.get(a)).filter((l): l is FileJob[] => l !== undefined));
    const [first, ...others] = touching;
    const lane = first ?? [];
    for (const o of others) {
      lane.push(...o);
      lanes.delete(o);
    }
    lane.push(job);
    lanes.add(lane);
    for (const j of lane) for (const a of j.artifacts) laneOf.set(a, lane);
  }
  return [...lanes].map((files) => ({ files: files.sort((a, b) => a.file - b.file) }));
}
